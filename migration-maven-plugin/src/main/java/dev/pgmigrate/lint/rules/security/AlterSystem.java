package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.SettingStatement;

/** Reports a setting of the whole server. */
final class AlterSystem extends StatementRule<SettingStatement.AlterSystem> {
    AlterSystem() {
        super(Facts.warning(Category.SECURITY).since("0.1"), SettingStatement.AlterSystem.class);
    }

    @Override
    protected void check(SettingStatement.AlterSystem alter, LintContext context, Reporter reporter) {
        reporter.report(
                alter.range(),
                "ALTER SYSTEM changes `" + alter.change().name()
                        + "` for every database of this server, and for none of its replicas",
                "Set it in the configuration of the server, or for the database with ALTER DATABASE … SET.");
    }
}
