package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.server.ConnectionTarget;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** A repository without a pom, such as one of Supabase or Node, has every goal all the same. */
class WithoutPomIT {
    private static final String PLUGIN =
            "dev.pgmigrate:migration-maven-plugin:" + System.getProperty("it.version") + ":";

    @Test
    void checksAndProves() {
        MavenBuild build = build("without-pom-checks")
                .write(
                        "supabase/migrations/20250106093000_books.sql",
                        "CREATE TABLE public.books (id bigint PRIMARY KEY);\n");

        build.run(PLUGIN + "check").failed().says("[require-if-not-exists]");
        assertThat(build.folder().resolve("target/migrate/check.json")).exists();
        build.run(PLUGIN + "validate").succeeded();
        build.run(PLUGIN + "test").succeeded().says("1 migration, 1 passed.");
        build.run(PLUGIN + "fix", "-Dmigrate.write").succeeded();
        build.run(PLUGIN + "lint", "-Dmigrate.failOn=never", "-Dmigrate.reportDirectory=reports")
                .succeeded();
        assertThat(build.folder().resolve("reports/lint.json")).exists();
    }

    @Test
    void appliesWithTheSettingsOfItsFile() {
        ConnectionTarget database = Databases.create();
        MavenBuild build = build("without-pom-applies")
                .environment("MIGRATE_USER", database.user())
                .environment("MIGRATE_PASSWORD", String.valueOf(database.passwordOrNull()))
                .write("db/migrations/001_books.sql", "CREATE TABLE books (id bigint PRIMARY KEY);\n")
                .write(
                        "db/migrate.properties",
                        "migrate.url=" + database.url()
                                + "\nmigrate.failOn=never\nmigrate.historyTable=books_history\n");

        build.run(PLUGIN + "apply").succeeded().says("Applied 1.");
        build.run(PLUGIN + "status").succeeded().says("migrate.books_history");
        build.run(PLUGIN + "status", "-Dmigrate.historyTable=other")
                .couldNotRun()
                .says("There is no history migrate.other in this database, but migrate.books_history");
    }

    @Test
    void namesWhatTheFileMayHaveMeant() {
        MavenBuild build = build("without-pom-typos").write("migrations/001_a.sql", "SELECT 1;\n");

        build.write("migrate.properties", "migrate.failon=never\n");
        build.run(PLUGIN + "check")
                .couldNotRun()
                .says("migrate.properties sets migrate.failon, which is no parameter. Did you mean migrate.failOn");
        build.write("migrate.properties", "migrate.password=s3cret\n");
        build.run(PLUGIN + "check").couldNotRun().says("which git would keep").doesNotSay("s3cret");
    }

    @Test
    void thePomAndTheCommandLineWin() {
        MavenBuild build =
                MavenBuild.of("check-fails-on-unsafe-index").write("migrate.properties", "migrate.failOn=never\n");

        build.run("verify").succeeded();
        build.run("verify", "-Dmigrate.failOn=error").failed();
    }

    private static MavenBuild build(String name) {
        MavenBuild build = MavenBuild.empty(name);
        assertThat(Files.exists(build.folder().resolve("pom.xml"))).isFalse();
        return build;
    }
}
