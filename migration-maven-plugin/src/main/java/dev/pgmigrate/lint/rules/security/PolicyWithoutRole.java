package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.RoleSpec;

/** Reports a policy for every role, those that have not logged in included. */
final class PolicyWithoutRole extends FolderRule {
    PolicyWithoutRole() {
        super(Facts.off(Category.SECURITY).inSupabase(Severity.WARNING).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (Table table : context.end().tables()) {
            for (Table.Policy policy : table.policies().all()) {
                if (policy.permissive() && isForEverybody(policy)) {
                    reporter.report(
                            policy.origin(),
                            "Policy `" + policy.name() + "` on `" + table.name()
                                    + (policy.roles().isEmpty() ? "` names no role" : "` is for PUBLIC")
                                    + ", so it holds and is evaluated for every role",
                            "Name the roles that it is for after TO.");
                }
            }
        }
    }

    private static boolean isForEverybody(Table.Policy policy) {
        for (RoleSpec role : policy.roles()) {
            if (role.kind() == RoleSpec.Kind.PUBLIC) {
                return true;
            }
        }
        return policy.roles().isEmpty();
    }
}
