package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports an enum that is made anew while a column or its default keeps the old one. */
final class EnumRecreateIncomplete extends FileRule {
    EnumRecreateIncomplete() {
        super(Facts.error(Category.ORDER).since("0.1"));
    }

    @Override
    protected void check(FileContext file, Reporter reporter) {
        for (Step step : file.steps().changes()) {
            if (step.place() != Place.FUNCTION_BODY && step.statement() instanceof AlterTable alter) {
                checkDefaults(alter, file.context(step), reporter);
            }
        }
        for (EnumRecreation.Kept kept : EnumRecreation.of(file)) {
            reporter.report(
                    kept.create().name().range(),
                    "The column `" + kept.table() + "." + kept.column() + "` keeps the renamed type `" + kept.old()
                            + "` after this file, and not the new `"
                            + kept.create().name() + "`",
                    "Convert each column with ALTER COLUMN … TYPE … USING column::text::"
                            + kept.create().name()
                            + ", its default dropped before and set again after, and drop the renamed type.");
        }
    }

    private static void checkDefaults(AlterTable alter, LintContext context, Reporter reporter) {
        Schema schema = context.schema().certain();
        if (alter.objectType() != ObjectType.TABLE || context.isGuardedAgainst(SqlState.DATATYPE_MISMATCH)) {
            return;
        }
        schema.table(alter.name()).ifPresent(table -> {
            for (AlterTableAction action : alter.actions()) {
                if (action instanceof AlterTableAction.AlterColumnType change && isEnum(change, schema)) {
                    table.column(change.column().text())
                            .filter(column -> EnumRecreation.keepsDefault(column, change, alter))
                            .ifPresent(column -> reporter.report(
                                    change.range(),
                                    "The default of `" + alter.name() + "." + change.column()
                                            + "` stays behind and cannot be cast to the enum `"
                                            + change.type().name()
                                            + "`: the statement fails with " + SqlState.DATATYPE_MISMATCH,
                                    "Drop the default before, and set it again after the change of type."));
                }
            }
        });
    }

    private static boolean isEnum(AlterTableAction.AlterColumnType change, Schema schema) {
        return schema.type(change.type().name().qualified())
                .filter(type -> type.kind() == SchemaObject.TypeKind.ENUM)
                .isPresent();
    }
}
