package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionExpression;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;

/** Tells which functions the policies need, and with them everybody whom a policy is for. */
final class PolicyFunctions {
    private PolicyFunctions() {}

    /** Returns whether the condition of a policy calls {@code function}. */
    static boolean call(QualifiedName function, Schema schema) {
        for (Table table : schema.tables()) {
            for (Table.Policy policy : table.policies().all()) {
                if (policy.conditions().stream().anyMatch(condition -> calls(condition, function))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean calls(Expression condition, QualifiedName function) {
        for (Node node : Nodes.all(condition)) {
            if (node instanceof FunctionExpression.FuncCall call
                    && call.name().last().text().equals(function.name())) {
                return true;
            }
        }
        return false;
    }
}
