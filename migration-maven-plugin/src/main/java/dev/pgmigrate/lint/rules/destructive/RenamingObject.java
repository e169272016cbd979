package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.lint.evidence.Drops;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TypeStatement;
import java.util.EnumSet;
import java.util.Set;

/** Reports the rename of a view, type, function or schema, or of an enum's label. */
final class RenamingObject extends StatementRule<Statement> {
    private static final Set<ObjectType> TYPES = EnumSet.of(
            ObjectType.VIEW,
            ObjectType.MATERIALIZED_VIEW,
            ObjectType.TYPE,
            ObjectType.DOMAIN,
            ObjectType.SCHEMA,
            ObjectType.FUNCTION,
            ObjectType.PROCEDURE,
            ObjectType.ROUTINE,
            ObjectType.AGGREGATE,
            ObjectType.ATTRIBUTE);

    RenamingObject() {
        super(
                Facts.error(Category.DESTRUCTIVE).since("0.1"),
                ObjectStatement.Rename.class,
                TypeStatement.RenameEnumValue.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (statement instanceof ObjectStatement.Rename rename
                && TYPES.contains(rename.object().type())
                && isNoticed(rename.object(), context)) {
            report(reporter, rename.range(), Words.of(rename.object()));
        }
        if (statement instanceof TypeStatement.RenameEnumValue rename
                && Drops.touchOthers(
                        new ObjectReference(ObjectType.TYPE, rename.name(), null, null, rename.range()), context)) {
            report(reporter, rename.range(), "label `" + rename.value().text() + "` of `" + rename.name() + "`");
        }
    }

    /** What is put in its place by the end of the file keeps the name alive, and a label goes with the type it is of. */
    private static boolean isNoticed(ObjectReference object, LintContext context) {
        ObjectName parent = object.parent();
        ObjectReference whole =
                parent == null ? object : new ObjectReference(ObjectType.TYPE, parent, null, null, object.range());
        return Drops.touchOthers(whole, context)
                && !context.file().after().presence(object).isPresent();
    }

    private static void report(Reporter reporter, SourceRange range, String object) {
        reporter.report(
                range,
                "The rename breaks every running query that uses the old name of " + object,
                "Create the new one beside the old one, and drop the old one in a later release.");
    }
}
