package dev.pgmigrate.replay;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionBody;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.FunctionStatement.DoStatement;
import dev.pgmigrate.sql.ast.RoleStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import dev.pgmigrate.sql.ast.TransactionStatement.Action;
import dev.pgmigrate.sql.parser.SqlScript;
import dev.pgmigrate.sql.parser.SyntaxError;
import dev.pgmigrate.sql.plpgsql.ConstantSql;
import dev.pgmigrate.sql.plpgsql.PlBlock;
import dev.pgmigrate.sql.plpgsql.PlBranching;
import dev.pgmigrate.sql.plpgsql.PlCondition;
import dev.pgmigrate.sql.plpgsql.PlLoop;
import dev.pgmigrate.sql.plpgsql.PlStatement;
import dev.pgmigrate.sql.plpgsql.PlStatements;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import dev.pgmigrate.sql.plpgsql.PlpgsqlParser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lists the statements of a file together with those inside its bodies. */
final class Bodies {
    private static final String PLPGSQL = "plpgsql";
    private static final String SQL = "sql";

    private final SqlFile file;
    private final List<Part> parts = new ArrayList<>();
    private final List<SyntaxError> errors = new ArrayList<>();
    private final List<SourceRange> quoted = new ArrayList<>();
    private final IdentityHashMap<Statement, PlpgsqlBody> parsed = new IdentityHashMap<>();

    /** The bodies that run SQL of which nobody knows what it changes. */
    private final Set<PlpgsqlBody> opaque = Collections.newSetFromMap(new IdentityHashMap<>());

    private Bodies(SqlFile file) {
        this.file = file;
    }

    private sealed interface Part permits Embedded, Rows {}

    /** Statements of the file itself that its script does not keep. */
    private record Rows(int index, int count) implements Part {}

    /**
     * A statement and where it stands.
     *
     * @param runs whether it runs with the migration and changes the schema: not so in a function or an exception handler
     * @param doubtful whether something decides if it does what it says
     * @param unlessMade whether it runs where something is not there, so that it makes nothing that is
     */
    record Embedded(
            Statement statement,
            int index,
            Place place,
            @Nullable Statement outer,
            Guard guard,
            boolean runs,
            boolean doubtful,
            boolean unlessMade)
            implements Part {
        static Embedded top(Statement statement, int index) {
            return new Embedded(statement, index, Place.FILE, null, Guard.NONE, true, false, false);
        }
    }

    static Bodies of(SqlFile file) {
        Bodies bodies = new Bodies(file);
        List<Statement> top = file.script().statements();
        int rows;
        for (int i = 0; i < top.size(); i += Math.max(rows, 1)) {
            rows = file.script().notKept(i);
            if (rows > 0) {
                bodies.parts.add(new Rows(i, rows));
            } else {
                bodies.top(top.get(i), i);
            }
        }
        return bodies;
    }

    private void top(Statement statement, int index) {
        parts.add(Embedded.top(statement, index));
        try {
            open(statement, index);
        } catch (RuntimeException | StackOverflowError e) {
            unread(statement, e);
        }
    }

    /** Notes that something in a statement brings this program down; once, though it is replayed twice. */
    void unread(Statement statement, Throwable thrown) {
        if (errors.stream().noneMatch(error -> error.range().equals(statement.range()))) {
            errors.add(SyntaxError.of(thrown, statement.range()));
        }
    }

    /** Hands over every statement, in order; one of {@link Rows} is read for that, and not kept. */
    void forEach(Consumer<Embedded> taker) {
        for (Part part : parts) {
            if (part instanceof Embedded statement) {
                taker.accept(statement);
            } else if (part instanceof Rows rows) {
                for (int i = rows.index(); i < rows.index() + rows.count(); i++) {
                    taker.accept(Embedded.top(file.script().statements().get(i), i));
                }
            }
        }
    }

    /** Returns whether after {@code embedded} nothing is sure any more: it, or the body that it stands in, runs SQL made up there. */
    boolean isOpaque(Embedded embedded, Schema before) {
        PlpgsqlBody own = embedded.statement() instanceof DoStatement ? parsed.get(embedded.statement()) : null;
        PlpgsqlBody around = embedded.outer() instanceof DoStatement outer ? parsed.get(outer) : null;
        return (own != null && opaque.contains(own))
                || (around != null && opaque.contains(around))
                || embedded.statement() instanceof RoleStatement.DropOwned
                || commitsAnother(embedded.statement())
                || DynamicSql.callsSuch(embedded.statement(), before);
    }

    private static boolean commitsAnother(Statement statement) {
        return statement instanceof TransactionStatement end && end.action() == Action.COMMIT_PREPARED;
    }

    /** Returns what is wrong inside the bodies. */
    List<SyntaxError> errors() {
        return errors;
    }

    /** Returns the strings with SQL in them in which a quote is not written as a quote, so that no edit may go there. */
    List<SourceRange> quoted() {
        return quoted;
    }

    /** Returns the body of a {@code DO} or a function in PL/pgSQL. */
    @Nullable
    PlpgsqlBody of(Statement statement) {
        return parsed.get(statement);
    }

    private void open(Statement statement, int index) {
        if (statement instanceof DoStatement block && isPlpgsql(block.language()) && block.body() != null) {
            plpgsql(block.body(), statement, index, Place.DO_BODY);
        } else if (statement instanceof CreateFunction function) {
            FunctionBody body = function.body();
            if (body instanceof FunctionBody.Source source
                    && function.language().equals(PLPGSQL)) {
                plpgsql(source, statement, index, Place.FUNCTION_BODY);
            } else if (body instanceof FunctionBody.Source source
                    && function.language().equals(SQL)) {
                SqlScript script = PlpgsqlParser.parseSql(file.source(), source.range());
                errors.addAll(script.errors());
                script.statements().forEach(inner -> inFunction(inner, statement, index));
                noteQuotes(source.range());
            } else if (body instanceof FunctionBody.Statements atomic) {
                atomic.statements().forEach(inner -> inFunction(inner, statement, index));
            }
        }
    }

    private static boolean isPlpgsql(@Nullable String language) {
        return language == null || language.equals(PLPGSQL);
    }

    private void inFunction(Statement inner, Statement outer, int index) {
        parts.add(new Embedded(inner, index, Place.FUNCTION_BODY, outer, Guard.NONE, false, false, false));
    }

    private void plpgsql(FunctionBody.Source source, Statement outer, int index, Place place) {
        PlpgsqlBody body = PlpgsqlParser.parse(file.source(), source.range());
        errors.addAll(body.errors());
        noteQuotes(source.range());
        parsed.put(outer, body);
        Deque<Frame> open = new ArrayDeque<>();
        body.block().ifPresent(block -> open.push(new Frame(block, Guard.NONE, place == Place.DO_BODY, Doubt.NONE)));
        while (!open.isEmpty()) {
            Frame frame = open.pop();
            Expression command = frame.statement().dynamicSql();
            List<Statement> run = command == null ? frame.statement().sql() : constant(frame, command, body);
            for (Statement inner : run) {
                boolean doubtful = frame.doubt().isAbout(inner);
                boolean unlessMade = frame.doubt() == Doubt.UNLESS_MADE;
                parts.add(new Embedded(inner, index, place, outer, frame.guard(), frame.runs(), doubtful, unlessMade));
                if (inner instanceof CreateFunction function && isWrittenOut(function.body())) {
                    open(inner, index);
                } else if (inner instanceof DoStatement) {
                    // A block within a block is not followed.
                    opaque.add(body);
                }
            }
            List<Frame> children = new ArrayList<>();
            children(frame, children);
            for (int i = children.size() - 1; i >= 0; i--) {
                open.push(children.get(i));
            }
        }
    }

    /** Returns what {@code EXECUTE} runs; nothing where that is not known. */
    private List<Statement> constant(Frame frame, Expression command, PlpgsqlBody body) {
        Optional<SqlScript> known = ConstantSql.parse(file.source(), command);
        boolean read = known.isPresent() && known.get().errors().isEmpty();
        if (!read && frame.statement() instanceof PlStatement.Execute && DynamicSql.mayChangeObjects(command)) {
            opaque.add(body);
        }
        if (known.isEmpty()) {
            return List.of();
        }
        noteQuotes(command.range());
        if (!read && frame.runs() && frame.guard().equals(Guard.NONE)) {
            // Under a condition it may be there for a server whose grammar is another.
            errors.addAll(known.get().errors());
        }
        return read ? known.get().statements() : List.of();
    }

    /** Inside a string that is quoted itself, or put together, the file does not show the body as it is. */
    private boolean isWrittenOut(@Nullable FunctionBody body) {
        return !(body instanceof FunctionBody.Source source)
                || file.source().text(source.range()).contains(source.text());
    }

    private void noteQuotes(SourceRange string) {
        if (file.source().charAt(string.start()) != '$') {
            quoted.add(string);
        }
    }

    private static void children(Frame frame, List<Frame> into) {
        PlStatement statement = frame.statement();
        if (statement instanceof PlBlock block) {
            List<PlCondition> caught = new ArrayList<>();
            block.handlers().forEach(handler -> caught.addAll(handler.conditions()));
            Doubt doubt = frame.doubt().in(block, caught);
            list(block.statements(), frame.guard().within(caught), frame.runs(), doubt, into);
            for (PlBlock.Handler handler : block.handlers()) {
                list(handler.statements(), frame.guard().whenConditional(), false, Doubt.ALWAYS, into);
            }
        } else if (statement instanceof PlBranching branching) {
            Guard guard = frame.guard().whenConditional();
            Doubt doubt = frame.doubt().in(branching);
            branching.branches().forEach(branch -> list(branch.statements(), guard, frame.runs(), doubt, into));
            PlStatements otherwise = branching.otherwise();
            if (otherwise != null) {
                list(otherwise, guard, frame.runs(), doubt, into);
            }
        } else if (statement instanceof PlLoop loop) {
            list(loop.body(), frame.guard().whenConditional(), frame.runs(), Doubt.ALWAYS, into);
        }
    }

    /** What follows an {@code IF … THEN RETURN} runs on a condition as well. */
    private static void list(PlStatements statements, Guard guard, boolean runs, Doubt doubt, List<Frame> into) {
        Guard current = guard;
        Doubt doubted = doubt;
        for (PlStatement statement : statements) {
            into.add(new Frame(statement, current, runs, doubted));
            if (statement instanceof PlBranching branching
                    && branching.children().stream().anyMatch(Bodies::leaves)) {
                current = current.whenConditional();
                doubted = doubted.behind(branching);
            }
        }
    }

    private static boolean leaves(PlStatement statement) {
        return statement instanceof PlStatement.Return || statement instanceof PlStatement.Exit;
    }

    private record Frame(PlStatement statement, Guard guard, boolean runs, Doubt doubt) {}
}
