package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.SettingStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports a setting of the whole server. */
public final class AlterSystem implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.SECURITY;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.ALTER_SYSTEM);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof SettingStatement.AlterSystem alter) {
            reporter.report(
                    alter.range(),
                    "ALTER SYSTEM changes `" + alter.change().name()
                            + "` for every database of this one server, and for none of its copies",
                    "Set it in the configuration of the server, or for the database with ALTER DATABASE … SET.");
        }
    }
}
