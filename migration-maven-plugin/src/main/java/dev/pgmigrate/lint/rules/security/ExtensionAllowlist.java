package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.SchemaStatement;

/** Reports an extension that is not on the list of those allowed. */
final class ExtensionAllowlist extends StatementRule<SchemaStatement.CreateExtension> {
    private static final RuleOption NAMES =
            RuleOption.names("names", "btree_gin, btree_gist, citext, pg_trgm, pgcrypto, unaccent, uuid-ossp");

    ExtensionAllowlist() {
        super(Facts.off(Category.SECURITY).options(NAMES).since("0.1"), SchemaStatement.CreateExtension.class);
    }

    @Override
    protected void check(SchemaStatement.CreateExtension extension, LintContext context, Reporter reporter) {
        if (!context.configuration()
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
