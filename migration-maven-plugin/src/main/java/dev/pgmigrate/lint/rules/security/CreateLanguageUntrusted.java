package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.OperatorStatement;
import dev.pgmigrate.sql.ast.SchemaStatement;
import dev.pgmigrate.sql.ast.Statement;
import java.util.Set;

/** Reports a language in which functions do as they please. */
final class CreateLanguageUntrusted extends StatementRule<Statement> {
    private static final Set<String> UNTRUSTED =
            Set.of("plperlu", "plpython2u", "plpython3u", "plpythonu", "pltclu", "plsh", "plcoffeeu", "plluau");

    CreateLanguageUntrusted() {
        super(
                Facts.warning(Category.SECURITY).since("0.1"),
                OperatorStatement.CreateLanguage.class,
                SchemaStatement.CreateExtension.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (statement instanceof SchemaStatement.CreateExtension extension
                && UNTRUSTED.contains(extension.name().text())) {
            report(extension.name(), reporter);
        } else if (statement instanceof OperatorStatement.CreateLanguage language && !language.trusted()) {
            report(language.name(), reporter);
        }
    }

    private static void report(Name language, Reporter reporter) {
        reporter.report(
                language.range(),
                "Functions in `" + language.text()
                        + "` read files, open connections and run programs with the rights of the server",
                "Write them in a trusted language, or outside the database.");
    }
}
