package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.lexer.Keywords;
import java.util.Set;

/** Reports a new name that has to be quoted for ever. */
public final class IdentifierNeedsQuoting implements Rule {
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
        return NewName.STATEMENTS;
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        for (NewName name : NewName.of(context.statement())) {
            String text = name.name().text();
            boolean quoted = text.length() < name.name().range().length();
            if (quoted
                    && name.kind() != NewName.Kind.POLICY
                    && (!Identifier.quote(text).equals(text) || isReserved(text))) {
                reporter.report(
                        name.name().range(),
                        "The " + name.kind().word() + " `" + text + "` has to be quoted wherever it is named",
                        "Choose a name of lower-case letters, digits and underscores that is no key word.");
            }
        }
    }

    private static boolean isReserved(String text) {
        int keyword = Keywords.find(text);
        return Keywords.isKeyword(keyword) && !Keywords.isColId(keyword);
    }
}
