package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code IF} and {@code CASE} (PostgreSQL manual, 41.6.4 "Conditionals"). */
public sealed interface PlBranching extends PlStatement {
    /** The guarded branches in order; at least one. */
    List<Branch> branches();

    /** The statements of {@code ELSE}; null where there is no {@code ELSE}, which a {@code CASE} answers with an error. */
    @Nullable
    PlStatements otherwise();

    @Override
    default List<PlStatement> children() {
        List<PlStatement> children = new ArrayList<>();
        branches().forEach(branch -> children.addAll(branch.statements().list()));
        PlStatements otherwise = otherwise();
        if (otherwise != null) {
            children.addAll(otherwise.list());
        }
        return children;
    }

    @Override
    default List<Expression> expressions() {
        List<Expression> expressions = new ArrayList<>();
        branches().forEach(branch -> expressions.addAll(branch.conditions()));
        return expressions;
    }

    /** {@code IF … THEN … ELSIF … THEN … ELSE … END IF}; each branch has one condition. */
    record If(List<Branch> branches, @Nullable PlStatements otherwise, SourceRange range) implements PlBranching {
        public If {
            branches = List.copyOf(branches);
        }
    }

    /** {@code CASE [operand] WHEN … THEN … ELSE … END CASE}; with an operand, a branch may list several values. */
    record Case(
            @Nullable Expression operand,
            List<Branch> branches,
            @Nullable PlStatements otherwise,
            SourceRange range) implements PlBranching {
        public Case {
            branches = List.copyOf(branches);
        }

        @Override
        public List<Expression> expressions() {
            List<Expression> expressions = new ArrayList<>();
            if (operand != null) {
                expressions.add(operand);
            }
            expressions.addAll(PlBranching.super.expressions());
            return expressions;
        }
    }

    /** The statements that run where a condition holds. */
    record Branch(List<Expression> conditions, PlStatements statements, SourceRange range) {
        public Branch {
            conditions = List.copyOf(conditions);
        }
    }
}
