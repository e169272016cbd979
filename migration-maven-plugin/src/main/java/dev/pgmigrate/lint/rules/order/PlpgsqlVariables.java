package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionParameter;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.plpgsql.PlBlock;
import dev.pgmigrate.sql.plpgsql.PlDeclaration;
import dev.pgmigrate.sql.plpgsql.PlLoop;
import dev.pgmigrate.sql.plpgsql.PlStatement;
import dev.pgmigrate.sql.plpgsql.PlStatement.Into;
import dev.pgmigrate.sql.plpgsql.PlStatements;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables that a body writes to, which have to be declared (manual, 41.3 "Declarations"). */
final class PlpgsqlVariables {
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

    private final Refusals refusals;
    private final Deque<Frame> open = new ArrayDeque<>();

    private PlpgsqlVariables(Refusals refusals) {
        this.refusals = refusals;
    }

    /** A statement, and the names around it. */
    private record Frame(PlStatement statement, Scope scope) {}

    /** The names of one block or loop. */
    private static final class Scope {
        private final @Nullable Scope around;
        private final @Nullable String label;
        private final Set<String> names = new HashSet<>();

        Scope(@Nullable Scope around, @Nullable Name label) {
            this.around = around;
            this.label = label == null ? null : label.text();
        }

        /** Returns whether it is a variable, a field of one, or either behind the label of a block. */
        boolean knows(List<Name> parts) {
            String first = parts.get(0).text();
            for (Scope scope = this; scope != null; scope = scope.around) {
                boolean labelled = parts.size() > 1
                        && first.equals(scope.label)
                        && scope.names.contains(parts.get(1).text());
                if (labelled || scope.names.contains(first)) {
                    return true;
                }
            }
            return first.startsWith("$");
        }
    }

    /** @param function null for a {@code DO}, which has no parameters */
    static void check(PlpgsqlBody body, @Nullable CreateFunction function, Refusals refusals) {
        PlpgsqlVariables variables = new PlpgsqlVariables(refusals);
        Scope outermost = outermost(function);
        body.block().ifPresent(block -> variables.open.push(new Frame(block, outermost)));
        while (!variables.open.isEmpty()) {
            Frame frame = variables.open.pop();
            variables.targets(frame.statement(), frame.scope());
            variables.children(frame.statement(), frame.scope());
        }
    }

    private static Scope outermost(@Nullable CreateFunction function) {
        Scope scope = new Scope(null, function == null ? null : function.name().last());
        scope.names.add("found");
        if (function != null) {
            function.parameters().forEach(parameter -> add(parameter, scope));
            function.tableColumns().forEach(column -> add(column, scope));
            if (function.returns() != null
                    && ColumnType.of(function.returns()).name().name().endsWith("trigger")) {
                scope.names.addAll(OF_TRIGGERS);
            }
        }
        return scope;
    }

    private static void add(FunctionParameter parameter, Scope scope) {
        if (parameter.name() != null) {
            scope.names.add(parameter.name().text());
        }
    }

    private void children(PlStatement statement, Scope around) {
        if (statement instanceof PlBlock block) {
            Scope scope = new Scope(around, block.label());
            block.declarations().stream()
                    .map(PlDeclaration::name)
                    .map(Name::text)
                    .forEach(scope.names::add);
            push(block.statements(), scope);
            for (PlBlock.Handler handler : block.handlers()) {
                Scope caught = new Scope(scope, null);
                caught.names.addAll(Set.of("sqlstate", "sqlerrm"));
                push(handler.statements(), caught);
            }
        } else if (statement instanceof PlLoop loop) {
            Scope scope = new Scope(around, loop.label());
            if (loop instanceof PlLoop.ForInteger numbers) {
                scope.names.add(numbers.variable().last().text());
            } else if (loop instanceof PlLoop.ForCursor rows) {
                scope.names.add(rows.target().last().text());
            }
            push(loop.body(), scope);
        } else {
            statement.children().forEach(child -> open.push(new Frame(child, around)));
        }
    }

    private void push(PlStatements statements, Scope scope) {
        statements.forEach(statement -> open.push(new Frame(statement, scope)));
    }

    private void targets(PlStatement statement, Scope scope) {
        if (statement instanceof PlStatement.Assignment assignment) {
            Expression target = assignment.target();
            while (target instanceof Expression.Indirection part) {
                target = part.operand();
            }
            if (target instanceof Expression.ColumnRef variable) {
                check(variable.names(), scope);
            }
        } else if (statement instanceof PlStatement.Sql sql) {
            into(sql.into(), scope);
        } else if (statement instanceof PlStatement.Execute execute) {
            into(execute.into(), scope);
        } else if (statement instanceof PlStatement.Fetch fetch) {
            check(fetch.cursor().parts(), scope);
            into(fetch.into(), scope);
        } else if (statement instanceof PlStatement.GetDiagnostics diagnostics) {
            diagnostics.items().forEach(item -> check(item.target().parts(), scope));
        } else if (statement instanceof PlLoop.ForQuery rows) {
            all(rows.targets(), scope);
        } else if (statement instanceof PlLoop.ForExecute rows) {
            all(rows.targets(), scope);
        } else if (statement instanceof PlLoop.Foreach elements) {
            all(elements.targets(), scope);
        } else {
            cursor(statement, scope);
        }
    }

    private void cursor(PlStatement statement, Scope scope) {
        if (statement instanceof PlStatement.Open opened) {
            check(opened.cursor().parts(), scope);
        } else if (statement instanceof PlStatement.OpenExecute opened) {
            check(opened.cursor().parts(), scope);
        } else if (statement instanceof PlStatement.Close closed) {
            check(closed.cursor().parts(), scope);
        }
    }

    private void into(@Nullable Into into, Scope scope) {
        if (into != null) {
            all(into.targets(), scope);
        }
    }

    private void all(List<ObjectName> targets, Scope scope) {
        targets.forEach(target -> check(target.parts(), scope));
    }

    private void check(List<Name> parts, Scope scope) {
        if (!scope.knows(parts)) {
            Name name = parts.get(0);
            refusals.add(
                    name.range(),
                    SqlState.SYNTAX_ERROR,
                    "`" + name.text() + "` is not a variable of this body",
                    "Declare it, or name the one that is meant.");
        }
    }
}
