package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.RoleSpec;
import java.util.Set;

/** Reports a permissive policy that lets everybody write. */
public final class PolicyAlwaysTrue implements Rule {
    private static final Set<String> OPEN = Set.of("anon", "authenticated");

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.SECURITY;
    }

    @Override
    public void checkFolder(FolderContext context, Reporter reporter) {
        for (Table table : context.end().tables()) {
            for (Table.Policy policy : table.policies().all()) {
                boolean writes = !policy.command().equals("select");
                boolean forAll =
                        policy.roles().isEmpty() || policy.roles().stream().anyMatch(PolicyAlwaysTrue::isOpen);
                if (policy.permissive() && writes && forAll && isAlwaysTrue(policy)) {
                    reporter.report(
                            policy.origin(),
                            "Policy `" + policy.name() + "` lets everybody " + verb(policy.command()) + " `"
                                    + table.name() + "`, as if row-level security were off",
                            "Write a condition that ties the row to who asks.");
                }
            }
        }
    }

    private static boolean isOpen(RoleSpec role) {
        return role.kind() == RoleSpec.Kind.PUBLIC || OPEN.contains(role.name().text());
    }

    private static boolean isAlwaysTrue(Table.Policy policy) {
        Expression using = policy.using();
        Expression check = policy.check();
        boolean openUsing = using == null ? policy.command().equals("insert") : isTrue(using);
        return openUsing && (check == null || isTrue(check));
    }

    private static boolean isTrue(Expression expression) {
        return expression instanceof Expression.Constant constant && constant.kind() == Expression.ConstantKind.TRUE;
    }

    private static String verb(String command) {
        return command.equals("all") ? "write" : command;
    }
}
