package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.sql.ast.ViewStatement;
import java.util.Optional;

/** Reports a materialized view refreshed without {@code CONCURRENTLY}, which blocks its readers. */
final class RequireConcurrentRefreshMatview extends StatementRule<ViewStatement.RefreshMaterializedView> {
    RequireConcurrentRefreshMatview() {
        super(Facts.warning(Category.LOCK).fixable().since("0.1"), ViewStatement.RefreshMaterializedView.class);
    }

    @Override
    protected void check(ViewStatement.RefreshMaterializedView refresh, LintContext context, Reporter reporter) {
        if (refresh.concurrently()
                || !refresh.withData()
                || context.isFresh(refresh.name().qualified())) {
            return;
        }
        boolean indexed = context.schema().indexesOf(refresh.name().qualified()).stream()
                .anyMatch(RequireConcurrentRefreshMatview::identifiesRows);
        reporter.report(
                        refresh.range(),
                        "Refreshing " + LiveTable.quoted(refresh.name())
                                + " takes ACCESS EXCLUSIVE and blocks its readers until its query is done",
                        indexed
                                ? "Write REFRESH MATERIALIZED VIEW CONCURRENTLY."
                                : "Give the view a unique index on plain columns and write REFRESH MATERIALIZED VIEW"
                                        + " CONCURRENTLY.")
                .fix(indexed ? Optional.of(Fix.insert(refresh.keyword().end(), " CONCURRENTLY")) : Optional.empty());
    }

    private static boolean identifiesRows(SchemaObject.Index index) {
        return index.unique()
                && index.where() == null
                && !index.elements().isEmpty()
                && index.leadingColumns().size() == index.elements().size();
    }
}
