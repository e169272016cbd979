package dev.pgmigrate.apply.foreign;

import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.SourceRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files that count as applied from now on, and the rows of another tool's history that match no file: the table that
 * a person reviews.
 *
 * @param source the table that says so; {@code version 20250101} for a person's word
 * @param adopted the files, oldest first
 * @param unmatched the rows of the table that match no file
 * @param unclear the rows that cannot be matched to exactly one file; nothing is adopted while there are any
 */
public record Adoption(String source, List<Adopted> adopted, List<Unmatched> unmatched, List<Unclear> unclear) {
    public Adoption {
        adopted = List.copyOf(adopted);
        unmatched = List.copyOf(unmatched);
        unclear = List.copyOf(unclear);
    }

    /**
     * A file that counts as applied.
     *
     * @param file the file
     * @param evidence the evidence for it, as part of a sentence: {@code same version and name}
     * @param upTo whether it counts as applied only because a newer version does
     * @param appliedAtOrNull when the other tool applied it, or null where it does not say
     * @param millisOrNull how long that took, or null
     * @param appliedByOrNull the role that did, or null
     * @param checksumOrNull the other tool's checksum, or null
     * @param differsAtOrNull where the file begins to differ from the SQL that was recorded, or null
     */
    public record Adopted(
            Migration file,
            String evidence,
            boolean upTo,
            @Nullable Instant appliedAtOrNull,
            @Nullable Long millisOrNull,
            @Nullable String appliedByOrNull,
            @Nullable String checksumOrNull,
            @Nullable SourceRange differsAtOrNull) {
        /** Returns a file that counts as applied because a person said so. */
        public static Adopted byWord(Migration file) {
            return new Adopted(file, "not newer than the given version", true, null, null, null, null, null);
        }

        static Adopted of(
                Migration file, String evidence, boolean upTo, ForeignRow row, @Nullable SourceRange differsAt) {
            return new Adopted(
                    file,
                    evidence,
                    upTo,
                    row.appliedAtOrNull(),
                    row.millisOrNull(),
                    row.appliedByOrNull(),
                    row.checksumOrNull(),
                    differsAt);
        }

        public Optional<SourceRange> differsAt() {
            return Optional.ofNullable(differsAtOrNull);
        }
    }

    /**
     * A row that matches no file.
     *
     * @param version the row's version, or whatever the tool uses in its place
     * @param name what the tool records beside the version; may be empty
     * @param failed whether it failed there
     */
    public record Unmatched(String version, String name, boolean failed) {
        static Unmatched of(ForeignRow row) {
            return new Unmatched(row.key(), row.name(), row.outcome() == ForeignRow.Outcome.FAILED);
        }

        /** Returns it as it appears in the table: {@code 003 add_missing_columns}. */
        public String label() {
            return (version + " " + name).strip() + (failed ? " (failed)" : "");
        }
    }

    /**
     * A row that could be about several files, or whose files do not look like it.
     *
     * @param version the row's version, or whatever the tool uses in its place
     * @param name what the tool records beside it; may be empty
     * @param candidates the files with its version
     */
    public record Unclear(String version, String name, List<Migration> candidates) {
        public Unclear {
            candidates = List.copyOf(candidates);
        }
    }

    /** Says that another tool's history cannot be adopted as it is. */
    public static final class RefusedException extends ExplainedException {
        private static final long serialVersionUID = 1L;

        public RefusedException(String message) {
            super(message);
        }

        static RefusedException unknown(QualifiedName table, String columns) {
            return new RefusedException(
                    "The table " + table + " is not a history of a known tool (its columns: " + columns
                            + "). Start at a version instead: mvn migrate:baseline -Dmigrate.baselineVersion=VERSION");
        }

        static RefusedException notReadable(QualifiedName table, String role) {
            return new RefusedException(
                    "The role " + role + " may not read the history " + table + ": GRANT USAGE ON SCHEMA "
                            + HistoryTable.quoted(table.schema().orElse("public")) + " TO " + HistoryTable.quoted(role)
                            + "; GRANT SELECT ON " + table.sql() + " TO " + HistoryTable.quoted(role) + ";");
        }
    }
}
