package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputIT {
    private static final String TABLE = "CREATE TABLE IF NOT EXISTS t (id bigint PRIMARY KEY);\n";

    private static MavenBuild project() {
        return MavenBuild.of("check-names-bad-input");
    }

    @Test
    void noFolderIsAnError() {
        BuildResult result = project().run("verify").couldNotRun();

        result.says("There is no folder with migrations in")
                .says("none of src/main/resources/db/migration, supabase/migrations, db/migrations, migrations exists");
        assertThat(result.report("report").at("/failures/0/message").asText())
                .startsWith("There is no folder with migrations in");
    }

    @Test
    void twoFoldersAreAnErrorThatNamesBoth() {
        project()
                .write("migrations/001_create_t.sql", TABLE)
                .write("db/migrations/001_create_t.sql", TABLE)
                .run("verify")
                .couldNotRun()
                .says("both db/migrations and migrations exist")
                .says("-Dmigrate.locations=db/migrations");
    }

    @Test
    void anEmptyFolderIsANote() {
        project()
                .write("migrations/.gitkeep", "")
                .run("verify")
                .succeeded()
                .says("There are no migrations in migrations yet");
    }

    @Test
    void aFileThatIsNotUtf8Fails() {
        project()
                .write("migrations/001_create_t.sql", "-- caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1))
                .run("verify")
                .failed()
                .says("migrations/001_create_t.sql:1:7")
                .says("The file is not UTF-8: byte 0xE9 at offset 6 does not belong there");
    }

    @Test
    void aNulByteFails() {
        project()
                .write("migrations/001_create_t.sql", TABLE + "\0")
                .run("verify")
                .failed()
                .says("migrations/001_create_t.sql:2:1")
                .says("NUL byte");
    }

    @Test
    void aHalfWrittenDollarQuoteFails() {
        project()
                .write("migrations/001_create_t.sql", TABLE + "DO $$ BEGIN NULL; END;\n")
                .run("verify")
                .failed()
                .says("migrations/001_create_t.sql:2:4")
                .says("unterminated dollar-quoted string");
    }

    @Test
    void aFolderNamedLikeAMigrationFails() {
        project()
                .write("migrations/001_create_t.sql/x.txt", "")
                .run("verify")
                .failed()
                .says("This is a folder, though it is named like a migration");
    }

    @Test
    void twoFilesOfOneVersionFailAndAreBothNamed() {
        project()
                .write("migrations/003_create_t.sql", TABLE)
                .write("migrations/3_create_u.sql", TABLE.replace(" t ", " u "))
                .run("verify")
                .failed()
                .says("duplicate-version")
                .says("3_create_u.sql")
                .says("003_create_t.sql");
    }

    @Test
    void aVersionLargerThanALongIsAVersion() {
        project()
                .write("migrations/99999999999999999999999_create_t.sql", TABLE)
                .write("rollback/99999999999999999999999_create_t.sql", "DROP TABLE IF EXISTS t;\n")
                .run("verify")
                .succeeded();
    }

    @Test
    void twoSchemesInOneFolderAreAWarning() {
        project()
                .write("migrations/001_create_t.sql", TABLE)
                .write("migrations/20250101000000_create_u.sql", TABLE.replace(" t ", " u "))
                .run("verify")
                .succeeded()
                .says("[WARNING]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-Dmigrate.failOn=errors | The parameter failOn is \"errors\"; it takes error, warning or never.",
                "-Dmigrate.rules=drop-polici-first=off | Did you mean drop-policy-first",
                "-Dmigrate.rules=drop-policy-first | it takes name=severity, separated by commas.",
                "-Dmigrate.ruleOptions=migration-too-large.lines=9 | has no option \"lines\"; write migration-too-large.statements.",
                "-Dmigrate.ruleOptions=migration-too-large=many | is \"many\"; it takes a whole number.",
                "-Dmigrate.categories=locks=off | it takes files, idempotency, order",
                "-Dmigrate.lintFrom=yesterday | The parameter lintFrom is \"yesterday\"",
                "-Dmigrate.postgresVersion=13 | it takes a major version from 14 to 18.",
                "-Dmigrate.locations=nowhere | The folder nowhere does not exist",
                "-Dmigrate.locations=pom.xml | pom.xml is a file, not a folder with migrations.",
                "-Dmigrate.reportDirectory=pom.xml | pom.xml: it is a file, not a folder. Make the folder writable, or set migrate",
            })
    void aWrongParameterIsAnErrorThatSaysWhatIsRight(String option, String sentence) {
        BuildResult result =
                project().write("migrations/001_create_t.sql", TABLE).run("verify", option);

        result.couldNotRun().says(sentence);
    }

    @Test
    void anUnknownRuleIsNotExplained() {
        project()
                .run("migrate:explain", "-Dmigrate.rule=drop-polici-first")
                .couldNotRun()
                .says("Did you mean drop-policy-first");
    }

    @Test
    void pagesAreNotWrittenOverAFile() {
        project()
                .run("migrate:explain", "-Dmigrate.pageDirectory=pom.xml")
                .couldNotRun()
                .says("pom.xml: it is a file, not a folder. Make the folder writable, or set migrate.pageDirectory.");
    }
}
