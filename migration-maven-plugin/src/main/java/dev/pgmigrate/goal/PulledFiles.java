package dev.pgmigrate.goal;

import dev.pgmigrate.ddl.Change;
import dev.pgmigrate.ddl.Change.Step;
import dev.pgmigrate.ddl.Removal;
import dev.pgmigrate.drift.ProvenScript;
import dev.pgmigrate.scaffold.New;
import dev.pgmigrate.schema.SnapshotKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a script and its way back look like as migrations: an index of a table that has rows in a file of its own, since it is
 * built outside a transaction, and constraints looked at after they are there.
 */
final class PulledFiles {
    private static final String INDEX = "INDEX IF NOT EXISTS ";
    private static final String DROP_INDEX = "DROP INDEX IF EXISTS ";
    private static final String CONCURRENT_DROP = "DROP INDEX CONCURRENTLY IF EXISTS ";

    private PulledFiles() {}

    /**
     * Returns the contents of the files, in order.
     *
     * @param forward what the files lack
     * @param back what undoes it
     */
    static List<New.Content> of(ProvenScript forward, ProvenScript back) {
        Map<Step, List<Change>> steps = forward.changes().stream()
                .collect(Collectors.groupingBy(Change::step, LinkedHashMap::new, Collectors.toList()));
        List<Change> indexes = steps.getOrDefault(Step.INDEX, List.of());
        List<Change> checks = steps.getOrDefault(Step.VALIDATE, List.of());
        Set<SnapshotKey> apart = new HashSet<>();
        indexes.forEach(index -> apart.add(index.key()));
        List<Change> here = forward.changes().stream()
                .filter(change -> change.step() != Step.INDEX && change.step() != Step.VALIDATE)
                .toList();
        List<New.Content> files = new ArrayList<>();
        if (!here.isEmpty()) {
            List<Change> undone = back.changes().stream()
                    .filter(change -> !apart.contains(change.key()))
                    .toList();
            files.add(new New.Content("", ScriptText.sql(here), ScriptText.sql(undone)));
        }
        for (Change index : indexes) {
            String number = indexes.size() == 1 ? "" : "_" + (indexes.indexOf(index) + 1);
            files.add(index(index, files.isEmpty() && number.isEmpty() ? "" : "_index" + number));
        }
        if (!checks.isEmpty()) {
            files.add(new New.Content("_validate", ScriptText.sql(checks), unchecked(checks, here)));
        }
        return files;
    }

    /** A constraint cannot be made unchecked again other than by making it anew. */
    private static String unchecked(List<Change> checks, List<Change> made) {
        List<Change> undone = new ArrayList<>();
        for (Change check : checks) {
            undone.add(new Change(check.key(), Step.DROP, Removal.sql(check.key()), null));
            made.stream().filter(change -> change.key().equals(check.key())).forEach(undone::add);
        }
        return ScriptText.sql(undone);
    }

    private static New.Content index(Change index, String suffix) {
        String made = index.sql().replaceFirst(INDEX, "INDEX CONCURRENTLY IF NOT EXISTS ");
        String dropped = Removal.sql(index.key()).replaceFirst(DROP_INDEX, CONCURRENT_DROP);
        return new New.Content(suffix, made + ";\n", dropped + ";\n");
    }
}
