package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DomainStatement.CreateDomain;

/** What a domain can say of its values (manual, CREATE DOMAIN): a default, checks, and whether they may be null. */
final class DomainParts {
    private DomainParts() {}

    static void check(CreateDomain domain, Refusals refusals) {
        boolean defaulted = false;
        Boolean nullable = null;
        for (Constraint constraint : domain.constraints()) {
            boolean isNull = constraint instanceof Constraint.Null;
            boolean isNotNull = constraint instanceof Constraint.NotNull;
            boolean contradicts = (isNull || isNotNull) && nullable != null && nullable != isNull;
            boolean again = constraint instanceof Constraint.Default && defaulted;
            refusals.addIf(
                    contradicts || again || isOfTables(constraint),
                    constraint.range(),
                    SqlState.SYNTAX_ERROR,
                    contradicts || again
                            ? "`" + domain.name() + "` says this twice, and otherwise"
                            : "The domain `" + domain.name() + "` has no keys, only values",
                    contradicts || again ? "Say it once." : "Put the key on the table.");
            refusals.addIf(
                    constraint instanceof Constraint.Generated
                            || constraint instanceof Constraint.Identity
                            || constraint.attributes().deferrable() != null,
                    constraint.range(),
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "The domain `" + domain.name() + "` can neither generate values nor defer its constraints",
                    "Leave that out, or write it at the column.");
            refusals.addIf(
                    constraint.attributes().noInherit(),
                    constraint.range(),
                    SqlState.INVALID_OBJECT_DEFINITION,
                    "Nothing inherits from the domain `" + domain.name() + "`",
                    "Leave out NO INHERIT.");
            defaulted |= constraint instanceof Constraint.Default;
            nullable = (isNull || isNotNull) ? Boolean.valueOf(isNull) : nullable;
        }
    }

    private static boolean isOfTables(Constraint constraint) {
        return constraint instanceof Constraint.Key
                || constraint instanceof Constraint.Exclude
                || constraint instanceof Constraint.ForeignKey;
    }
}
