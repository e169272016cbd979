package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.evidence.BuiltInTypes;
import dev.pgmigrate.lint.evidence.ColumnUses;
import dev.pgmigrate.lint.evidence.PlpgsqlScope;
import dev.pgmigrate.lint.evidence.PlpgsqlScopes;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.plpgsql.PlBlock;
import dev.pgmigrate.sql.plpgsql.PlDeclaration;
import dev.pgmigrate.sql.plpgsql.PlLoop;
import dev.pgmigrate.sql.plpgsql.PlStatement;
import dev.pgmigrate.sql.plpgsql.PlStatement.Into;
import dev.pgmigrate.sql.plpgsql.PlType;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The variables that a body writes to, which have to be declared (manual, 41.3 "Declarations"). */
final class PlpgsqlVariables {
    private final Refusals refusals;

    private PlpgsqlVariables(Refusals refusals) {
        this.refusals = refusals;
    }

    /** @param function null for a {@code DO}, which has no parameters and runs at once */
    static void check(PlpgsqlBody body, @Nullable CreateFunction function, Refusals refusals) {
        PlpgsqlVariables variables = new PlpgsqlVariables(refusals);
        PlpgsqlScopes.walk(body, function, variables::targets);
        if (function == null) {
            body.block().ifPresent(variables::defaults);
        }
    }

    /** A default is computed before the names behind it are there. */
    private void defaults(PlBlock block) {
        PlpgsqlScope scope = new PlpgsqlScope(null, null);
        scope.add("found");
        for (PlDeclaration declaration : block.declarations()) {
            if (declaration instanceof PlDeclaration.Variable variable && variable.value() != null) {
                reads(variable.value(), scope);
            }
            scope.add(declaration);
        }
    }

    private void reads(Expression value, PlpgsqlScope scope) {
        for (Expression.ColumnRef reference : ColumnUses.free(value)) {
            refusals.addIf(
                    reference.names().size() == 1 && !scope.knows(reference.names()),
                    reference.range(),
                    SqlState.UNDEFINED_COLUMN,
                    "`" + reference.names().get(0).text() + "` is no variable that is declared before",
                    "Declare it further up; a string needs single quotes.");
        }
    }

    private void targets(PlStatement statement, PlpgsqlScope scope) {
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
            diagnostics.items().forEach(item -> diagnosed(item.target(), scope));
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

    private void cursor(PlStatement statement, PlpgsqlScope scope) {
        if (statement instanceof PlStatement.Open opened) {
            check(opened.cursor().parts(), scope);
        } else if (statement instanceof PlLoop.ForCursor rows) {
            check(rows.cursor().parts(), scope);
        } else if (statement instanceof PlStatement.OpenExecute opened) {
            check(opened.cursor().parts(), scope);
        } else if (statement instanceof PlStatement.Close closed) {
            check(closed.cursor().parts(), scope);
        }
    }

    /** A count or a text does not go into a row (pl_gram.y, getdiag_target). */
    private void diagnosed(ObjectName target, PlpgsqlScope scope) {
        check(target.parts(), scope);
        PlpgsqlScope.Variable variable =
                target.parts().size() > 1 ? null : scope.find(target.last().text());
        refusals.addIf(
                variable != null && isRow(variable),
                target.range(),
                SqlState.SYNTAX_ERROR,
                "`" + target.last().text() + "` is a row, and GET DIAGNOSTICS gives one value",
                "Name a variable of one value.");
    }

    private boolean isRow(PlpgsqlScope.Variable variable) {
        TypeName type = variable.parameter();
        if (variable.declaration() instanceof PlDeclaration.Variable declared) {
            if (declared.type() instanceof PlType.OfRow row) {
                return row.dimensions() == 0;
            }
            type = declared.type() instanceof PlType.Named named ? named.type() : null;
        }
        ColumnType known = type == null || type.percentType() ? null : ColumnType.of(type);
        return known != null
                && !known.array()
                && (known.is("record")
                        || (!BuiltInTypes.contains(known.name().name())
                                && refusals.schema().table(known.name()).isPresent()));
    }

    private void into(@Nullable Into into, PlpgsqlScope scope) {
        if (into != null) {
            all(into.targets(), scope);
        }
    }

    private void all(List<ObjectName> targets, PlpgsqlScope scope) {
        targets.forEach(target -> check(target.parts(), scope));
    }

    private void check(List<Name> parts, PlpgsqlScope scope) {
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
