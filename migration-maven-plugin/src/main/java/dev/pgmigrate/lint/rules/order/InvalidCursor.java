package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.PlpgsqlScope;
import dev.pgmigrate.lint.evidence.PlpgsqlScopes;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.FunctionStatement.DoStatement;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.plpgsql.PlDeclaration;
import dev.pgmigrate.sql.plpgsql.PlDeclaration.Cursor;
import dev.pgmigrate.sql.plpgsql.PlLoop;
import dev.pgmigrate.sql.plpgsql.PlStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reports a cursor in PL/pgSQL that is opened in another way than it is declared (pl_gram.y, read_cursor_args). */
final class InvalidCursor extends StatementRule<FunctionStatement> {
    private static final String AS_DECLARED = "Give it the arguments that it is declared with, each once.";

    InvalidCursor() {
        super(Facts.error(Category.ORDER).since("0.1"), CreateFunction.class, DoStatement.class);
    }

    @Override
    protected void check(FunctionStatement statement, LintContext context, Reporter reporter) {
        CreateFunction function = statement instanceof CreateFunction create ? create : null;
        if (function != null && context.settings().isOff("check_function_bodies")) {
            return;
        }
        Refusals refusals = new Refusals(context, reporter);
        context.body()
                .filter(body -> body.errors().isEmpty())
                .ifPresent(
                        body -> PlpgsqlScopes.walk(body, function, (inner, scope) -> opened(inner, scope, refusals)));
    }

    private static void opened(PlStatement statement, PlpgsqlScope scope, Refusals refusals) {
        if (statement instanceof PlStatement.Open open) {
            PlDeclaration declared = declaration(open.cursor(), scope);
            if (declared instanceof Cursor cursor) {
                refuseIf(
                        open.query() != null,
                        open.cursor(),
                        "is declared with a query, and gets another here",
                        "Open it without FOR.",
                        refusals);
                arguments(cursor, open.arguments(), open.cursor(), refusals);
            } else if (declared instanceof PlDeclaration.Variable) {
                refuseIf(
                        open.query() == null,
                        open.cursor(),
                        "is declared without a query",
                        "Write OPEN … FOR a query.",
                        refusals);
            }
        } else if (statement instanceof PlLoop.ForCursor rows) {
            PlDeclaration declared = declaration(rows.cursor(), scope);
            if (declared instanceof Cursor cursor) {
                arguments(cursor, rows.arguments(), rows.cursor(), refusals);
            } else {
                refuseIf(
                        declared instanceof PlDeclaration.Variable,
                        rows.cursor(),
                        "is declared without a query, and no loop opens it",
                        "Declare it as CURSOR FOR a query, or loop over the query.",
                        refusals);
            }
        }
    }

    private static @Nullable PlDeclaration declaration(ObjectName name, PlpgsqlScope scope) {
        PlpgsqlScope.Variable found =
                name.schema() == null ? scope.find(name.last().text()) : null;
        return found == null ? null : found.declaration();
    }

    private static void refuseIf(boolean holds, ObjectName cursor, String why, String advice, Refusals refusals) {
        refusals.addIf(
                holds,
                cursor.range(),
                SqlState.SYNTAX_ERROR,
                "The cursor `" + cursor.last().text() + "` " + why,
                advice);
    }

    private static void arguments(Cursor cursor, List<Expression> given, ObjectName at, Refusals refusals) {
        List<String> names = cursor.arguments().stream()
                .map(PlDeclaration.CursorArgument::name)
                .map(Name::text)
                .toList();
        Set<String> filled = new HashSet<>();
        int position = 0;
        for (Expression value : given) {
            String name = argument(value, position < names.size() ? names.get(position) : "");
            refuseIf(!names.contains(name), at, "has no argument for each of these values", AS_DECLARED, refusals);
            refuseIf(!filled.add(name), at, "gets its argument `" + name + "` twice", AS_DECLARED, refusals);
            position++;
        }
        refuseIf(
                filled.size() < names.size(),
                at,
                "has " + names.size() + " arguments, and gets " + filled.size(),
                AS_DECLARED,
                refusals);
    }

    private static String argument(Expression value, String atItsPlace) {
        return value instanceof Expression.NamedArg named ? named.name().text() : atItsPlace;
    }
}
