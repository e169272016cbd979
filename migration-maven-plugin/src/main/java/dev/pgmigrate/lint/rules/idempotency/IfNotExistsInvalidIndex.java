package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import java.util.Optional;

/** Reports a {@code CREATE INDEX CONCURRENTLY IF NOT EXISTS} that takes a broken index for a good one. */
final class IfNotExistsInvalidIndex extends StatementRule<CreateIndex> {
    IfNotExistsInvalidIndex() {
        super(Facts.warning(Category.IDEMPOTENCY).fixable().since("0.1"), CreateIndex.class);
    }

    @Override
    protected void check(CreateIndex create, LintContext context, Reporter reporter) {
        if (context.runner() == Runner.MIGRATE
                || !create.concurrently()
                || !create.ifNotExists()
                || create.name() == null) {
            return;
        }
        QualifiedName table = context.schema().resolve(create.table());
        QualifiedName index =
                new QualifiedName(table.schemaOrNull(), create.name().text());
        if (context.schema().relationPresence(index).isAbsent()) {
            return;
        }
        String drop = drop(create.table(), create.name(), context);
        reporter.report(
                        create.name().range(),
                        "A failed build leaves the index `" + create.name()
                                + "` behind as INVALID, and IF NOT EXISTS takes it for a good one on the next run",
                        "Put " + drop + " before it, and leave IF NOT EXISTS out.")
                .fix(fix(create, drop, context));
    }

    /** Returns the statement after which no broken index of that name is left. */
    static String drop(ObjectName table, Name index, LintContext context) {
        String schema = table.schema() == null ? "" : context.text(table.schema()) + ".";
        return "DROP INDEX CONCURRENTLY IF EXISTS " + schema + context.text(index) + ";";
    }

    private static Optional<Fix> fix(CreateIndex create, String drop, LintContext context) {
        if (context.place() != Place.FILE || create.name() == null) {
            return Optional.empty();
        }
        int start = create.range().start();
        String head = context.text(new SourceRange(start, create.name().range().start()));
        String without = head.replaceFirst("(?i)\\s+if\\s+not\\s+exists\\b", "");
        return without.equals(head)
                ? Optional.empty()
                : Optional.of(
                        Fix.replace(new SourceRange(start, create.name().range().start()), drop + "\n" + without));
    }
}
