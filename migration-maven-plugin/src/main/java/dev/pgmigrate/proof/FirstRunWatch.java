package dev.pgmigrate.proof;

import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.proof.observe.LockObserver;
import dev.pgmigrate.proof.observe.Touched;
import dev.pgmigrate.proof.rows.MadeUpRows;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.sql.SourceRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is seen while a migration runs for the first time. */
final class FirstRunWatch implements ServerReplay.Watch {
    private final ServerConnection connection;
    private final MadeUpRows rows;
    private final LockObserver observer;
    private final LockTrace locks;
    private final List<StatementTime> times = new ArrayList<>();
    private long began;
    private @Nullable Touched touched;

    private FirstRunWatch(ServerConnection connection, MadeUpRows rows, LockObserver observer) {
        this.connection = connection;
        this.rows = rows;
        this.observer = observer;
        this.locks = new LockTrace(observer);
    }

    /** Returns what watches the next migration in the session of {@code connection}. */
    static FirstRunWatch watching(ServerConnection connection, MadeUpRows rows) {
        return new FirstRunWatch(connection, rows, LockObserver.before(connection));
    }

    @Override
    public void after(ScriptStep step, long start) {
        if (times.isEmpty()) {
            began = start;
        }
        times.add(new StatementTime(
                step.range(), Duration.ofNanos(start - began), Duration.ofNanos(System.nanoTime() - start)));
        locks.after(step, start);
    }

    @Override
    public void beforeCommit() {
        Touched seen = Touched.ofTransaction(connection);
        rows.written(connection, seen.relations());
        touched = seen;
    }

    /** Returns what the migration touches, or null if it did not run in one transaction. */
    @Nullable
    Touched touchedOrNull() {
        return touched;
    }

    /** Returns the names of the tables that it touches, those of before it. */
    Set<String> namesBefore() {
        return touched == null ? Set.of() : observer.names(touched.relations());
    }

    /** Returns when its statements ran, if it ran in one transaction. */
    List<StatementTime> times() {
        return touched == null ? List.of() : times;
    }

    List<LockLine> locks(Map<SourceRange, Map<QualifiedName, LockPrediction.Expected>> predicted, long end) {
        return touched == null ? List.of() : locks.lines(predicted, end);
    }

    List<String> unproved() {
        return touched == null
                ? List.of("Its locks and policies were not observed, since it runs in no transaction.")
                : List.of();
    }
}
