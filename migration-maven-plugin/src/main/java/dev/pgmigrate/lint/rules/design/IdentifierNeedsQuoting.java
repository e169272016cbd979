package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keywords;

/** Reports a new name that has to be quoted forever. */
final class IdentifierNeedsQuoting extends StatementRule<Statement> {
    IdentifierNeedsQuoting() {
        super(Facts.off(Category.DESIGN).since("0.1"), Statement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        for (DeclaredName name : DeclaredName.of(statement)) {
            String text = name.name().text();
            boolean quoted = text.length() < name.name().range().length();
            if (quoted
                    && name.kind() != DeclaredName.Kind.POLICY
                    && (!Identifier.quote(text).equals(text) || isReserved(text))) {
                reporter.report(
                        name.name().range(),
                        "The " + name.kind().word() + " `" + text + "` has to be quoted wherever it is named",
                        "Choose a name of lower-case letters, digits and underscores that is not a key word.");
            }
        }
    }

    private static boolean isReserved(String text) {
        int keyword = Keywords.find(text);
        return Keywords.isKeyword(keyword) && !Keywords.isColId(keyword);
    }
}
