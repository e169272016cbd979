package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.rules.security.CredentialPatterns.Credential;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.ForeignDataStatement;
import dev.pgmigrate.sql.ast.Statement;
import java.util.List;

/** Reports a key, a token or a password in a file. */
final class SecretInMigration extends FileRule {
    private static final String ADVICE = "Revoke it, and read it from where secrets are kept.";

    SecretInMigration() {
        super(Facts.error(Category.SECURITY).alsoInRollbacks().since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        for (Step step : context.steps()) {
            if (step.place() != Place.FUNCTION_BODY) {
                checkOptions(step.statement(), context, reporter);
            }
        }
        SqlFile file = context.sql();
        // The two sections of one file share its text.
        if (!context.isRollback() || !file.path().equals(context.migration().path())) {
            for (Credential credential : CredentialPatterns.in(file.source())) {
                report(credential.kind(), credential.range(), file, reporter);
            }
        }
    }

    private static void checkOptions(Statement statement, FileContext file, Reporter reporter) {
        if (statement instanceof ForeignDataStatement.CreateUserMapping mapping) {
            check(mapping.options(), file, reporter);
        } else if (statement instanceof ForeignDataStatement.AlterUserMapping mapping) {
            check(mapping.options(), file, reporter);
        } else if (statement instanceof ForeignDataStatement.CreateServer server) {
            check(server.options(), file, reporter);
        } else if (statement instanceof ForeignDataStatement.AlterServer server) {
            check(server.options(), file, reporter);
        }
    }

    private static void check(List<DefElem> options, FileContext file, Reporter reporter) {
        for (DefElem option : options) {
            if (option.is("password") && option.arg() != null && !option.value().isEmpty()) {
                report("The password of a foreign server", option.arg().range(), file.sql(), reporter);
            }
        }
    }

    private static void report(String kind, SourceRange range, SqlFile file, Reporter reporter) {
        reporter.report(range, kind + " stands in `" + file.path() + "`, and stays in its history forever", ADVICE)
                .secret();
    }
}
