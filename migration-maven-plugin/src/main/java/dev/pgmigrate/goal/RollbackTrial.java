package dev.pgmigrate.goal;

import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.plan.RollbackPlan;
import dev.pgmigrate.drift.DriftComparison;
import dev.pgmigrate.drift.DriftSide;
import dev.pgmigrate.drift.Exclusions;
import dev.pgmigrate.drift.IgnorePatterns;
import dev.pgmigrate.drift.ProvenScript;
import dev.pgmigrate.drift.ScriptTrial;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.proof.Prover;
import dev.pgmigrate.schema.SchemaSnapshot;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tries rollbacks on a copy of what a database has, made on a disposable server and without the rows. */
final class RollbackTrial {
    private final Function<PostgresVersion, DisposablePostgres> server;

    /** @param server starts a disposable server of a version */
    RollbackTrial(Function<PostgresVersion, DisposablePostgres> server) {
        this.server = server;
    }

    /**
     * What came of it.
     *
     * @param failure why a rollback does not run, if one does not
     * @param notes what a reader has to know
     */
    record Outcome(Optional<Failure> failure, List<String> notes) {}

    /** Runs the rollbacks of {@code plan} on a copy of the database of {@code connection}, which is only read. */
    Outcome of(ServerConnection connection, HistoryTable history, Migrations migrations, RollbackPlan plan) {
        DriftSide live = new DriftSide(
                SchemaSnapshot.read(connection), connection.target().user());
        try (SideReader reader = new SideReader(server)) {
            ConnectionTarget copy = reader.base(migrations, live).database();
            ProvenScript made = copied(copy, live, history);
            ConnectionTarget session = copy.with("currentSchema", String.join(",", connection.searchPath()));
            Optional<Failure> failure = new Prover(session)
                    .replay(List.of(), plan.rollbacks())
                    .failure()
                    .map(Test::failure);
            List<String> notes = new ArrayList<>();
            notes.add(failure.isPresent() ? "Tried on a copy of the schema, without its rows." : proved(plan));
            if (!made.remaining().isEmpty()) {
                notes.add("The copy differs from the database: " + ScriptText.words(made.remaining()) + ".");
            }
            return new Outcome(failure, List.copyOf(notes));
        }
    }

    private static String proved(RollbackPlan plan) {
        int rollbacks = plan.chosen().size();
        String run = rollbacks == 1 ? "rollback runs." : "rollbacks run.";
        return "Proved on a copy of the schema, without its rows: " + rollbacks + " " + run;
    }

    private static ProvenScript copied(ConnectionTarget copy, DriftSide live, HistoryTable history) {
        DriftComparison comparison = new DriftComparison(
                new Exclusions(history.schema(), history.name(), false), IgnorePatterns.of(List.of()));
        try (ServerConnection connection = ServerConnection.open(copy)) {
            return new ScriptTrial(connection, copy.user(), comparison, true).towards(live);
        }
    }
}
