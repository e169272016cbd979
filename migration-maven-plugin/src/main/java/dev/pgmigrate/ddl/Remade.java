package dev.pgmigrate.ddl;

import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SchemaDifference;
import dev.pgmigrate.schema.SnapshotKey;
import dev.pgmigrate.schema.SnapshotObject;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The views that have to be dropped and made again: those whose columns change other than by new ones at the end, and those
 * that read from them or from a column whose type changes (PostgreSQL manual, CREATE VIEW, ALTER TABLE).
 */
final class Remade {
    private static final List<ObjectKind> VIEWS = List.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW);

    private final Contents from;
    private final Contents to;

    private Remade(Contents from, Contents to) {
        this.from = from;
        this.to = to;
    }

    static Set<SnapshotKey> of(Contents from, Contents to, List<SchemaDifference> differences) {
        return new Remade(from, to).closure(differences);
    }

    private Set<SnapshotKey> closure(List<SchemaDifference> differences) {
        List<SnapshotObject> views = from.snapshot().objects().stream()
                .filter(object -> VIEWS.contains(object.key().kind()))
                .filter(object -> to.object(object.key()).isPresent())
                .sorted(Comparator.comparing(SnapshotObject::key))
                .toList();
        Set<SnapshotKey> remade = new LinkedHashSet<>();
        Deque<SnapshotKey> changed = new ArrayDeque<>(retyped(differences));
        for (SchemaDifference difference : differences) {
            SnapshotKey key = difference.key();
            boolean redefined =
                    difference.property().filter("definition"::equals).isPresent();
            if (redefined && VIEWS.contains(key.kind()) && !isExtended(key) && remade.add(key)) {
                changed.add(key);
            }
        }
        while (!changed.isEmpty()) {
            SnapshotKey relation = changed.remove();
            for (SnapshotObject view : views) {
                if (Contents.mentions(view.property("definition").orElse(""), relation) && remade.add(view.key())) {
                    changed.add(view.key());
                }
            }
        }
        return remade;
    }

    /** Returns the tables with a column that goes or gets another type. */
    private Set<SnapshotKey> retyped(List<SchemaDifference> differences) {
        Set<SnapshotKey> tables = new HashSet<>();
        for (SchemaDifference difference : differences) {
            boolean column = difference.key().kind() == ObjectKind.COLUMN;
            boolean changes = difference.state() == SchemaDifference.State.MISSING
                    || difference.property().filter("type"::equals).isPresent();
            if (column && changes) {
                Optional<SnapshotObject> owner = from.owner(difference.key());
                owner.filter(Contents::isTable).ifPresent(table -> tables.add(table.key()));
            }
        }
        return tables;
    }

    private boolean isExtended(SnapshotKey view) {
        if (view.kind() == ObjectKind.MATERIALIZED_VIEW) {
            return false;
        }
        List<String> old = columns(from, view);
        List<String> wanted = columns(to, view);
        return wanted.size() >= old.size() && wanted.subList(0, old.size()).equals(old);
    }

    private static List<String> columns(Contents contents, SnapshotKey view) {
        return contents.object(view).map(object -> contents.parts(object, ObjectKind.COLUMN)).orElse(List.of()).stream()
                .map(column -> SqlNames.own(column.key()) + " " + ColumnDdl.type(column))
                .toList();
    }
}
