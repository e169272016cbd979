package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.lint.evidence.OutsideTransaction;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Presence;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.Optional;

/** Reports an existing index dropped without {@code CONCURRENTLY}. */
final class RequireConcurrentIndexDeletion extends StatementRule<DropStatement.Drop> {
    RequireConcurrentIndexDeletion() {
        super(Facts.warning(Category.LOCK).fixable().since("0.1"), DropStatement.Drop.class);
    }

    @Override
    protected void check(DropStatement.Drop drop, LintContext context, Reporter reporter) {
        if (drop.objectType() != ObjectType.INDEX || drop.concurrently()) {
            return;
        }
        for (ObjectReference reference : drop.objects()) {
            QualifiedName name = reference.name().qualified();
            Optional<SchemaObject.Index> index = context.schema().index(name);
            boolean live = index.isPresent()
                    ? isLive(index.get(), context)
                    : context.schema().relationPresence(name).isPresent()
                            || (context.schema().relationPresence(name) == Presence.UNKNOWN
                                    && !isMadeHere(name, context));
            if (live) {
                reporter.report(
                                drop.range(),
                                "Dropping `" + name + "` takes ACCESS EXCLUSIVE on " + tableOf(index)
                                        + " and blocks its reads and writes until the transaction ends",
                                "Write DROP INDEX CONCURRENTLY, one index a statement, in "
                                        + OutsideTransaction.place(context.runner()) + ".")
                        .assumedIf(index.isEmpty())
                        .fix(
                                index.isEmpty() || drop.objects().size() > 1 || drop.cascade()
                                        ? Optional.empty()
                                        : ConcurrentFix.behind(drop.keyword(), context));
                return;
            }
        }
    }

    private static boolean isLive(SchemaObject.Index index, LintContext context) {
        return !LiveTable.isPartitioned(index.table(), context) && !context.isFresh(index.table());
    }

    /** A drop that comes before the create of the same file is there for the second run; the first finds nothing. */
    private static boolean isMadeHere(QualifiedName name, LintContext context) {
        return context.later().stream()
                .anyMatch(step -> step.statement() instanceof IndexStatement.CreateIndex create
                        && create.name() != null
                        && create.name().text().equals(name.name()));
    }

    private static String tableOf(Optional<SchemaObject.Index> index) {
        return index.map(known -> "`" + known.table().name() + "`").orElse("its table");
    }
}
