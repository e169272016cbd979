package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DomainStatement.CreateDomain;
import java.util.Set;

/** What a domain may be over, and what its constraints may say (manual, CREATE DOMAIN; typecmds.c). */
final class DomainDefinition {
    private static final int ENFORCEABLE = 18;
    private static final Set<String> WITHOUT_COLLATION = Set.of(
            "bool", "bytea", "date", "float4", "float8", "int2", "int4", "int8", "json", "jsonb", "numeric", "uuid");

    private DomainDefinition() {}

    static void check(CreateDomain domain, Refusals refusals) {
        ColumnType base = ColumnType.of(domain.type());
        String name = "`" + domain.name() + "`";
        refusals.addIf(
                !base.array() && base.name().schema().isEmpty() && TableDefinition.PSEUDO.contains(base.plain()),
                domain.type().range(),
                SqlState.DATATYPE_MISMATCH,
                name + " is over a type of which no value is stored",
                "Give it a type such as text or jsonb.");
        refusals.addIf(
                domain.collation() != null && WITHOUT_COLLATION.contains(base.plain()),
                domain.name().range(),
                SqlState.DATATYPE_MISMATCH,
                name + " has a collation, and values of its type are not text",
                "Leave out COLLATE.");
        boolean notNull = false;
        for (Constraint constraint : domain.constraints()) {
            boolean again = constraint instanceof Constraint.NotNull && notNull;
            refusals.addIf(
                    refusals.context().target().isAtLeast(ENFORCEABLE)
                            && (again || constraint.attributes().enforced() != null),
                    constraint.range(),
                    SqlState.INVALID_OBJECT_DEFINITION,
                    again
                            ? name + " says twice that it is not null"
                            : "The constraints of " + name + " are always enforced",
                    again ? "Say it once." : "Leave out the word.");
            notNull |= constraint instanceof Constraint.NotNull;
        }
    }
}
