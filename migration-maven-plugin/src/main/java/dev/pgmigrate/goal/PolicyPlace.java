package dev.pgmigrate.goal;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.Statement;
import org.jspecify.annotations.Nullable;

/** Finds the statement that a problem with the policies of a table is about. */
final class PolicyPlace {
    private PolicyPlace() {}

    /** Returns the last statement of a migration about a policy of {@code table}, or null if there is none. */
    static @Nullable SourceRange of(Migration migration, QualifiedName table) {
        SourceRange place = null;
        for (Statement statement : migration.script().withoutRows()) {
            if (statement instanceof PolicyStatement policy
                    && policy.table().last().text().equals(table.name())) {
                place = policy.range();
            }
        }
        return place;
    }
}
