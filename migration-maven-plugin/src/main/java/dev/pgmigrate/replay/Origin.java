package dev.pgmigrate.replay;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.SourceRange;
import org.jspecify.annotations.Nullable;

/**
 * The statement that made or last changed something.
 *
 * @param file the file
 * @param range the part of the file to show
 * @param role the role that the file had set, or null: the one that runs it
 */
public record Origin(
        SqlFile file, SourceRange range, @Nullable String role) {
    public Origin(SqlFile file, SourceRange range) {
        this(file, range, null);
    }

    /** Returns the same place as {@code other}'s role. */
    Origin asOf(Origin other) {
        return new Origin(file, range, other.role);
    }

    /** Written out, because what a record brings is slow until the JVM is warm, and every look-up asks. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Origin origin && range.equals(origin.range) && file.equals(origin.file);
    }

    @Override
    public int hashCode() {
        return range.hashCode() * 31 + file.hashCode();
    }
}
