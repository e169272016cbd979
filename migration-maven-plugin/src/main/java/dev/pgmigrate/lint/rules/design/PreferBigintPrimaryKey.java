package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionExpression;
import org.jspecify.annotations.Nullable;

/** Reports a primary key that runs out of numbers. */
final class PreferBigintPrimaryKey extends FolderRule {
    PreferBigintPrimaryKey() {
        super(Facts.warning(Category.DESIGN).fixable().since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (TypedColumn column : TypedColumn.of(context, "int2", "int4")) {
            if (column.isPrimaryKey() && !column.refers() && !column.isChecked()) {
                boolean counts =
                        column.column().identity() || isNextval(column.column().defaultValue());
                String name = column.column().name();
                if (counts || (isWide(column) && (name.equals("id") || name.endsWith("_id")))) {
                    report(column, counts, reporter);
                }
            }
        }
    }

    private static void report(TypedColumn column, boolean counts, Reporter reporter) {
        reporter.report(
                        column.place(),
                        column.quoted() + " is " + column.written() + ": after number "
                                + (isWide(column) ? "2147483647" : "32767") + " each insert fails with "
                                + SqlState.NUMERIC_VALUE_OUT_OF_RANGE + " or "
                                + SqlState.SEQUENCE_GENERATOR_LIMIT_EXCEEDED,
                        "Use bigint from the start; a change later rewrites the table and all that refer to it.")
                .fix(column.preferred())
                .assumedIf(!counts);
    }

    private static boolean isWide(TypedColumn column) {
        return column.column().type() != null && column.column().type().is("int4");
    }

    private static boolean isNextval(@Nullable Expression value) {
        return value instanceof FunctionExpression.FuncCall call
                && call.name().last().text().equals("nextval");
    }
}
