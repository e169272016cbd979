package dev.pgmigrate.goal;

import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.server.ConnectionTarget;
import java.util.List;

/** One side of the comparison that {@code migrate:diff} makes. */
public sealed interface DiffSide {
    /** Returns the name to show to a reader. */
    String name();

    /**
     * The schema that migrations produce.
     *
     * @param preludes what runs before the first
     * @param searchPath the schemas that unqualified names resolve to; empty for the server's default
     */
    record Files(String name, MigrationFolders folders, List<SqlFile> preludes, List<String> searchPath)
            implements DiffSide {
        public Files {
            preludes = List.copyOf(preludes);
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
