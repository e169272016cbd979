package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.Set;

/** Reports a table that is empty after a crash. */
public final class UnloggedTable implements Rule {
    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public Category category() {
        return Category.DESIGN;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.CREATE, StatementKind.CREATE_TABLE_AS);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof TableStatement.CreateTable table
                && table.persistence() == Persistence.UNLOGGED) {
            report(table.name(), reporter);
        } else if (context.statement() instanceof TableStatement.CreateTableAs table
                && table.persistence() == Persistence.UNLOGGED) {
            report(table.name(), reporter);
        }
    }

    private static void report(ObjectName name, Reporter reporter) {
        reporter.report(
                name.range(),
                "`" + name
                        + "` is unlogged: after a crash it is empty, and standbys and backups of files never have its"
                        + " rows",
                "Make it a logged table.");
    }
}
