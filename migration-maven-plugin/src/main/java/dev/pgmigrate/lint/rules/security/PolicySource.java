package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Origin;
import dev.pgmigrate.replay.Table.Policy;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.PolicyStatement.AlterPolicy;
import dev.pgmigrate.sql.ast.PolicyStatement.CreatePolicy;
import dev.pgmigrate.sql.ast.Statement;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds where a policy as it is in the end got a condition from: its {@code CREATE}, or an {@code ALTER} since. */
final class PolicySource {
    private PolicySource() {}

    /** The file of each condition that a statement of a file writes. */
    private record Sources(IdentityHashMap<Expression, SqlFile> files) {
        static Sources of(FolderContext context) {
            IdentityHashMap<Expression, SqlFile> files = new IdentityHashMap<>();
            for (Migration migration : context.migrations().all()) {
                for (Statement statement : migration.sql().script().withoutRows()) {
                    if (statement instanceof CreatePolicy create) {
                        note(create.using(), migration.sql(), files);
                        note(create.withCheck(), migration.sql(), files);
                    } else if (statement instanceof AlterPolicy alter) {
                        note(alter.using(), migration.sql(), files);
                        note(alter.withCheck(), migration.sql(), files);
                    }
                }
            }
            return new Sources(files);
        }

        private static void note(
                @Nullable Expression condition, SqlFile file, IdentityHashMap<Expression, SqlFile> files) {
            if (condition != null) {
                files.put(condition, file);
            }
        }
    }

    /** Returns the file that {@code condition} of {@code policy} stands in. */
    static Optional<SqlFile> of(Expression condition, Policy policy, FolderContext context) {
        SqlFile file = context.once(Sources.class, Sources::of).files().get(condition);
        if (file != null) {
            return Optional.of(file);
        }
        Origin origin = policy.origin();
        SourceRange whole = origin.range();
        SourceRange part = condition.range();
        return whole.start() <= part.start() && part.end() <= whole.end()
                ? Optional.of(origin.file())
                : Optional.empty();
    }
}
