package dev.pgmigrate.goal;

import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.server.ConnectionTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One side of the comparison that {@code migrate:diff} makes. */
public sealed interface DiffSide {
    /** Returns the name to show to a reader. */
    String name();

    /**
     * The schema that migrations produce.
     *
     * @param preludesOrNull what runs before the first, or null for what the files need by themselves
     * @param searchPath the schemas that unqualified names resolve to; empty for the server's default
     */
    record Files(
            String name, MigrationFolders folders, @Nullable List<SqlFile> preludesOrNull, List<String> searchPath)
            implements DiffSide {
        public Files {
            preludesOrNull = preludesOrNull == null ? null : List.copyOf(preludesOrNull);
            searchPath = List.copyOf(searchPath);
        }
    }

    /** A database that was just created. */
    record Empty() implements DiffSide {
        @Override
        public String name() {
            return "an empty database";
        }
    }

    /** An existing database. */
    record Live(ConnectionTarget target) implements DiffSide {
        @Override
        public String name() {
            return target.url();
        }
    }
}
