package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.PolicyStatement.Command;
import dev.pgmigrate.sql.ast.RoleSpec;
import java.util.ArrayList;
import java.util.List;

/** Tells which policies of a table the server evaluates together (PostgreSQL manual, 5.9 "Row Security Policies"). */
final class PermissivePolicies {
    /** Row-level security is not asked for it. */
    private static final String SERVICE = "service_role";

    private PermissivePolicies() {}

    /** Returns those that hold for {@code command} and share a role with another one that does. */
    static List<Table.Policy> together(List<Table.Policy> all, Command command) {
        List<Table.Policy> found = new ArrayList<>();
        for (Table.Policy policy : all) {
            for (Table.Policy other : all) {
                if (!policy.name().equals(other.name())
                        && isFor(policy, command)
                        && isFor(other, command)
                        && shareRole(policy, other)) {
                    found.add(policy);
                    break;
                }
            }
        }
        return found;
    }

    private static boolean isFor(Table.Policy policy, Command command) {
        return policy.permissive() && (policy.command() == command || policy.command() == Command.ALL);
    }

    private static boolean shareRole(Table.Policy one, Table.Policy other) {
        boolean oneForAll = isForEverybody(one);
        boolean otherForAll = isForEverybody(other);
        for (RoleSpec role : oneForAll ? other.roles() : one.roles()) {
            String name = role.name().text();
            if (!name.equals(SERVICE) && (oneForAll || otherForAll || names(other, name))) {
                return true;
            }
        }
        return oneForAll && otherForAll;
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
