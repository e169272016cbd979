package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.PolicyStatement.Command;
import dev.pgmigrate.sql.ast.RoleSpec;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells which policies of a table the server evaluates together (PostgreSQL manual, 5.9 "Row Security Policies"). */
final class PermissivePolicies {
    /** Row-level security is not asked for it. */
    private static final String SERVICE = "service_role";

    private PermissivePolicies() {}

    /** Returns the groups of those that hold for {@code command} and that one role has together, none within another. */
    static Set<List<Table.Policy>> together(List<Table.Policy> all, Command command) {
        List<Table.Policy> held =
                all.stream().filter(policy -> isFor(policy, command)).toList();
        List<Table.Policy> forAll =
                held.stream().filter(PermissivePolicies::isForEverybody).toList();
        Set<List<Table.Policy>> groups = new LinkedHashSet<>();
        held.stream()
                .flatMap(policy -> policy.roles().stream())
                .map(role -> role.name().text())
                .filter(role -> !role.equals(SERVICE))
                .distinct()
                .map(role -> held.stream()
                        .filter(policy -> isForEverybody(policy) || names(policy, role))
                        .toList())
                .filter(group -> group.size() > 1)
                .forEach(groups::add);
        if (groups.isEmpty() && forAll.size() > 1) {
            groups.add(forAll);
        }
        Set<List<Table.Policy>> largest = new LinkedHashSet<>(groups);
        largest.removeIf(group -> groups.stream()
                .anyMatch(other -> other.size() > group.size() && new HashSet<>(other).containsAll(group)));
        return largest;
    }

    private static boolean isFor(Table.Policy policy, Command command) {
        return policy.permissive() && (policy.command() == command || policy.command() == Command.ALL);
    }

    private static boolean isForEverybody(Table.Policy policy) {
        return policy.roles().isEmpty() || names(policy, "public");
    }

    private static boolean names(Table.Policy policy, String role) {
        for (RoleSpec named : policy.roles()) {
            if (named.name().text().equals(role)) {
                return true;
            }
        }
        return false;
    }
}
