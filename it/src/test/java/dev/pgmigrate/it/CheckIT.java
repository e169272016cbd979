package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckIT {
    private static final String PROJECT = "check-fails-on-unsafe-index";
    private static final String INDEX = "src/main/resources/db/migration/20250113090000_index_orders_by_customer.sql";
    private static final String RULE = "require-concurrent-index-creation";

    @Test
    void aPlainVerifyFailsOnAnErrorAndNamesIt() {
        BuildResult result = MavenBuild.of(PROJECT).run("verify").failed();

        assertThat(result.rules("check")).contains(RULE);
        assertThat(result.report("report")).isEqualTo(result.report("check"));
        result.says("[ERROR] " + INDEX + ":1:1 error [" + RULE + "]")
                .says("[ERROR]   1 | CREATE INDEX IF NOT EXISTS orders_customer_id_idx")
                .says("migrate:explain -Dmigrate.rule=" + RULE);
    }

    @Test
    void theReportOfEachExecutionHasTheDocumentedForm() {
        BuildResult result = MavenBuild.of(PROJECT)
                .replace("pom.xml", "<execution>", """
                        <execution>
                          <id>tolerant</id>
                          <goals><goal>check</goal></goals>
                          <configuration><failOn>never</failOn></configuration>
                        </execution>
                        <execution>""")
                .run("verify")
                .failed();
        JsonNode report = result.report("check-default");

        assertThat(result.report("check-tolerant").get("failed").asBoolean()).isFalse();

        assertThat(report.get("goal").asText()).isEqualTo("check");
        assertThat(report.get("failed").asBoolean()).isTrue();
        assertThat(report.get("migrations").get(1).get("file").asText()).isEqualTo(INDEX);
        assertThat(report.get("migrations").get(1).get("version").asText()).isEqualTo("20250113090000");
        JsonNode finding = report.get("findings").get(0);
        assertThat(finding.fieldNames())
                .toIterable()
                .contains(
                        "rule",
                        "category",
                        "severity",
                        "file",
                        "line",
                        "column",
                        "endLine",
                        "endColumn",
                        "message",
                        "advice");
    }

    @Test
    void aSeverityInThePomDecides() {
        MavenBuild.of(PROJECT)
                .replace(
                        "pom.xml",
                        "<executions>",
                        "<configuration><rules><%1$s>warning</%1$s></rules></configuration><executions>"
                                .formatted(RULE))
                .run("verify")
                .succeeded()
                .says("[WARNING] " + INDEX + ":1:1 warning [" + RULE + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Dmigrate.rules=" + RULE + "=info",
                "-Dmigrate.categories=lock=off",
                "-Dmigrate.failOn=never",
                "-Dmigrate.lintFrom=20250201000000",
                "-Dmigrate.skip"
            })
    void theCommandLineDecidesAsWell(String option) {
        MavenBuild.of(PROJECT).run("verify", option).succeeded();
    }

    @Test
    void aSuppressionWithAReasonSilences() {
        BuildResult result = MavenBuild.of(PROJECT)
                .replace(INDEX, "CREATE", "-- migrate:ignore " + RULE + " reason=\"ten rows\"\nCREATE")
                .run("verify")
                .succeeded();

        assertThat(result.rules("check")).doesNotContain(RULE);
        assertThat(result.report("check").get("suppressed").get(0).get("reason").asText())
                .isEqualTo("ten rows");
    }

    @Test
    void aWarningCanFailToo() {
        MavenBuild.of(PROJECT)
                .run("verify", "-Dmigrate.rules=" + RULE + "=warning", "-Dmigrate.failOn=warning")
                .failed();
    }

    @Test
    void worksWhenTypedAndOffline() {
        MavenBuild build = MavenBuild.of(PROJECT);
        build.run("migrate:check").failed();

        build.run("-o", "migrate:check").failed().says(RULE);
    }

    @Test
    void lintAndValidateAreTheSameWithoutADatabase() {
        MavenBuild build = MavenBuild.of(PROJECT);

        assertThat(build.run("migrate:lint").failed().rules("lint")).contains(RULE);
        assertThat(build.run("migrate:validate").succeeded().rules("validate")).isEmpty();
    }

    @Test
    void runsWhereItIsDeclaredAndOnlyThere() {
        BuildResult result =
                MavenBuild.of("check-runs-where-declared").run("verify").succeeded();

        assertThat(result.lines()).filteredOn(line -> line.contains(":check (")).hasSize(1);
        assertThat(result.report("database", "check").get("migrations")).hasSize(1);
        assertThat(result.folder().resolve("target")).doesNotExist();
        assertThat(result.folder().resolve("web/target")).doesNotExist();
    }

    @Test
    void typedAtTheParentItRunsWhereItIsDeclared() {
        BuildResult result =
                MavenBuild.of("check-runs-where-declared").run("migrate:check").succeeded();

        assertThat(result.report("database", "check").get("migrations")).hasSize(1);
        assertThat(result.folder().resolve("target")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void typedAtTheParentEachModuleHasItsOwnConfiguration(boolean mavenFour) {
        MavenBuild build = MavenBuild.of("check-runs-where-declared");
        twoModulesWithOneBroken(mavenFour ? build.mavenFour() : build);

        BuildResult result = build.environment("COLUMNS", "60")
                .run("migrate:lint", "-T", "4", "--fail-at-end")
                .failed();

        assertThat(result.lines().stream()
                        .filter(line -> line.contains("] Version ") || line.contains("] migrate:lint in "))
                        .map(line -> line.contains("Version")))
                .as("what a module says is one block")
                .containsExactly(true, false, true, false);
        assertThat(result.lines())
                .filteredOn(line -> line.contains(" 1 | "))
                .isNotEmpty()
                .allMatch(line -> line.contains("…") && line.length() <= 60);
        assertThat(result.rules("database", "lint")).contains("require-if-not-exists");
        assertThat(result.report("web", "lint").get("migrations")).hasSize(1);
        assertThat(result.report("web", "lint").get("failed").asBoolean()).isFalse();
        assertThat(result.folder().resolve("target/migrate")).doesNotExist();
    }

    @Test
    void typedAtTheParentItStopsAtTheFirstModuleThatFailsAndKnowsTheChosenOnes() {
        MavenBuild build = MavenBuild.of("check-runs-where-declared")
                .write(
                        "web/migrations/001_create_pages.sql",
                        "CREATE TABLE IF NOT EXISTS pages (id bigint PRIMARY KEY);");
        assertThat(build.run("migrate:lint", "-pl", "web")
                        .succeeded()
                        .report("web", "lint")
                        .get("migrations"))
                .as("in a chosen module whose pom does not declare it")
                .hasSize(1);
        twoModulesWithOneBroken(build);

        BuildResult chosen = build.run("migrate:lint", "-pl", "api,web").succeeded();
        assertThat(chosen.report("web", "lint").get("migrations")).hasSize(1);

        BuildResult all = build.run("migrate:validate", "migrate:lint").failed();
        assertThat(all.report("web", "validate").get("migrations")).hasSize(1);
        assertThat(all.report("web", "report")).isEqualTo(all.report("web", "validate"));
    }

    /** Gives {@code web} migrations as well, in a folder of its own, and those of {@code database} an error. */
    private static void twoModulesWithOneBroken(MavenBuild build) {
        build.write("database/migrations/001_create_products.sql", "CREATE TABLE products (id bigint PRIMARY KEY);")
                .write("web/sql/001_create_pages.sql", "CREATE TABLE pages (id bigint PRIMARY KEY);")
                .replace("web/pom.xml", "<packaging>pom</packaging>", """
                        <packaging>pom</packaging>
                        <build><plugins><plugin>
                          <groupId>dev.pgmigrate</groupId>
                          <artifactId>migration-maven-plugin</artifactId>
                          <configuration>
                            <locations>sql</locations>
                            <rerun>tracked</rerun>
                          </configuration>
                        </plugin></plugins></build>
                        """);
    }

    @Test
    void aParentThatBindsItButHasNoFolderIsToldWhichModuleHas() {
        MavenBuild.of("check-runs-where-declared")
                .replace("pom.xml", "<pluginManagement>", "")
                .replace("pom.xml", "</pluginManagement>", "")
                .run("verify")
                .couldNotRun()
                .says("The module database has one: declare the plugin in its pom.");
    }
}
