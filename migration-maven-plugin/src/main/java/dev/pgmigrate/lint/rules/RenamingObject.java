package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TypeStatement;
import java.util.EnumSet;
import java.util.Set;

/** Reports the rename of a view, type, function or schema, or of an enum's label. */
public final class RenamingObject implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.DESTRUCTIVE;
    }

    private static final Set<ObjectType> TYPES = EnumSet.of(
            ObjectType.VIEW,
            ObjectType.MATERIALIZED_VIEW,
            ObjectType.TYPE,
            ObjectType.SCHEMA,
            ObjectType.FUNCTION,
            ObjectType.PROCEDURE,
            ObjectType.ROUTINE,
            ObjectType.ATTRIBUTE);

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.ALTER_ENUM, StatementKind.RENAME);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof ObjectStatement.Rename rename
                && TYPES.contains(rename.object().type())
                && !isReplaced(rename, context)
                && !isMadeHere(rename.object(), context)) {
            report(reporter, rename.range(), Words.of(rename.object()));
        }
        if (context.statement() instanceof TypeStatement.RenameEnumValue rename) {
            report(reporter, rename.range(), "label `" + rename.value().text() + "` of `" + rename.name() + "`");
        }
    }

    /** A type that is renamed out of the way and dropped again is being recreated, which other rules judge. */
    private static boolean isReplaced(ObjectStatement.Rename rename, LintContext context) {
        return rename.object().type() == ObjectType.TYPE
                && context.later().stream()
                        .anyMatch(step -> step.statement() instanceof TypeStatement.CreateEnum type
                                && type.name()
                                        .last()
                                        .text()
                                        .equals(rename.object().name().last().text()));
    }

    private static boolean isMadeHere(ObjectReference object, LintContext context) {
        return context.earlier().stream()
                .anyMatch(step -> !step.before().presence(object).isPresent()
                        && step.after().presence(object).isPresent());
    }

    private static void report(Reporter reporter, SourceRange range, String object) {
        reporter.report(
                range,
                "The rename breaks every running query that uses the old name of " + object,
                "Make the new one beside the old, and drop the old one in a later release.");
    }
}
