package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Origin;
import dev.pgmigrate.replay.Table.Policy;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.PolicyStatement.AlterPolicy;
import dev.pgmigrate.sql.ast.PolicyStatement.CreatePolicy;
import dev.pgmigrate.sql.ast.Statement;
import java.util.Optional;

/** Finds where a policy as it is in the end got a condition from: its {@code CREATE}, or an {@code ALTER} since. */
public final class PolicySource {
    private PolicySource() {}

    /** Returns the file that {@code condition} of {@code policy} stands in. */
    public static Optional<SqlFile> of(Expression condition, Policy policy, Migrations migrations) {
        Origin origin = policy.origin();
        if (holds(origin.file(), condition)) {
            return Optional.of(origin.file());
        }
        for (Migration migration : migrations.all()) {
            if (holds(migration.sql(), condition)) {
                return Optional.of(migration.sql());
            }
        }
        SourceRange whole = origin.range();
        SourceRange part = condition.range();
        return whole.start() <= part.start() && part.end() <= whole.end()
                ? Optional.of(origin.file())
                : Optional.empty();
    }

    private static boolean holds(SqlFile file, Expression condition) {
        for (Statement statement : file.script().statements()) {
            if (holds(statement, condition)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(Statement statement, Expression condition) {
        return (statement instanceof CreatePolicy create
                        && (create.using() == condition || create.withCheck() == condition))
                || (statement instanceof AlterPolicy alter
                        && (alter.using() == condition || alter.withCheck() == condition));
    }
}
