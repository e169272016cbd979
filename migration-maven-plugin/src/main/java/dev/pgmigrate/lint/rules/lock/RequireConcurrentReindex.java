package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.OutsideTransaction;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.ObjectName;
import java.util.Locale;

/** Reports {@code REINDEX} without {@code CONCURRENTLY} of something that exists. */
final class RequireConcurrentReindex extends StatementRule<IndexStatement.Reindex> {
    RequireConcurrentReindex() {
        super(Facts.warning(Category.LOCK).fixable().since("0.1"), IndexStatement.Reindex.class);
    }

    @Override
    protected void check(IndexStatement.Reindex reindex, LintContext context, Reporter reporter) {
        if (reindex.concurrently() || reindex.target() == IndexStatement.Target.SYSTEM) {
            return;
        }
        ObjectName name = reindex.name();
        boolean relation =
                reindex.target() == IndexStatement.Target.TABLE || reindex.target() == IndexStatement.Target.INDEX;
        if (relation && name != null && context.isFresh(name)) {
            return;
        }
        String target = reindex.target().name().toLowerCase(Locale.ROOT);
        String what = name == null ? "this " + target : "`" + name.qualified() + "`";
        reporter.report(
                        reindex.range(),
                        "Rebuilding " + what
                                + " takes SHARE on each table and ACCESS EXCLUSIVE on each index, which blocks writes,"
                                + " and reads that would use it, meanwhile",
                        "Write REINDEX " + target.toUpperCase(Locale.ROOT) + " CONCURRENTLY, in "
                                + OutsideTransaction.place(context.runner()) + ".")
                .fix(ConcurrentFix.behind(reindex.keyword(), context));
    }
}
