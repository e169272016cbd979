package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Origin;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.Optional;
import java.util.Set;

/** Reports something that a file makes and drops again without having used it. */
final class CreateThenDrop extends StatementRule<DropStatement.Drop> {
    private static final Set<ObjectType> JUDGED = Set.of(
            ObjectType.TABLE,
            ObjectType.VIEW,
            ObjectType.MATERIALIZED_VIEW,
            ObjectType.SEQUENCE,
            ObjectType.TYPE,
            ObjectType.DOMAIN);

    CreateThenDrop() {
        super(Facts.warning(Category.ORDER).since("0.1"), DropStatement.Drop.class);
    }

    @Override
    protected void check(DropStatement.Drop drop, LintContext context, Reporter reporter) {
        if (context.guard().conditional() || !JUDGED.contains(drop.objectType())) {
            return;
        }
        for (ObjectReference object : drop.objects()) {
            made(object, context.schema().certain())
                    .filter(origin -> origin.file() == context.sql() && !isUsed(object, origin, context))
                    .ifPresent(origin -> reporter.report(
                            object.range(),
                            "The " + Words.of(object) + " is made earlier in this file and dropped again here, unused",
                            "Remove both statements."));
        }
    }

    private static Optional<Origin> made(ObjectReference object, Schema schema) {
        QualifiedName name = object.name().qualified();
        if (object.type() == ObjectType.TYPE || object.type() == ObjectType.DOMAIN) {
            return schema.type(name).filter(SchemaObject.Type::complete).map(SchemaObject.Type::origin);
        }
        return schema.relation(name)
                .filter(relation -> !(relation instanceof Table table) || (table.created() && !table.temporary()))
                .map(SchemaObject::origin);
    }

    private static boolean isUsed(ObjectReference object, Origin origin, LintContext context) {
        return context.isWrittenSince(origin.range().end(), object.name().last().text());
    }
}
