package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.PlpgsqlScope;
import dev.pgmigrate.lint.evidence.PlpgsqlScopes;
import dev.pgmigrate.postgres.BuiltInCasts;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.OutputColumn;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.FromItem.RangeVar;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.FunctionStatement.DoStatement;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.SelectStatement.Select;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.plpgsql.PlBlock;
import dev.pgmigrate.sql.plpgsql.PlDeclaration;
import dev.pgmigrate.sql.plpgsql.PlStatement;
import dev.pgmigrate.sql.plpgsql.PlType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports what {@code plpgsql.extra_errors} makes an error (manual, 41.12.2 "Additional Compile-Time and Run-Time Checks"). */
final class PlpgsqlExtraErrors extends StatementRule<FunctionStatement> {
    private static final String SETTING = "plpgsql.extra_errors";

    PlpgsqlExtraErrors() {
        super(Facts.error(Category.ORDER).since("0.1"), CreateFunction.class, DoStatement.class);
    }

    @Override
    protected void check(FunctionStatement statement, LintContext context, Reporter reporter) {
        List<String> errors = context.settings()
                .get(SETTING)
                .map(setting -> Arrays.asList(setting.value().split("\\s*,\\s*")))
                .orElse(List.of());
        if (errors.isEmpty()) {
            return;
        }
        Refusals refusals = new Refusals(context, reporter);
        context.body().filter(body -> body.errors().isEmpty()).ifPresent(body -> {
            boolean isDo = statement instanceof DoStatement;
            // A function is compiled as it is made, and a DO is not looked at in this way.
            if (!isDo
                    && isOn("shadowed_variables", errors)
                    && !context.settings().isOff("check_function_bodies")) {
                PlpgsqlScopes.walk(body, (CreateFunction) statement, (inner, scope) -> shadows(inner, scope, refusals));
            }
            if (isDo && isOn("strict_multi_assignment", errors)) {
                body.block().ifPresent(block -> assigned(block, refusals));
            }
        });
    }

    private static boolean isOn(String check, List<String> errors) {
        return errors.contains(check) || errors.contains("all");
    }

    private static void shadows(PlStatement statement, PlpgsqlScope around, Refusals refusals) {
        if (statement instanceof PlBlock block) {
            for (PlDeclaration declaration : block.declarations()) {
                Name name = declaration.name();
                refusals.addIf(
                        around.find(name.text()) != null,
                        name.range(),
                        SqlState.DUPLICATE_ALIAS,
                        "`" + name.text() + "` hides a variable of the same name",
                        "Give it another name.");
            }
        }
    }

    /** Looks at what runs before anything decides whether the block goes on. */
    private static void assigned(PlBlock block, Refusals refusals) {
        PlpgsqlScope scope = new PlpgsqlScope(null, null);
        block.declarations().forEach(scope::add);
        for (PlStatement statement :
                block.handlers().isEmpty() ? block.statements().list() : List.<PlStatement>of()) {
            if (statement instanceof PlStatement.Sql sql) {
                if (sql.into() != null) {
                    counted(sql.statement(), sql.into(), scope, refusals);
                }
            } else if (!(statement instanceof PlStatement.Raise raise)
                    || raise.level() == PlStatement.RaiseLevel.EXCEPTION) {
                return;
            }
        }
    }

    private static void counted(Statement query, PlStatement.Into into, PlpgsqlScope scope, Refusals refusals) {
        List<OutputColumn> output = givesRow(query, refusals) ? OutputColumn.of(query, refusals.schema()) : null;
        Integer fields = fields(into.targets(), scope, refusals);
        if (output != null && fields != null && output.size() != fields) {
            refusals.add(
                    into.range(),
                    SqlState.DATATYPE_MISMATCH,
                    "The query gives " + output.size() + " columns for " + fields + " fields",
                    "Name a variable for each column.");
        }
    }

    /** Where there is no row, nothing is assigned and nothing is counted. */
    private static boolean givesRow(Statement query, Refusals refusals) {
        if (!(query instanceof Select select)
                || select.where() != null
                || select.having() != null
                || select.options().limit() != null
                || select.options().offset() != null) {
            return false;
        }
        boolean isOfFilled = select.from().size() == 1
                && select.from().get(0) instanceof RangeVar from
                && refusals.schema()
                        .table(from.name())
                        .filter(table -> table.rows() == Table.Rows.LISTED)
                        .isPresent();
        return select.from().isEmpty() || isOfFilled;
    }

    private static @Nullable Integer fields(List<ObjectName> targets, PlpgsqlScope scope, Refusals refusals) {
        PlpgsqlScope.Variable variable = scope.find(targets.get(0).last().text());
        if (targets.size() > 1) {
            return targets.size();
        }
        if (variable == null || !(variable.declaration() instanceof PlDeclaration.Variable declared)) {
            return null;
        }
        if (declared.type() instanceof PlType.OfRow row) {
            return fields(refusals.schema().table(row.table()).orElse(null));
        }
        if (!(declared.type() instanceof PlType.Named named)) {
            return null;
        }
        ColumnType type = ColumnType.of(named.type());
        if (type.name().schemaOrNull() == null && BuiltInCasts.know(type.plain())) {
            return 1;
        }
        return type.array() ? null : fields(refusals.schema().table(type.name()).orElse(null));
    }

    private static @Nullable Integer fields(@Nullable Table row) {
        return row == null || !row.columnsKnown() ? null : row.columns().all().size();
    }
}
