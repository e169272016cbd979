package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.rules.security.Credentials.Credential;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.ForeignDataStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.List;
import java.util.Set;

/** Reports a key, a token or a password in a file. */
public final class SecretInMigration implements Rule {
    private static final String ADVICE = "Revoke it, and read it from where secrets are kept.";

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.SECURITY;
    }

    @Override
    public boolean judgesRollbacks() {
        return true;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(
                StatementKind.ALTER_FOREIGN_SERVER,
                StatementKind.ALTER_USER_MAPPING,
                StatementKind.CREATE_FOREIGN_SERVER,
                StatementKind.CREATE_USER_MAPPING);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof ForeignDataStatement.CreateUserMapping mapping) {
            check(mapping.options(), context, reporter);
        } else if (context.statement() instanceof ForeignDataStatement.AlterUserMapping mapping) {
            check(mapping.options(), context, reporter);
        } else if (context.statement() instanceof ForeignDataStatement.CreateServer server) {
            check(server.options(), context, reporter);
        } else if (context.statement() instanceof ForeignDataStatement.AlterServer server) {
            check(server.options(), context, reporter);
        }
    }

    private static void check(List<DefElem> options, LintContext context, Reporter reporter) {
        for (DefElem option : options) {
            if (option.is("password") && option.arg() != null && !option.value().isEmpty()) {
                report("The password of a foreign server", option.arg().range(), context.sql(), reporter);
            }
        }
    }

    @Override
    public void checkFile(FileContext context, Reporter reporter) {
        SqlFile file = context.sql();
        // The two sections of one file share its text.
        if (!context.isRollback() || !file.path().equals(context.migration().path())) {
            for (Credential credential : Credentials.in(file.source().text())) {
                report(credential.kind(), credential.range(), file, reporter);
            }
        }
    }

    private static void report(String kind, SourceRange range, SqlFile file, Reporter reporter) {
        reporter.report(range, kind + " stands in `" + file.path() + "`, and in its history for ever", ADVICE)
                .secret();
    }
}
