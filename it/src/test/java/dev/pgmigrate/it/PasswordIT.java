package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way in which a password can be given works, and none lets it out. */
class PasswordIT {
    private static final String USER = "keeper";
    private static final String PASSWORD = "Gr7-heron-kite";

    /** {@link #PASSWORD}, by {@code mvn --encrypt-password}, with the master password that follows. */
    private static final String ENCRYPTED = "{wV/j5bA1wHQHNu0U7FlBwdbUUcGbODBG9ucJtZTgL9M=}";

    private static final String SECURITY =
            "<settingsSecurity><master>{E8tMbjndF1QH99D68boTmz104MAf1t7RN6D1IL8tQEU=}</master></settingsSecurity>";

    enum Way {
        IN_THE_URL,
        AS_A_PARAMETER_OF_THE_URL,
        AS_A_PROPERTY,
        IN_MIGRATE_PASSWORD,
        IN_MIGRATE_URL,
        IN_DATABASE_URL,
        IN_PGPASSWORD,
        IN_THE_SETTINGS,
        ENCRYPTED_IN_THE_SETTINGS
    }

    @BeforeAll
    static void createTheRole() {
        try (ServerConnection connection = ServerConnection.open(Databases.create())) {
            connection.execute("CREATE ROLE " + USER + " SUPERUSER LOGIN PASSWORD '" + PASSWORD + "'");
        }
    }

    @ParameterizedTest
    @EnumSource
    void worksAndIsInNoOutput(Way way) {
        silent(way, MavenBuild.of(ApplyScenarios.PROJECT));
    }

    @ParameterizedTest
    @EnumSource(names = {"AS_A_PROPERTY", "IN_MIGRATE_URL", "IN_THE_SETTINGS", "ENCRYPTED_IN_THE_SETTINGS"})
    void worksAndIsInNoOutputOfMavenFour(Way way) {
        silent(way, MavenBuild.of(ApplyScenarios.PROJECT).mavenFour());
    }

    private static void silent(Way way, MavenBuild build) {
        ConnectionTarget database = Databases.create();
        String plain = database.url() + "?sslmode=disable";
        String full = plain.replace("jdbc:postgresql://", "postgres://" + USER + ":" + PASSWORD + "@");
        String url = "-Dmigrate.url=" + plain;
        BuildResult result = switch (way) {
            case IN_THE_URL -> run(build, "-Dmigrate.url=" + full);
            case AS_A_PARAMETER_OF_THE_URL -> run(build, url + "&user=" + USER + "&password=" + PASSWORD);
            case AS_A_PROPERTY -> run(build, url, "-Dmigrate.user=" + USER, "-Dmigrate.password=" + PASSWORD);
            case IN_MIGRATE_PASSWORD ->
                run(build.environment("MIGRATE_USER", USER).environment("MIGRATE_PASSWORD", PASSWORD), url);
            case IN_MIGRATE_URL -> run(build.environment("MIGRATE_URL", full));
            case IN_DATABASE_URL -> run(build.environment("DATABASE_URL", full));
            case IN_PGPASSWORD -> run(libpq(build, database));
            case IN_THE_SETTINGS -> run(build.server("database", USER, PASSWORD), url, "-Dmigrate.serverId=database");
            case ENCRYPTED_IN_THE_SETTINGS ->
                run(
                        build.server("database", USER, ENCRYPTED),
                        url,
                        "-Dmigrate.serverId=database",
                        "-Dsettings.security=" + security(build));
        };

        result.succeeded().says("Applied 2.");
        assertThat(mentions(result)).isEmpty();
    }

    @Test
    void isNotTakenFromThePom() {
        ConnectionTarget database = Databases.create();
        MavenBuild build = MavenBuild.of(ApplyScenarios.PROJECT)
                .replace(
                        "pom.xml",
                        "<executions>",
                        "<configuration><url>" + database.url() + "?user=" + USER + "&amp;password=" + PASSWORD
                                + "</url></configuration><executions>");

        BuildResult result = build.run("migrate:apply")
                .couldNotRun()
                .says("The <url> in the pom contains a password")
                .says("serverId");

        assertThat(mentions(result)).isEmpty();
    }

    @Test
    void aPasswordThatCannotBeDecryptedIsAnError() {
        undecryptable(MavenBuild.of(ApplyScenarios.PROJECT)).couldNotRun().says("cannot be decrypted");
    }

    @Test
    void mavenFourItselfRefusesAPasswordThatCannotBeDecrypted() {
        BuildResult result = undecryptable(MavenBuild.of(ApplyScenarios.PROJECT).mavenFour());

        assertThat(result.exitCode()).isNotZero();
        result.says("Could not decrypt password");
    }

    private static BuildResult undecryptable(MavenBuild build) {
        return build.server("database", USER, ENCRYPTED)
                .run(
                        "migrate:apply",
                        "-Dmigrate.url=" + Databases.create().url(),
                        "-Dmigrate.serverId=database",
                        "-Dsettings.security=" + build.folder().resolve("nowhere.xml"));
    }

    @Test
    void aServerThatIsNotInTheSettingsIsAnError() {
        MavenBuild.of(ApplyScenarios.PROJECT)
                .run("migrate:apply", "-Dmigrate.url=jdbc:postgresql://localhost/x", "-Dmigrate.serverId=nix")
                .couldNotRun()
                .says("settings.xml has no server with the id \"nix\"");
    }

    @Test
    void aWrongPasswordIsAnErrorThatDoesNotRepeatIt() {
        BuildResult result = MavenBuild.of(ApplyScenarios.PROJECT)
                .environment("MIGRATE_USER", USER)
                .environment("MIGRATE_PASSWORD", PASSWORD + "s")
                .run("-X", "migrate:apply", ApplyScenarios.url(Databases.create()))
                .couldNotRun();

        assertThat(mentions(result)).isEmpty();
    }

    private static BuildResult run(MavenBuild build, String... arguments) {
        return build.run(Stream.concat(Stream.of("-X", "migrate:apply"), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private static MavenBuild libpq(MavenBuild build, ConnectionTarget database) {
        URI address = URI.create(database.url().substring("jdbc:".length()));
        return build.environment("PGHOST", address.getHost())
                .environment("PGPORT", String.valueOf(address.getPort()))
                .environment("PGDATABASE", address.getPath().substring(1))
                .environment("PGUSER", USER)
                .environment("PGPASSWORD", PASSWORD)
                .environment("PGSSLMODE", "disable");
    }

    private static Path security(MavenBuild build) {
        Path file = build.folder().resolve("settings-security.xml");
        build.write("settings-security.xml", SECURITY);
        return file;
    }

    /** Returns the lines that Maven wrote, and the reports, in which the password stands. */
    private static List<String> mentions(BuildResult result) {
        Stream<String> log = result.lines().stream()
                // What the invoker was asked to run, it shows before Maven starts.
                .filter(line -> !line.contains("Executing: "))
                // So does the script that starts Maven 4, at -X.
                .filter(line -> !line.startsWith("Command line: "));
        return Stream.concat(log, reports(result))
                .filter(line -> line.contains(PASSWORD))
                .toList();
    }

    private static Stream<String> reports(BuildResult result) {
        Path folder = result.folder().resolve("target/migrate");
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream().flatMap(PasswordIT::lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
