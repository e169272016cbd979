package dev.pgmigrate.apply.baseline;

import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.SourceRange;
import java.util.List;

/**
 * Which files a database counts as applied from now on.
 *
 * @param source the table that said so; null-free text, {@code version 20250101} where a user said it
 * @param adopted the files, oldest first
 * @param unmatched what the table holds and no file has, as it is written there
 * @param changed the adopted files that are not what the table recorded
 */
public record Adoption(String source, List<Migration> adopted, List<String> unmatched, List<Changed> changed) {
    public Adoption {
        adopted = List.copyOf(adopted);
        unmatched = List.copyOf(unmatched);
        changed = List.copyOf(changed);
    }

    /** A file that says something else from {@code at} on. */
    public record Changed(Migration file, SourceRange at) {}

    /** Says that another tool's history cannot be adopted as it is. */
    public static final class RefusedException extends ExplainedException {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }

        static RefusedException unknown(QualifiedName table, String columns) {
            return new RefusedException(
                    "The table " + table + " is not a history that is known here (its columns: " + columns
                            + "). Start at a version instead: mvn migrate:baseline -Dmigrate.baselineVersion=VERSION");
        }
    }
}
