package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.sql.ast.Name;
import java.util.Set;

/** Reports a name that PostgreSQL cuts off. */
public final class IdentifierTooLong implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.DESIGN;
    }

    @Override
    public Set<Place> places() {
        return Place.ALL;
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        for (Name name : context.nodes(Name.class)) {
            if (Identifier.isTooLong(name.text())) {
                reporter.report(
                        name.range(),
                        "PostgreSQL cuts `" + name.text() + "` off after " + Identifier.MAX_BYTES + " of its "
                                + Identifier.bytes(name.text()) + " bytes",
                        "Shorten the name.");
            }
        }
    }
}
