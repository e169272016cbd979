package dev.pgmigrate.proof.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.server.SessionSettings;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import dev.pgmigrate.truth.KnownMisses;
import dev.pgmigrate.truth.LargerSets;
import dev.pgmigrate.truth.LawFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Compares what is said of the bodies of PostgreSQL's own suite with what the extension plpgsql_check says of them: nothing
 * may be refused here that it does not refuse as well. It needs a server with that extension, which lets the role
 * {@code postgres} in: {@code -Dplpgsql.check=jdbc:postgresql://localhost}.
 */
class BodyTruthTest {
    private static final Path SUITE =
            Path.of(System.getProperty("conformance.dir", "conformance")).resolve("regress");
    private static final String SERVER = System.getProperty("plpgsql.check", "");
    private static final String DATABASE = "migrate_bodies";

    private static final String CHECKED = """
        SELECT sqlstate || ' ' || message
        FROM public.plpgsql_check_function_tb(?::oid, ?::oid, fatal_errors => false, other_warnings => false,
                                              performance_warnings => false, extra_warnings => false)
        WHERE level = 'error'""";

    /** It looks at a trigger function only with a table; the function is compared once it has a trigger. */
    private static final String NOT_ASKED = "22023 missing trigger relation";

    /** A database with a subscription cannot be dropped; a subscription without a slot can (manual, DROP SUBSCRIPTION). */
    private static final String UNSUBSCRIBE = """
        DO $$
        DECLARE subscription name;
        BEGIN
            FOR subscription IN SELECT subname FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid
                                WHERE d.datname = current_database() LOOP
                EXECUTE format('ALTER SUBSCRIPTION %I DISABLE', subscription);
                EXECUTE format('ALTER SUBSCRIPTION %I SET (slot_name = NONE)', subscription);
                EXECUTE format('DROP SUBSCRIPTION %I', subscription);
            END LOOP;
        END $$""";

    private final List<String> disagreements = new ArrayList<>();
    private final Set<String> missed = new TreeSet<>();
    private int bodies;
    private int unasked;
    private int planned;
    private int unproved;
    private int refused;

    @AfterEach
    void dropDatabase() {
        if (!SERVER.isEmpty()) {
            onServer("DROP DATABASE IF EXISTS " + DATABASE + " (FORCE)");
        }
    }

    @Test
    void nothingIsRefusedThatPlpgsqlCheckTakes() throws IOException {
        LargerSets.assumeThere(SUITE, "conformance.dir");
        assumeTrue(!SERVER.isEmpty(), "set -Dplpgsql.check to a server that has plpgsql_check");
        try (Stream<Path> files = Files.list(SUITE)) {
            for (Path file : files.filter(
                            path -> LawFiles.isChosen(path.getFileName().toString()))
                    .sorted()
                    .toList()) {
                check(file);
            }
        }
        missed.forEach(line -> System.out.println("only plpgsql_check: " + line));
        System.out.printf(
                "%d bodies, %d problems, %d statements planned, %d bodies with something unproved; %d more without a trigger%n",
                bodies, refused, planned, unproved, unasked);
        KnownMisses.of("bodies").assertAre(disagreements);
        assertThat(bodies).isPositive();
    }

    private void check(Path path) throws IOException {
        SqlFile file = SqlFile.of(path, path.getFileName().toString(), Files.readString(path));
        if (file.script().statements().stream().noneMatch(CreateFunction.class::isInstance)) {
            return;
        }
        onServer("DROP DATABASE IF EXISTS " + DATABASE + " (FORCE)");
        onServer("CREATE DATABASE " + DATABASE);
        try (ServerConnection connection = ServerConnection.open(server(DATABASE))) {
            connection.execute("CREATE EXTENSION plpgsql_check");
            Routines before = Routines.read(connection);
            for (Statement statement : file.script().statements()) {
                run(connection, file.source().text(statement.range()));
                if ((statement instanceof CreateFunction || statement instanceof CreateTrigger)
                        && !connection.inTransaction()) {
                    Routines after = Routines.read(connection);
                    compare(file.path(), connection, before, after);
                    before = after;
                }
            }
        }
        try (ServerConnection connection = ServerConnection.open(server(DATABASE))) {
            connection.execute(UNSUBSCRIBE);
        }
    }

    private void compare(String file, ServerConnection connection, Routines before, Routines after) {
        for (Routine routine : after.changedSince(before)) {
            if (!routine.plpgsql()) {
                continue;
            }
            SessionSettings.UNLIMITED.reset(connection); // as a proof does, which leaves no temporary table
            Set<String> checked = checked(connection, routine);
            if (checked.contains(NOT_ASKED)) {
                unasked++;
                continue;
            }
            bodies++;
            Findings findings = new Findings(new RoutineSources(), after);
            new BodyProver().plan(connection, List.of(routine), findings);
            planned += findings.planned();
            unproved += findings.unproved().isEmpty() ? 0 : 1;
            for (BodyProblem problem : findings.problems().keySet()) {
                refused++;
                String said = problem.sqlState() + " " + problem.message();
                if (!checked.remove(said)) {
                    disagreements.add(file + " " + routine.signature() + " " + said);
                }
            }
            checked.forEach(said -> missed.add(file + " " + routine.signature() + " " + said));
        }
    }

    private static Set<String> checked(ServerConnection connection, Routine routine) {
        Set<String> said = new TreeSet<>();
        List<String> tables =
                routine.triggers().stream().map(Routine.Trigger::table).toList();
        for (String table : tables.isEmpty() ? List.of("") : tables) {
            try {
                long relation = table.isEmpty() ? 0 : connection.relation(table);
                said.addAll(connection.query(CHECKED, row -> row.getString(1), routine.oid(), relation));
            } catch (ServerException e) {
                said.add(e.error().sqlState() + " " + e.error().message());
            }
        }
        return said;
    }

    /** The suite tries much that fails on purpose, or needs what another file has made. */
    private static void run(ServerConnection connection, String sql) {
        try {
            connection.execute(sql);
        } catch (ServerException e) {
            assertThat(e.error().message()).isNotEmpty();
        }
    }

    private static void onServer(String sql) {
        try (ServerConnection connection = ServerConnection.open(server("postgres"))) {
            connection.execute(sql);
        }
    }

    private static ConnectionTarget server(String database) {
        return new ConnectionTarget(SERVER + "/" + database, "postgres", null, Map.of());
    }
}
