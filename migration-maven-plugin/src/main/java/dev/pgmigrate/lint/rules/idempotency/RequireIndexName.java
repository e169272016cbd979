package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Locale;
import java.util.Set;

/** Reports a {@code CREATE INDEX} without a name: a second run builds the same index again under another one. */
public final class RequireIndexName implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.IDEMPOTENCY;
    }

    @Override
    public boolean fixable() {
        return true;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.INDEX);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof CreateIndex create
                && create.name() == null
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
