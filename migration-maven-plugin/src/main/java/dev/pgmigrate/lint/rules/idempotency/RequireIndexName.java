package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import java.util.Locale;

/** Reports a {@code CREATE INDEX} without a name: a second run builds the same index again under another one. */
final class RequireIndexName extends StatementRule<CreateIndex> {
    RequireIndexName() {
        super(Facts.warning(Category.IDEMPOTENCY).fixable().since("0.1"), CreateIndex.class);
    }

    @Override
    protected void check(CreateIndex create, LintContext context, Reporter reporter) {
        if (create.name() == null
                && !context.guard().conditional()
                && context.schema()
                        .table(create.table())
                        .filter(Table::temporary)
                        .isEmpty()) {
            String name = context.schemaAfter().indexesOf(create.table().qualified()).stream()
                    .filter(index -> index.origin().range().equals(create.range()))
                    .map(index -> index.name().name())
                    .findFirst()
                    .orElse(create.table().last().text() + "_idx");
            reporter.report(
                            create.keyword(),
                            "The index on `" + create.table() + "` has no name, and a second run builds it again as `"
                                    + name + "1`",
                            "Name it, for example " + Identifier.quote(name) + ", and write IF NOT EXISTS.")
                    .fix(Fix.insert(
                            create.concurrently()
                                    ? behindConcurrently(create, context)
                                    : create.keyword().end(),
                            " IF NOT EXISTS " + Identifier.quote(name)));
        }
    }

    private static int behindConcurrently(CreateIndex create, LintContext context) {
        int start = create.keyword().end();
        int end = create.table().range().start();
        String behind = context.text(new SourceRange(start, end));
        int word = behind.toLowerCase(Locale.ROOT).indexOf("concurrently");
        return start + word + "concurrently".length();
    }
}
