package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.evidence.Truth;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.RoleSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports a permissive policy that lets everybody write. */
final class PolicyAlwaysTrue extends FolderRule {
    PolicyAlwaysTrue() {
        super(Facts.warning(Category.SECURITY).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (Table table : context.end().tables()) {
            for (Table.Policy policy : table.policies().all()) {
                String open = policy.permissive() ? open(policy) : null;
                String who = who(policy.roles());
                if (open != null && who != null) {
                    reporter.report(
                            policy.origin(),
                            "Policy `" + policy.name() + "` lets " + who + " " + open + " `" + table.name()
                                    + "`, as if row-level security were off",
                            "Write a condition that ties the row to who asks.");
                }
            }
        }
    }

    private static @Nullable String who(List<RoleSpec> roles) {
        boolean users = false;
        for (RoleSpec role : roles) {
            String name = role.name().text();
            if (role.kind() == RoleSpec.Kind.PUBLIC || name.equals(Exposure.ANYBODY)) {
                return "everybody";
            }
            users |= name.equals(Exposure.USERS);
        }
        if (roles.isEmpty()) {
            return "everybody";
        }
        return users ? "everybody who is logged in" : null;
    }

    /** Returns what can be done to every row; a policy for INSERT without WITH CHECK lets nobody insert. */
    private static @Nullable String open(Table.Policy policy) {
        boolean anyOld = policy.using() != null && Truth.is(policy.using());
        boolean anyNew = policy.check() == null ? anyOld : Truth.is(policy.check());
        return switch (policy.command()) {
            case INSERT -> anyNew ? "insert into" : null;
            case UPDATE -> anyOld ? "update" : null;
            case DELETE -> anyOld ? "delete from" : null;
            case ALL -> openForAll(anyOld, anyNew);
            case SELECT -> null;
        };
    }

    private static @Nullable String openForAll(boolean anyOld, boolean anyNew) {
        if (anyOld) {
            return anyNew ? "write" : "delete from";
        }
        return anyNew ? "insert into" : null;
    }
}
