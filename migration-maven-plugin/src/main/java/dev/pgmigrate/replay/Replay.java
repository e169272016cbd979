package dev.pgmigrate.replay;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.parser.SyntaxError;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Runs files against an imagined database, so that every later question (is it there, since when, would it be there the
 * second time) has an answer without a server. Files are given in the order in which they would be applied.
 */
public final class Replay {
    private final Timeline timeline = new Timeline();
    private final Runner runner;
    private final List<String> searchPath;
    private final BiConsumer<Statement, Model> changes;

    /**
     * @param runner who will run the files
     * @param searchPath the schemas of names without one, before a file says otherwise; at least one
     */
    public Replay(Runner runner, List<String> searchPath) {
        this(runner, searchPath, Changes::apply);
    }

    Replay(Runner runner, List<String> searchPath, BiConsumer<Statement, Model> changes) {
        this.runner = runner;
        this.searchPath = List.copyOf(searchPath);
        this.changes = changes;
    }

    /**
     * What one file does.
     *
     * @param before the schema before its first statement
     * @param after the schema after its last
     * @param steps what runs with it, in order: its statements, each {@code DO} and {@code CREATE FUNCTION} followed by those of its body
     * @param errors what is wrong with the syntax of the bodies, and the statements that cannot be replayed
     * @param quoted the strings with SQL in them in which a quote is not written as a quote
     */
    public record FileReplay(
            Schema before, Schema after, Steps steps, List<SyntaxError> errors, List<SourceRange> quoted) {
        public FileReplay {
            errors = List.copyOf(errors);
            quoted = List.copyOf(quoted);
        }
    }

    /** Returns the schema that the files so far have made. */
    public Schema schema() {
        return new Schema(timeline, timeline.now(), searchPath);
    }

    /** Runs the next file. */
    public FileReplay run(SqlFile file) {
        return run(file, timeline);
    }

    /** Runs a file without keeping what it does: a rollback, which is not part of the way forward. */
    public FileReplay tryOut(SqlFile file) {
        return run(file, timeline.fork());
    }

    private FileReplay run(SqlFile file, Timeline on) {
        Bodies bodies = Bodies.of(file);
        startSession(on);
        if (includesOthers(file)) {
            on.cloud();
        }
        Schema before = new Schema(on, on.now(), searchPath);
        Session session = new Session(Changesets.of(file, runner), searchPath);
        Course first = new Course(Moment.at(before));
        bodies.forEach(statement -> first.add(run(statement, bodies, file, session, on, first.last(), false)));
        Schema after = new Schema(on, on.now(), searchPath);
        return new FileReplay(before, after, steps(file, bodies, first, on.fork()), bodies.errors(), bodies.quoted());
    }

    /** Runs the file once more on a fork, for the schema that each statement would meet the second time. */
    private Steps steps(SqlFile file, Bodies bodies, Course first, Timeline again) {
        Session session = new Session(Changesets.of(file, runner), searchPath);
        Steps.Builder steps = new Steps.Builder(file);
        startSession(again);
        Moment[] second = {Moment.at(new Schema(again, again.now(), searchPath))};
        Iterator<Moment> moments = first.iterator();
        bodies.forEach(statement -> {
            second[0] = run(statement, bodies, file, session, again, second[0], true);
            steps.add(statement, moments.next(), second[0].before(), bodies.of(statement.statement()));
        });
        return steps.build();
    }

    /** Each run is another session, in which the temporary tables of the one before are gone. */
    private static void startSession(Timeline on) {
        on.tick();
        on.linked(Topics.TEMPORARY).forEach(on::remove);
    }

    /** What {@code \\i} reads and {@code \\gexec} makes is not seen. */
    private static boolean includesOthers(SqlFile file) {
        return file.script().metaCommands().stream().anyMatch(command -> {
            String text = file.source().text(command);
            return text.startsWith("\\i") || text.startsWith("\\gexec");
        });
    }

    private Moment run(
            Bodies.Embedded embedded,
            Bodies bodies,
            SqlFile file,
            Session session,
            Timeline on,
            Moment last,
            boolean repeated) {
        Origin origin = new Origin(
                file, embedded.statement().range(), session.settings().role().orElse(null));
        if (embedded.place() == Place.FILE) {
            session.enter(embedded.statement().range().start());
        }
        Schema met = last.after();
        int changed = on.changes();
        List<String> path = session.searchPath();
        Schema before = met.searchPath().equals(path) ? met : new Schema(on, on.now(), path);
        TransactionState transaction = session.transaction();
        Settings settings = session.settings();
        if (embedded.runs()) {
            Statement statement = embedded.statement();
            on.tick();
            boolean mayReplace = embedded.unlessMade() && statement instanceof Making making && making.orReplace();
            on.doubt(embedded.doubtful() || mayReplace || goesWithTheTransaction(statement, before));
            try {
                changes.accept(
                        statement, new Model(on, path, repeated, embedded.unlessMade(), origin, bodies.of(statement)));
            } catch (RuntimeException | StackOverflowError e) {
                bodies.unread(statement, e);
                on.cloud();
            }
            on.doubt(false);
            int back = embedded.place() == Place.FILE ? session.takesBackTo(statement, on.now() - 1) : -1;
            if (back >= 0) {
                on.takeBack(back);
            }
            session.run(statement, origin);
            if (!repeated && bodies.isOpaque(embedded, before)) {
                on.tick();
                on.cloud();
            }
        }
        Schema after = on.changes() == changed ? before : new Schema(on, on.now(), path);
        return last.then(before, after, transaction, settings);
    }

    /** When that ends is not followed: without a transaction of its own, at once. A part of such a table goes with it. */
    private static boolean goesWithTheTransaction(Statement statement, Schema before) {
        if (statement instanceof TableStatement.CreateTableAs as) {
            return as.onCommit() == TableStatement.OnCommit.DROP;
        }
        if (!(statement instanceof TableStatement.CreateTable create)) {
            return false;
        }
        ObjectName whole = create.partitionOf();
        return create.onCommit() == TableStatement.OnCommit.DROP
                || (whole != null && isDoubtful(whole, before))
                || create.inherits().stream().anyMatch(parent -> isDoubtful(parent, before));
    }

    private static boolean isDoubtful(ObjectName table, Schema before) {
        return before.table(table).isPresent() && before.certain().table(table).isEmpty();
    }
}
