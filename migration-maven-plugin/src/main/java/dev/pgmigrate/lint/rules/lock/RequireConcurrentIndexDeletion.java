package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Presence;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Optional;
import java.util.Set;

/** Reports an existing index dropped without {@code CONCURRENTLY}. */
public final class RequireConcurrentIndexDeletion implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.LOCK;
    }

    @Override
    public boolean fixable() {
        return true;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.DROP);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (!(context.statement() instanceof DropStatement.Drop drop)
                || drop.objectType() != ObjectType.INDEX
                || drop.concurrently()) {
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
                                "Write DROP INDEX CONCURRENTLY, one index a statement, in a file of its own.")
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
