package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.server.ConnectionTarget;
import org.junit.jupiter.api.Test;

class FixIT {
    private static final String APPLIED = "db/migrations/002_index_accounts_by_email.sql";
    private static final String PENDING = "db/migrations/003_items.sql";
    private static final String ROLLBACK = "db/rollback/003_items.sql";

    @Test
    void rewritesWhatIsPendingAndLeavesWhatIsApplied() {
        ConnectionTarget database = Databases.create();
        String url = "-Dmigrate.url=" + database.url() + "?sslmode=disable";
        MavenBuild build = MavenBuild.of("apply-keeps-a-history")
                .environment("MIGRATE_USER", "postgres")
                .environment("MIGRATE_PASSWORD", String.valueOf(database.passwordOrNull()))
                .write(APPLIED, "CREATE TABLE notes (id bigint PRIMARY KEY);\n");
        build.run("migrate:apply", url, "-Dmigrate.failOn=never").succeeded();
        build.write(PENDING, "CREATE TABLE items (id bigint PRIMARY KEY);\n");

        build.run("migrate:fix", url)
                .succeeded()
                .says("+CREATE TABLE IF NOT EXISTS items")
                .says("Nothing is written yet: -Dmigrate.write makes these 2 rewrites.")
                .says("Left as it is, though a rule could rewrite: " + APPLIED + " (applied, 2 findings).");
        assertThat(build.folder().resolve(PENDING)).hasContent("CREATE TABLE items (id bigint PRIMARY KEY);\n");

        build.run("migrate:fix", url, "-Dmigrate.write").succeeded();
        assertThat(build.folder().resolve(PENDING))
                .hasContent("CREATE TABLE IF NOT EXISTS items (id bigint PRIMARY KEY);\n");
        assertThat(build.folder().resolve(APPLIED)).hasContent("CREATE TABLE notes (id bigint PRIMARY KEY);\n");
        assertThat(build.folder().resolve(ROLLBACK)).content().endsWith("DROP TABLE IF EXISTS items;\n");
        build.run("migrate:check", url).succeeded();
    }

    @Test
    void withoutADatabaseAllFilesCanBeRewritten() {
        MavenBuild.of("apply-keeps-a-history")
                .write(APPLIED, "CREATE TABLE notes (id bigint PRIMARY KEY);\n")
                .run("migrate:fix")
                .succeeded()
                .says("+CREATE TABLE IF NOT EXISTS notes");
    }
}
