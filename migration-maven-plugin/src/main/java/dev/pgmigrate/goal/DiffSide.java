package dev.pgmigrate.goal;

import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.server.ConnectionTarget;
import java.util.List;

/** What {@code migrate:diff} compares with something else. */
public sealed interface DiffSide {
    /** Returns what a reader calls it. */
    String name();

    /**
     * What migrations make.
     *
     * @param preludes what runs before the first
     * @param searchPath the schemas of names without one; empty for the server's own
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

    /** A database that is there. */
    record Live(ConnectionTarget target) implements DiffSide {
        @Override
        public String name() {
            return target.url();
        }
    }
}
