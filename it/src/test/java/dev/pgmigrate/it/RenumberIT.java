package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RenumberIT {
    @Test
    void showsWhatItWouldRenameAndRenamesItWhenTold() {
        MavenBuild build = MavenBuild.of("check-names-bad-input")
                .write("migrations/003_add_request_columns.sql", "SELECT 1;\n")
                .write("migrations/003_add_unread_tracking.sql", "-- Version: 003\n\nSELECT 1;\n")
                .write("rollback/003_add_unread_tracking.sql", "-- Version: 003\n\nSELECT 1;\n");

        build.run("migrate:renumber")
                .succeeded()
                .says(
                        "migrations/003_add_unread_tracking.sql → migrations/004_add_unread_tracking.sql, since its name comes"
                                + " after migrations/003_add_request_columns.sql")
                .says("rollback/003_add_unread_tracking.sql → rollback/004_add_unread_tracking.sql")
                .says("Nothing was written: -Dmigrate.write renames them.");
        assertThat(build.folder().resolve("migrations/004_add_unread_tracking.sql"))
                .doesNotExist();

        build.run("migrate:renumber", "-Dmigrate.write").succeeded();
        assertThat(build.folder().resolve("migrations/004_add_unread_tracking.sql"))
                .hasContent("-- Version: 004\n\nSELECT 1;\n");
        assertThat(build.folder().resolve("rollback/004_add_unread_tracking.sql"))
                .exists();
        assertThat(build.folder().resolve("migrations/003_add_unread_tracking.sql"))
                .doesNotExist();
        build.run("migrate:renumber").succeeded().says("No two migrations have the same version.");
    }
}
