package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.TypeStatement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports a label used in the transaction that added it to its enum, which the server refuses. */
final class EnumValueUsedInTransaction extends FileRule {
    EnumValueUsedInTransaction() {
        super(Facts.error(Category.TRANSACTION).since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        Map<String, QualifiedName> added = new LinkedHashMap<>();
        for (Step step : context.steps()) {
            if (step.place() == Place.FUNCTION_BODY) {
                if (isCheckedNow(step)) {
                    EnumLiterals.castIn(step, added)
                            .ifPresent(literal -> report(literal, added.get(literal.text()), reporter));
                }
                continue;
            }
            if (context.isBehindCommit(step)) {
                added.clear();
            }
            if (step.statement() instanceof TypeStatement.AddEnumValue add) {
                if (step.transaction().isOpen() && isUnsafe(add, step, context)) {
                    added.put(add.value().text(), add.name().qualified());
                }
            } else if (!added.isEmpty()) {
                EnumLiterals.in(step, added).ifPresent(literal -> report(literal, added.get(literal.text()), reporter));
            }
        }
    }

    /** The body of a function in SQL is analysed when it is made; one in PL/pgSQL when it runs. */
    private static boolean isCheckedNow(Step step) {
        return step.outer() instanceof CreateFunction function
                && !function.language().equals("plpgsql")
                && !step.settings().isOff("check_function_bodies");
    }

    /** From PostgreSQL 17 on, a type made in the same transaction may be used at once. */
    private static boolean isUnsafe(TypeStatement.AddEnumValue add, Step step, FileContext context) {
        Optional<SchemaObject.Type> type = step.before().type(add.name().qualified());
        boolean isThere = type.filter(known -> known.label(add.value().text()).isPresent())
                .isPresent();
        boolean isNew = context.folder().settings().target().isAtLeast(17)
                && type.filter(known -> known.complete() && known.origin().file() == context.sql())
                        .isPresent();
        return !isThere && !isNew;
    }

    private static void report(Expression.Constant literal, @Nullable QualifiedName type, Reporter reporter) {
        reporter.report(
                        literal.range(),
                        "'" + literal.text() + "' was added to `" + type
                                + "` in the same transaction, and the server lets nobody use it before the commit"
                                + " (SQLSTATE " + SqlState.UNSAFE_NEW_ENUM_VALUE_USAGE + ")",
                        "Use it in a later file.")
                .assumed();
    }
}
