package dev.pgmigrate.proof;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import java.util.List;
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
     * @param copies where to try what cannot be undone, and where to prove some while others are proved
     */
    public Proof prove(ProofPlan plan, DatabaseCopies copies) {
        try {
            prelude(plan);
        } catch (ReplayException e) {
            return new Proof(List.of(), e.failure(), Set.of());
        }
        Predictions predictions = new Predictions(plan);
        List<ProofPlan> shares =
                ProofShares.of(plan, copies, Runtime.getRuntime().availableProcessors());
        if (shares.size() > 1) {
            return new ParallelProof(database, copies, predictions).prove(plan, shares);
        }
        try (ProofRun run = new ProofRun(database, copies, plan, predictions)) {
            return run.whole();
        }
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
}
