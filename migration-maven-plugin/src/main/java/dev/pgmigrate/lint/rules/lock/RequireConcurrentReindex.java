package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Locale;
import java.util.Set;

/** Reports {@code REINDEX} without {@code CONCURRENTLY} of something that exists. */
public final class RequireConcurrentReindex implements Rule {
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
        return Set.of(StatementKind.REINDEX);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (!(context.statement() instanceof IndexStatement.Reindex reindex)
                || reindex.concurrently()
                || reindex.target() == IndexStatement.Target.SYSTEM) {
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
                        "Write REINDEX " + target.toUpperCase(Locale.ROOT) + " CONCURRENTLY, in a file of its own.")
                .fix(ConcurrentFix.behind(reindex.keyword(), context));
    }
}
