package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.sql.ast.FunctionParameter;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.plpgsql.PlBlock;
import dev.pgmigrate.sql.plpgsql.PlLoop;
import dev.pgmigrate.sql.plpgsql.PlStatement;
import dev.pgmigrate.sql.plpgsql.PlStatements;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Walks through a body in PL/pgSQL with the names that each statement knows (manual, 41.3 "Declarations"). */
public final class PlpgsqlScopes {
    /** What each trigger's function has (manual, 41.10 "Trigger Functions"). */
    private static final Set<String> OF_TRIGGERS = Set.of(
            "new",
            "old",
            "tg_name",
            "tg_when",
            "tg_level",
            "tg_op",
            "tg_relid",
            "tg_relname",
            "tg_table_name",
            "tg_table_schema",
            "tg_nargs",
            "tg_argv",
            "tg_event",
            "tg_tag");

    private static final Set<String> OF_HANDLERS = Set.of("sqlstate", "sqlerrm");

    private final Deque<Frame> open = new ArrayDeque<>();

    private PlpgsqlScopes() {}

    /** A statement, and the names around it. */
    private record Frame(PlStatement statement, PlpgsqlScope scope) {}

    /**
     * Calls {@code visitor} with each statement and the names around it; those that a block declares are not yet around itself.
     *
     * @param function null for a {@code DO}, which has no parameters
     */
    public static void walk(
            PlpgsqlBody body, @Nullable CreateFunction function, BiConsumer<PlStatement, PlpgsqlScope> visitor) {
        PlpgsqlScopes scopes = new PlpgsqlScopes();
        PlpgsqlScope outermost = outermost(function);
        body.block().ifPresent(block -> scopes.open.push(new Frame(block, outermost)));
        while (!scopes.open.isEmpty()) {
            Frame frame = scopes.open.pop();
            visitor.accept(frame.statement(), frame.scope());
            scopes.children(frame.statement(), frame.scope());
        }
    }

    private static PlpgsqlScope outermost(@Nullable CreateFunction function) {
        PlpgsqlScope scope =
                new PlpgsqlScope(null, function == null ? null : function.name().last());
        scope.add("found");
        if (function != null) {
            function.parameters().forEach(parameter -> add(parameter, scope));
            function.tableColumns().forEach(column -> add(column, scope));
            if (function.returns() != null
                    && ColumnType.of(function.returns()).name().name().endsWith("trigger")) {
                OF_TRIGGERS.forEach(scope::add);
            }
        }
        return scope;
    }

    private static void add(FunctionParameter parameter, PlpgsqlScope scope) {
        if (parameter.name() != null) {
            scope.add(parameter.name(), parameter.type());
        }
    }

    private void children(PlStatement statement, PlpgsqlScope around) {
        if (statement instanceof PlBlock block) {
            PlpgsqlScope scope = new PlpgsqlScope(around, block.label());
            block.declarations().forEach(scope::add);
            push(block.statements(), scope);
            for (PlBlock.Handler handler : block.handlers()) {
                PlpgsqlScope caught = new PlpgsqlScope(scope, null);
                OF_HANDLERS.forEach(caught::add);
                push(handler.statements(), caught);
            }
        } else if (statement instanceof PlLoop loop) {
            PlpgsqlScope scope = new PlpgsqlScope(around, loop.label());
            if (loop instanceof PlLoop.ForInteger numbers) {
                scope.add(numbers.variable().last().text());
            } else if (loop instanceof PlLoop.ForCursor rows) {
                scope.add(rows.target().last().text());
            }
            push(loop.body(), scope);
        } else {
            statement.children().forEach(child -> open.push(new Frame(child, around)));
        }
    }

    private void push(PlStatements statements, PlpgsqlScope scope) {
        statements.forEach(statement -> open.push(new Frame(statement, scope)));
    }
}
