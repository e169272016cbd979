package dev.pgmigrate.replay;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the statements of a file together with those inside its bodies. */
final class Bodies {
    private Bodies() {}

    /**
     * A statement and where it stands.
     *
     * @param runs whether it runs with the migration and changes the schema: not so in a function or an exception handler
     */
    record Embedded(
            Statement statement,
            int index,
            Place place,
            @Nullable Statement outer,
            Guard guard,
            boolean runs) {}

    static List<Embedded> flatten(SqlFile file) {
        List<Embedded> all = new ArrayList<>();
        List<Statement> statements = file.script().statements();
        for (int i = 0; i < statements.size(); i++) {
            all.add(new Embedded(statements.get(i), i, Place.FILE, null, Guard.NONE, true));
        }
        return all;
    }
}
