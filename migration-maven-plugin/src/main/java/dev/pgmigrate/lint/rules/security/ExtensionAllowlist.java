package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.SchemaStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.List;
import java.util.Set;

/** Reports an extension that is not on the list of those allowed. */
public final class ExtensionAllowlist implements Rule {
    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public Category category() {
        return Category.SECURITY;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.CREATE_EXTENSION);
    }

    private static final RuleOption NAMES =
            RuleOption.names("names", "btree_gin, btree_gist, citext, pg_trgm, pgcrypto, unaccent, uuid-ossp");

    @Override
    public List<RuleOption> options() {
        return List.of(NAMES);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof SchemaStatement.CreateExtension extension
                && !context.configuration()
                        .ruleOptions()
                        .names(this, NAMES)
                        .contains(extension.name().text())) {
            reporter.report(
                    extension.name().range(),
                    "Extension `" + extension.name().text() + "` is not on the list of those allowed",
                    "Do without it, or add it to extension-allowlist.names.");
        }
    }
}
