package dev.pgmigrate.proof;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.proof.body.BodyProof;
import dev.pgmigrate.proof.body.BodyProver;
import dev.pgmigrate.proof.body.Routines;
import dev.pgmigrate.proof.observe.DatabaseState;
import dev.pgmigrate.proof.observe.Touched;
import dev.pgmigrate.proof.rows.MadeUpRows;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.sql.SourceRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs migrations on a throw-away database, to see what a real server says about them. */
public final class Prover {
    /** In life, what is in {@code public} was made by the owner; a prelude needs a superuser for the rest. */
    private static final String HAND_OVER = """
            DO $$
            DECLARE change text;
            BEGIN
              FOR change IN
                SELECT format('ALTER TABLE %%s OWNER TO %1$s', c.oid::pg_catalog.regclass)
                FROM pg_catalog.pg_class c
                WHERE c.relnamespace = 'public'::pg_catalog.regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
                UNION ALL
                SELECT format('ALTER ROUTINE %%s OWNER TO %1$s', p.oid::pg_catalog.regprocedure)
                FROM pg_catalog.pg_proc p WHERE p.pronamespace = 'public'::pg_catalog.regnamespace
                  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend WHERE objid = p.oid AND deptype = 'e')
                UNION ALL
                SELECT format('ALTER TYPE %%s OWNER TO %1$s', t.oid::pg_catalog.regtype)
                FROM pg_catalog.pg_type t WHERE t.typnamespace = 'public'::pg_catalog.regnamespace
                  AND (t.typtype IN ('e', 'd', 'r') OR t.typrelid IN (SELECT oid FROM pg_catalog.pg_class WHERE relkind = 'c'))
                  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend WHERE objid = t.oid AND deptype = 'e')
              LOOP
                EXECUTE change;
              END LOOP;
            END
            $$""".formatted(DisposablePostgres.OWNER);

    private final ConnectionTarget database;

    /** Returns a prover that works on an empty database. */
    public Prover(ConnectionTarget database) {
        this.database = database;
    }

    /** Runs {@code preludes} and then {@code migrations} as our own goals would, up to the first failure. */
    public Proof replay(List<SqlFile> preludes, List<Migration> migrations) {
        return replay(preludes, migrations, Runner.MIGRATE);
    }

    /** Like {@link #replay(List, List)}, with the transactions of the tool that runs the files in production. */
    public Proof replay(List<SqlFile> preludes, List<Migration> migrations, Runner runner) {
        return prove(ProofPlan.replay(preludes, migrations, runner), Prover::noCopy);
    }

    private static DatabaseCopies.Copy noCopy() {
        throw new IllegalStateException("A replay tries nothing, so it needs no copies.");
    }

    /**
     * Runs everything that {@code plan} says, each file in its transaction mode, and proves the migrations that it names,
     * up to the first that does not apply.
     *
     * @param copies where to try what cannot be undone
     */
    public Proof prove(ProofPlan plan, DatabaseCopies copies) {
        List<Proof.Passed> passed = new ArrayList<>();
        MadeUpRows rows = plan.madeUpRows();
        try {
            prelude(plan);
            try (MainLine line = new MainLine(database)) {
                MigrationProver prover = new MigrationProver(line, copies, plan);
                LockPrediction prediction = prediction(plan, line);
                Application application = new Application(line, prover, plan, rows);
                BodyProver bodies = new BodyProver();
                for (Migration migration : plan.migrations()) {
                    apply(migration, line, prover, plan, prediction, application, bodies, passed);
                }
                settle(bodies, line, passed);
                ServerReplay replay = prover.replay(line.connection());
                for (SqlFile seed : plan.last()) {
                    replay.prelude(seed);
                }
            }
            return new Proof(passed, null, rows.tables());
        } catch (ReplayException e) {
            return new Proof(passed, e.failure(), rows.tables());
        }
    }

    private static LockPrediction prediction(ProofPlan plan, MainLine line) {
        LockPrediction prediction = new LockPrediction(
                plan.runner(), plan.searchPath(), line.connection().version());
        if (!plan.proved().isEmpty()) {
            plan.preludes().forEach(prediction::next);
        }
        return prediction;
    }

    /** In a session of its own: its settings for the database apply only to later sessions. */
    private void prelude(ProofPlan plan) throws ReplayException {
        try (ServerConnection connection = ServerConnection.open(database)) {
            ServerReplay replay = new ServerReplay(connection, plan.limit(), TestRole.SUPERUSER);
            for (SqlFile prelude : plan.preludes()) {
                replay.prelude(prelude);
            }
            if (plan.role() == TestRole.OWNER) {
                connection.execute(HAND_OVER);
            }
        }
    }

    private static void apply(
            Migration migration,
            MainLine line,
            MigrationProver prover,
            ProofPlan plan,
            LockPrediction prediction,
            Application application,
            BodyProver bodies,
            List<Proof.Passed> passed)
            throws ReplayException {
        boolean proved = plan.proved().contains(migration.path());
        boolean back = proved && MigrationProver.rollbackOf(migration).isPresent();
        DatabaseState before = back ? line.state() : null;
        Routines routines = proved ? line.routines() : null;
        bodies.read(migration.sql());
        Application.Applied applied = application.apply(migration, proved);
        FirstRun first = applied.watchedOrNull();
        Duration duration = applied.duration();
        passed.add(new Proof.Passed(migration, duration, null)); // it has applied, whatever fails from here on
        List<SqlFile> seeds = plan.seeds().getOrDefault(migration.version(), List.of());
        for (SqlFile seed : seeds) {
            prover.replay(line.connection()).prelude(seed);
        }
        line.changed(first == null || !seeds.isEmpty() ? null : first.touchedOrNull());
        Map<SourceRange, Map<QualifiedName, LockMode>> predicted =
                plan.proved().isEmpty() ? Map.of() : prediction.next(migration.sql());
        if (first == null || routines == null) {
            return;
        }
        Touched touched = first.touchedOrNull();
        SecondRun again = prover.secondRun(migration);
        RollbackProof rollback = prover.rollback(migration, before, touched);
        List<PolicyProblem> policies =
                touched == null ? List.of() : new PolicyProver(line.connection()).problems(touched);
        BodyProof body = bodies.prove(line.connection(), routines, line.routines(), first.namesBefore());
        List<String> standIns = new StandInUse(line.connection()).usedBy(migration.sql());
        List<String> unproved = new ArrayList<>(first.unproved());
        unproved.addAll(body.unproved());
        unproved.addAll(StandInUse.unproved(migration.sql(), standIns));
        MigrationProof proof = new MigrationProof(
                again,
                rollback,
                first.times(),
                first.locks(predicted, applied.end()),
                body.problems(),
                policies,
                applied.refusedOrNull(),
                standIns,
                unproved);
        passed.set(passed.size() - 1, new Proof.Passed(migration, duration, proof));
    }

    /** A body may speak of what only a later migration makes: that is mended, if nobody has called it until then. */
    private static void settle(BodyProver bodies, MainLine line, List<Proof.Passed> passed) {
        if (!bodies.hasProblems()) {
            return;
        }
        Set<String> left = bodies.left(line.connection(), line.routines());
        passed.replaceAll(done -> {
            MigrationProof proof = done.provedOrNull();
            return proof == null || proof.bodies().isEmpty()
                    ? done
                    : new Proof.Passed(
                            done.migration(), done.duration(), proof.with(BodyProver.settled(proof.bodies(), left)));
        });
    }
}
