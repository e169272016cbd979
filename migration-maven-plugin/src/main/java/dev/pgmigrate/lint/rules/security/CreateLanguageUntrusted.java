package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.OperatorStatement;
import dev.pgmigrate.sql.ast.SchemaStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports a language in which functions do as they please. */
public final class CreateLanguageUntrusted implements Rule {
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
        return Set.of(StatementKind.CREATE_PLANG, StatementKind.CREATE_EXTENSION);
    }

    private static final Set<String> UNTRUSTED =
            Set.of("plperlu", "plpython2u", "plpython3u", "plpythonu", "pltclu", "plsh", "plcoffeeu", "plluau");

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof SchemaStatement.CreateExtension extension
                && UNTRUSTED.contains(extension.name().text())) {
            report(extension.name(), reporter);
        } else if (context.statement() instanceof OperatorStatement.CreateLanguage language && !language.trusted()) {
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
