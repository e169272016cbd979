package dev.pgmigrate.goal;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.schema.SchemaDifference;
import dev.pgmigrate.schema.SnapshotKey;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the history says was made, and is not there: what no list of migrations shows. */
final class LostObjects {
    private LostObjects() {}

    /**
     * Returns a sentence for each object that one of {@code applied} makes and the database lacks.
     *
     * @param differences those of the files, on the left, and the database
     */
    static List<String> sentences(List<Migration> applied, List<SchemaDifference> differences) {
        Map<String, Migration> makers = new HashMap<>();
        for (Migration migration : applied) {
            for (Statement statement : migration.sql().script().withoutRows()) {
                ObjectReference made = statement instanceof Making making ? making.made() : null;
                if (made != null) {
                    makers.putIfAbsent(made.name().last().text(), migration);
                }
            }
        }
        List<String> sentences = new ArrayList<>();
        for (SchemaDifference difference : differences) {
            SnapshotKey key = difference.key();
            Migration maker = makers.get(key.name());
            if (difference.state() == SchemaDifference.State.MISSING && maker != null) {
                sentences.add("The history says that " + maker.path() + " is applied, but the "
                        + key.kind().label() + " " + key.qualifiedName()
                        + " that it makes is not in the database: it was dropped by hand, or the history was told so"
                        + " although the file never ran there.");
            }
        }
        return sentences;
    }
}
