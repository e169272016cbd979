package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchetypeIT {
    private static final String PROJECT = "archetype-adds-to-a-project";
    private static final String MODULES = "archetype-asks-for-one-module";
    private static final String MIGRATIONS = "src/main/resources/db/migration/";
    private static final String ROLLBACKS = "src/main/resources/db/rollback/";

    @Test
    void addsAMigrationWithItsRollbackAndLeavesThePomByteForByte() throws IOException {
        MavenBuild build = MavenBuild.of(PROJECT);
        byte[] pom = Files.readAllBytes(build.folder().resolve("pom.xml"));

        generate(build, "-Dname=create_customers", "-Dkind=table").succeeded().says("Wrote " + MIGRATIONS);

        assertThat(build.folder().resolve("pom.xml")).hasBinaryContent(pom);
        assertThat(files(build))
                .map(ArchetypeIT::withoutVersion)
                .containsExactly(
                        "pom.xml",
                        MIGRATIONS + "_create_orders.sql",
                        MIGRATIONS + "_create_customers.sql",
                        ROLLBACKS + "_create_orders.sql",
                        ROLLBACKS + "_create_customers.sql");
        BuildResult check = build.run("verify").succeeded();
        assertThat(check.rules("check")).isEmpty();
    }

    @Test
    void writesTheSameBytesAsMigrateNew() {
        String[] column = {"-Dname=add_email_to_orders", "-Dkind=column", "-Dtype=varchar(200)"};
        MavenBuild archetype = MavenBuild.of(PROJECT);
        MavenBuild goal = MavenBuild.of(PROJECT);

        generate(archetype, column).succeeded();
        List<String> arguments = new ArrayList<>(List.of("migrate:new"));
        arguments.addAll(List.of(column));
        goal.run(arguments.toArray(String[]::new)).succeeded();

        assertThat(texts(archetype)).hasSize(5).isEqualTo(texts(goal));
    }

    @Test
    void asksForTheNameAndTheKindOnly() {
        MavenBuild build = MavenBuild.of(PROJECT);

        BuildResult result = generate(build.answering("Add Orders!", "index_customer_id_on_orders", "index", "Y"));

        result.succeeded()
                .says("Value does not match the expression, please try again")
                .says("_index_customer_id_on_orders.sql");
        assertThat(result.lines())
                .filteredOn(line -> line.contains("Define value for property"))
                .hasSizeLessThan(3);
        assertThat(files(build)).hasSize(5);
    }

    @Test
    void takesAProjectsOwnTemplate() {
        MavenBuild build =
                MavenBuild.of(PROJECT).write("src/migrate/templates/audit.sql", "${header}\nSELECT '${table}';\n");

        generate(build, "-Dname=audit_orders", "-Dkind=audit", "-Dtable=orders").succeeded();

        assertThat(texts(build)).anyMatch(text -> text.endsWith("\nSELECT 'public.orders';\n"));
    }

    @Test
    void readsWhatThePomSaysAboutThePlugin() {
        MavenBuild build = MavenBuild.of(PROJECT)
                .replace(
                        "pom.xml",
                        "<executions>",
                        "<configuration><locations><location>sql/up</location></locations>"
                                + "<rollbackLocation>sql/down</rollbackLocation></configuration><executions>");

        generate(build, "-Dname=create_customers", "-Dkind=table").succeeded();

        assertThat(files(build))
                .map(ArchetypeIT::withoutVersion)
                .contains("sql/up/_create_customers.sql", "sql/down/_create_customers.sql");
    }

    @Test
    void makesAProjectThatIsReadyToVerify() {
        MavenBuild build = MavenBuild.empty("archetype-makes-a-project");

        generate(build, "-DartifactId=my-app", "-DgroupId=org.acme").succeeded();

        assertThat(files(build))
                .map(ArchetypeIT::withoutVersion)
                .containsExactly(
                        "my-app/.mvn/jvm.config",
                        "my-app/README.md",
                        "my-app/pom.xml",
                        "my-app/" + MIGRATIONS + "_create_users.sql",
                        "my-app/" + ROLLBACKS + "_create_users.sql");
        MavenBuild app = build.in("my-app");
        assertThat(app.run("verify").succeeded().rules("check")).isEmpty();
        app.run("migrate:new", "-Dname=add_email_to_users", "-Dkind=column").succeeded();
        generate(app, "-Dname=index_email_on_users", "-Dkind=index").succeeded();
        assertThat(app.run("verify").succeeded().report("check").get("migrations"))
                .hasSize(3);
    }

    @Test
    void givesARepositoryOfSomethingElseAPomInAFolderOfItsOwn() {
        MavenBuild build = MavenBuild.empty("archetype-beside-node")
                .write("package.json", "{}\n")
                .write("supabase/config.toml", "[db]\nmajor_version = 17\n");

        generate(build, "-DartifactId=migrate", "-Dname=create_notes", "-Dkind=table")
                .succeeded();

        assertThat(files(build))
                .map(ArchetypeIT::withoutVersion)
                .containsExactly(
                        "migrate/README.md",
                        "migrate/pom.xml",
                        "package.json",
                        "supabase/config.toml",
                        "supabase/migrations/_create_notes.sql",
                        "supabase/rollback/_create_notes.sql");
        for (String goal : List.of("check", "test", "status", "apply")) {
            assertThat(build.folder().resolve("migrate/README.md"))
                    .content()
                    .contains("\"db:" + goal + "\": \"mvn -q -f migrate/pom.xml migrate:" + goal + "\"");
        }
        BuildResult check = build.in("migrate").run("migrate:check").succeeded();
        assertThat(check.report("check").get("migrations")).hasSize(1);
        assertThat(check.rules("check")).isEmpty();
    }

    @Test
    void makesNoProjectOverAnother() {
        MavenBuild build =
                MavenBuild.of(PROJECT).write("my-app/notes.txt", "mine\n").write("my-app/pom.xml", "<a/>");

        generate(build, "-DartifactId=my-app").says("my-app exists already");

        assertThat(build.folder().resolve("my-app")).isDirectoryContaining("glob:**/notes.txt");
        assertThat(build.folder().resolve("my-app/pom.xml")).hasContent("<a/>");
    }

    @Test
    void writesNothingAtTheRootOfSeveralModules() {
        MavenBuild build = MavenBuild.of(MODULES);
        List<String> before = files(build);

        BuildResult result = generate(build, "-Dname=create_customers");

        assertThat(result.exitCode()).isNotZero();
        result.says("[ERROR] Nothing was written: this build has 3 modules, and a migration belongs to one.");
        assertThat(files(build)).isEqualTo(before);
    }

    @Test
    void worksInOneModuleThatIsChosenOrStartedIn() {
        MavenBuild build = MavenBuild.of(MODULES);
        List<String> poms = texts(build);

        generate(build, "-Dname=create_customers", "-pl", "database").succeeded();
        generate(build.in("api"), "-Dname=create_customers").succeeded();
        generate(build, "-Dname=create_customers", "-N").succeeded();

        assertThat(files(build))
                .map(ArchetypeIT::withoutVersion)
                .contains(
                        "database/" + MIGRATIONS + "_create_customers.sql",
                        "api/" + MIGRATIONS + "_create_customers.sql",
                        MIGRATIONS + "_create_customers.sql")
                .hasSize(9);
        assertThat(texts(build)).containsAll(poms);
    }

    @Test
    void worksOffline() {
        MavenBuild build = MavenBuild.of(PROJECT);
        generate(build, "-Dname=create_first").succeeded();

        generate(build, "-o", "-Dname=create_second").succeeded();
    }

    /** Maven Archetype empties the pom with Maven 4, which nothing here can undo if the machine stops just then. */
    @Test
    void refusesAProjectWithMavenFour() throws IOException {
        MavenBuild build = MavenBuild.of(PROJECT).mavenFour();
        byte[] pom = Files.readAllBytes(build.folder().resolve("pom.xml"));

        generate(build, "-Dname=create_customers").says("Use the plugin's own goal, mvn migrate:new");

        assertThat(build.folder().resolve("pom.xml")).hasBinaryContent(pom);
        assertThat(files(build)).hasSize(3);
        build.run("migrate:new", "-Dname=create_customers").succeeded();
        generate(MavenBuild.empty("archetype-makes-a-project").mavenFour(), "-DartifactId=my-app")
                .succeeded();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "-Dname=../x       | The name \"../x\" cannot be used: a name is words in lower case",
                "-Dskip            | say what the migration does, -Dname=add_email_to_users",
                "-Dname=add_a_b -Dtable=a;b -Dkind=table | -Dtable=a;b cannot be used: a name is [schema.]name",
                "-DartifactId=../b | -DartifactId=../b cannot be used: it becomes the name of a folder",
            })
    void refusesAWrongRequestBeforeAnythingIsTouched(String options, String sentence) throws IOException {
        MavenBuild build = MavenBuild.of(PROJECT);
        List<String> before = files(build);
        byte[] pom = Files.readAllBytes(build.folder().resolve("pom.xml"));

        BuildResult result = generate(build, options.split(" (?=-D)"));

        assertThat(result.exitCode()).isNotZero();
        result.says("[ERROR] Nothing was written: " + sentence);
        assertThat(files(build)).isEqualTo(before);
        assertThat(build.folder().resolve("pom.xml")).hasBinaryContent(pom);
    }

    private static BuildResult generate(MavenBuild build, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "org.apache.maven.plugins:maven-archetype-plugin:3.4.1:generate",
                "-DarchetypeCatalog=local",
                "-DarchetypeGroupId=dev.pgmigrate",
                "-DarchetypeArtifactId=migration-archetype",
                "-DarchetypeVersion=" + System.getProperty("it.version")));
        arguments.addAll(List.of(options));
        return build.run(arguments.toArray(String[]::new));
    }

    /** Returns what people wrote or the build made for them, below the folder, without {@code target}. */
    private static List<String> files(MavenBuild build) {
        try (Stream<Path> files = Files.walk(build.folder())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> build.folder().relativize(file).toString())
                    .filter(file -> !file.contains("target/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the texts of the files, with the versions that the clock gave them taken out. */
    private static List<String> texts(MavenBuild build) {
        return files(build).stream()
                .map(file -> {
                    try {
                        return Files.readString(build.folder().resolve(file)).replaceAll("\\b20[0-9]{12}\\b", "");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static String withoutVersion(String file) {
        return file.replaceFirst("[0-9]{14}", "");
    }
}
