package dev.pgmigrate.goal;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.proof.Preludes;
import dev.pgmigrate.proof.Proof;
import dev.pgmigrate.proof.ProofPlan;
import dev.pgmigrate.proof.Prover;
import dev.pgmigrate.proof.ReplayFailure;
import dev.pgmigrate.proof.ServerCopies;
import dev.pgmigrate.proof.TestRole;
import dev.pgmigrate.proof.TestRows;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.ConnectException;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.sql.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Proves on a disposable server what the migrations do: that they apply to an empty database, one after the other, what a
 * second run of each does, and what its rollback does.
 */
public final class Test {
    private static final String DATABASE = "migrate_test";

    /** How many are told on the console. */
    private static final int MOST_REFUSALS = 5;

    private static final Pattern EXTENSION = Pattern.compile("(?i)\\bcreate\\s+extension\\b");
    /** What the server says of one that is not installed, from PostgreSQL 18 on and before. */
    private static final Set<String> MISSING_EXTENSION =
            Set.of(SqlState.FEATURE_NOT_SUPPORTED, SqlState.UNDEFINED_FILE);

    private Test() {}

    /**
     * What to prove, and where.
     *
     * @param preludesOrNull what runs before the first migration, or null for what such files usually need
     * @param searchPath the schemas of names without one; empty for the server's own
     * @param runner the tool that runs the files in production
     * @param server starts the server once there is something to run
     * @param settings what is proved, and what fails the goal
     * @param scratchOrNull an empty database to run on instead, or null
     */
    public record Request(
            MigrationFolders folders,
            @Nullable List<SqlFile> preludesOrNull,
            List<String> searchPath,
            Runner runner,
            Supplier<DisposablePostgres> server,
            ProofSettings settings,
            @Nullable ConnectionTarget scratchOrNull) {
        public Request(
                MigrationFolders folders,
                @Nullable List<SqlFile> preludesOrNull,
                List<String> searchPath,
                Runner runner,
                Supplier<DisposablePostgres> server,
                ProofSettings settings) {
            this(folders, preludesOrNull, searchPath, runner, server, settings, null);
        }

        public Request {
            preludesOrNull = preludesOrNull == null ? null : List.copyOf(preludesOrNull);
            searchPath = List.copyOf(searchPath);
        }
    }

    public static Result run(Request request) {
        Migrations migrations = Migrations.read(request.folders());
        if (!migrations.rejected().isEmpty() || migrations.isEmpty()) {
            return result(migrations, List.of(), Proof.NONE, request.settings(), List.of());
        }
        List<SqlFile> preludes = preludes(migrations, request.preludesOrNull(), request.searchPath());
        Database database = request.settings().deployedOrNull();
        DeployedMigrations deployed = database == null ? null : DeployedMigrations.in(database, migrations);
        ProofPlan plan = plan(request, migrations, preludes, deployed);
        Ran ran = ran(request, plan);
        if (ran.proof().mayFailForRows()) {
            // What migrations have derived from generated rows cannot be told from rows of their own.
            ran = ran(request, plan.with(TestRows.NONE));
        }
        List<SqlFile> others = new ArrayList<>(ran.plan().preludes());
        plan.seeds().values().forEach(others::addAll);
        others.addAll(plan.last());
        return result(migrations, others, ran.proof(), request.settings(), notes(request, ran, deployed));
    }

    /**
     * What was proved, and where.
     *
     * @param plan what was run
     * @param where the place, in a sentence
     */
    private record Ran(Proof proof, ProofPlan plan, String where) {}

    private static Ran ran(Request request, ProofPlan plan) {
        ConnectionTarget named = request.scratchOrNull();
        if (named != null) {
            try (ScratchDatabase scratch = ScratchDatabase.take(named)) {
                ConnectionTarget session = session(named, request);
                return new Ran(
                        new Prover(session).prove(plan, scratch.copies(session)),
                        plan,
                        "Ran on " + named
                                + ", which is empty again; roles that the migrations make stay on that server.");
            }
        }
        try (DisposablePostgres server = request.server().get()) {
            return ranOn(server, request, plan);
        }
    }

    /** A server that ends is no failure of a migration. */
    private static Ran ranOn(DisposablePostgres server, Request request, ProofPlan plan) {
        try {
            ConnectionTarget database = server.createDatabase(DATABASE);
            ProofPlan fitting = request.preludesOrNull() == null && server.hasContents() && hasAuth(database)
                    ? plan.withoutStandIn()
                    : plan;
            ConnectionTarget session = session(handedOver(server, database, fitting), request);
            Proof proof = new Prover(session)
                    .prove(fitting, new ServerCopies(server, DATABASE, session))
                    .explainedBy(server);
            return new Ran(proof, fitting, "Ran on " + server.describe() + ", which has been removed.");
        } catch (ServerException | ConnectException e) {
            server.requireRunning();
            throw e;
        }
    }

    /** Returns whether an image of Supabase made the database, which then needs no stand-in. */
    private static boolean hasAuth(ConnectionTarget database) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            return connection.ask("SELECT pg_catalog.to_regnamespace('auth') IS NOT NULL");
        }
    }

    private static ConnectionTarget session(ConnectionTarget database, Request request) {
        return request.searchPath().isEmpty()
                ? database
                : database.with("currentSchema", String.join(",", request.searchPath()));
    }

    private static ConnectionTarget handedOver(DisposablePostgres server, ConnectionTarget database, ProofPlan plan) {
        if (plan.role() == TestRole.SUPERUSER) {
            return database;
        }
        boolean supabase = plan.preludes().stream().anyMatch(Preludes::isSupabase);
        return server.giveToOwner(DATABASE, supabase ? "supabase_admin" : "hosting_admin");
    }

    private static ProofPlan plan(
            Request request,
            Migrations migrations,
            List<SqlFile> preludes,
            @Nullable DeployedMigrations deployedOrNull) {
        ProofSettings settings = request.settings();
        return new ProofPlan(
                preludes,
                migrations.all(),
                ProvedMigrations.of(migrations, settings, deployedOrNull),
                Seeds.read(migrations, settings.seedsOrNull()),
                settings.seedsOrNull() == null && migrations.areForSupabase()
                        ? Seeds.ofSupabase(migrations.folders())
                        : List.of(),
                request.runner(),
                request.searchPath(),
                settings.limit(),
                request.scratchOrNull() == null ? role(settings, preludes) : TestRole.SUPERUSER,
                settings.rows());
    }

    private static TestRole role(ProofSettings settings, List<SqlFile> preludes) {
        TestRole usual = preludes.stream().anyMatch(Preludes::isSupabase) ? TestRole.OWNER : TestRole.SUPERUSER;
        return Objects.requireNonNullElse(settings.roleOrNull(), usual);
    }

    private static List<String> notes(Request request, Ran ran, @Nullable DeployedMigrations deployedOrNull) {
        ProofPlan plan = ran.plan();
        List<String> notes = new ArrayList<>();
        notes.add(ran.where());
        if (deployedOrNull != null) {
            notes.add(deployedOrNull.line());
        }
        if (request.preludesOrNull() == null && plan.preludes().stream().anyMatch(Preludes::isSupabase)) {
            notes.add("The prelude supabase ran first, since these files are for Supabase; -Dmigrate.prelude=none"
                    + " leaves it out.");
        }
        if (!plan.last().isEmpty()) {
            notes.add(plan.last().stream().map(SqlFile::path).collect(Collectors.joining(", "))
                    + (plan.last().size() == 1 ? " runs" : " run")
                    + " last, as the Supabase CLI seeds a database; a folder in -Dmigrate.seeds replaces that.");
        }
        if (plan.role() == TestRole.OWNER) {
            notes.add("The migrations ran as " + DisposablePostgres.OWNER
                    + ", which is no superuser, like the role that a"
                    + " hosted service gives out; -Dmigrate.testRole=superuser runs them as one.");
        }
        int filled = ran.proof().filled().size();
        if (filled > 0) {
            notes.add((filled == 1 ? "1 table" : filled + " tables")
                    + " had generated rows while the migrations were proved; -Dmigrate.testRows=none leaves them out.");
        }
        int onlyRun = plan.migrations().size() - plan.proved().size();
        if (onlyRun > 0 && deployedOrNull == null) {
            notes.add(onlyRun + (onlyRun == 1 ? " migration was" : " migrations were")
                    + " only run, to get to those that are proved.");
        }
        return notes;
    }

    /** Returns what runs before the first migration: what was asked for, or else what the files need. */
    static List<SqlFile> preludes(
            Migrations migrations, @Nullable List<SqlFile> preludesOrNull, List<String> searchPath) {
        List<SqlFile> preludes = new ArrayList<>(schemas(searchPath));
        preludes.addAll(Objects.requireNonNullElseGet(preludesOrNull, () -> usual(migrations)));
        return preludes;
    }

    /** Returns the prelude that files for Supabase need, unless they make themselves what it stands in for. */
    static List<SqlFile> usual(Migrations migrations) {
        return migrations.areForSupabase() && !migrations.makeAuth() ? Preludes.supabase(migrations) : List.of();
    }

    /** Returns what makes the schemas of the search path, as the tools do that are told of them. */
    private static List<SqlFile> schemas(List<String> searchPath) {
        List<String> made = searchPath.stream()
                .filter(schema -> !schema.equals("public") && !schema.startsWith("$"))
                .map(schema -> "CREATE SCHEMA IF NOT EXISTS " + Identifier.quote(schema) + ";")
                .toList();
        return made.isEmpty()
                ? List.of()
                : List.of(SqlFile.of(Path.of("schemas.sql"), "prelude schemas", String.join("\n", made)));
    }

    private static Result result(
            Migrations migrations, List<SqlFile> others, Proof proof, ProofSettings settings, List<String> notes) {
        ProofVerdicts verdicts = new ProofVerdicts(settings.rerun());
        List<FileLine> files = files(migrations, proof, verdicts);
        List<Failure> failures = new ArrayList<>(PlanLines.unreadable(migrations));
        failures.addAll(verdicts.failures());
        proof.failure().map(Test::failure).ifPresent(failures::add);
        Map<String, SourceText> sources = new HashMap<>(Judgement.sources(migrations));
        others.forEach(file -> sources.put(file.path(), file.source()));
        List<String> all = new ArrayList<>(notes);
        Set<String> standIns = files.stream()
                .flatMap(file -> file.proof().stream())
                .flatMap(line -> line.standIns().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!standIns.isEmpty()) {
            all.add("Stand-ins took the place of " + String.join(", ", standIns)
                    + ", which this server does not have: what they do is unproved.");
        }
        all.addAll(refusals(files));
        long surprising = files.stream()
                .flatMap(file -> file.proof().stream())
                .flatMap(line -> line.locks().stream())
                .filter(LockRow::surprising)
                .count();
        if (surprising > 0) {
            all.add(surprising + (surprising == 1 ? " lock is" : " locks are")
                    + " not what the rules expect; the JSON report has both, as mode and predicted.");
        }
        if (migrations.isEmpty()) {
            all.add("There are no migrations yet, so there is nothing to prove.");
        }
        Result result = new Result(
                "test",
                migrations.folders().base(),
                files,
                migrations.ignored(),
                List.of(),
                List.of(),
                failures,
                all,
                !failures.isEmpty(),
                sources);
        return Secrets.in(migrations.after(others)).hide(result);
    }

    private static List<String> refusals(List<FileLine> files) {
        List<String> notes = files.stream()
                .flatMap(file -> file.proof().stream())
                .flatMap(line -> line.refused().stream())
                .map(refused ->
                        refused.place() + " applies to empty tables, but not where a row is like the generated ones: "
                                + refused.message())
                .toList();
        return notes.size() <= MOST_REFUSALS
                ? notes
                : Stream.concat(
                                notes.stream().limit(MOST_REFUSALS),
                                Stream.of(
                                        notes.size() - MOST_REFUSALS
                                                + " more do not apply where rows are like the generated ones; the JSON report has them."))
                        .toList();
    }

    private static List<FileLine> files(Migrations migrations, Proof proof, ProofVerdicts verdicts) {
        Map<Migration, Proof.Passed> passed = new HashMap<>();
        proof.passed().forEach(done -> passed.put(done.migration(), done));
        List<FileLine> files = new ArrayList<>();
        for (FileLine file : Judgement.files(migrations)) {
            if (file.state() == FileState.REJECTED) {
                files.add(file);
            }
        }
        for (Migration migration : migrations.all()) {
            Proof.Passed done = passed.get(migration);
            files.add(done == null ? notPassed(migration, proof) : applied(done, verdicts));
        }
        return files;
    }

    /** What applies may still fail its proof. */
    private static FileLine applied(Proof.Passed done, ProofVerdicts verdicts) {
        int before = verdicts.failures().size();
        ProofLine line = verdicts.line(done);
        FileState state = verdicts.failures().size() == before ? FileState.PASSED : FileState.FAILED;
        return file(done.migration(), state, line.words()).with(line);
    }

    private static FileLine notPassed(Migration migration, Proof proof) {
        boolean failed = proof.failure()
                .filter(failure -> failure.file() == migration.sql())
                .isPresent();
        return failed
                ? file(migration, FileState.FAILED, "").with(ProofLine.onlyRun(false, 0))
                : file(migration, FileState.NOT_RUN, "");
    }

    private static FileLine file(Migration migration, FileState state, String remark) {
        return new FileLine(migration.path(), migration.version().toString(), migration.name(), state, remark);
    }

    static Failure failure(ReplayFailure failure) {
        SourceText source = failure.file().source();
        return new Failure(
                failure.reason(),
                advice(failure),
                failure.file().path(),
                source.position(failure.place().start()),
                source.position(failure.place().end()),
                failure.statementText(),
                failure.errorOrNull());
    }

    private static String advice(ReplayFailure failure) {
        if (failure.onlySuperuser()) {
            return "Only a superuser may run this, and " + DisposablePostgres.OWNER + " is none here, as on a hosted"
                    + " service. Leave it out, or run the proof with -Dmigrate.testRole=superuser if yours is one.";
        }
        ServerError error = failure.errorOrNull();
        if (error != null && error.sqlState().equals(SqlState.DISK_FULL)) {
            return "The disk on which the proof runs is full, which may say nothing of the migration: make room, or name"
                    + " a folder with more of it, MAVEN_OPTS=-Djava.io.tmpdir=….";
        }
        boolean extension = error != null
                && EXTENSION.matcher(failure.statementText()).find()
                && MISSING_EXTENSION.contains(error.sqlState());
        return extension
                ? "This server has only the extensions that come with PostgreSQL, or with its image, and stand-ins for some"
                        + " others: run the proof on an image that has this one, with -Dmigrate.provider=testcontainers"
                        + " -Dmigrate.image=…, or on a database of your own with -Dmigrate.testUrl=…."
                : "";
    }
}
