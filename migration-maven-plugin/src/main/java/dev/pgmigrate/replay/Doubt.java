package dev.pgmigrate.replay;

import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.OperatorExpression;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.plpgsql.PlBlock;
import dev.pgmigrate.sql.plpgsql.PlBranching;
import dev.pgmigrate.sql.plpgsql.PlCondition;
import java.util.List;

/** Whether what a statement in a body does is sure to be so afterwards. */
enum Doubt {
    NONE,
    /** Runs where something is not there, so that what it makes is there in any case. */
    UNLESS_MADE,
    ALWAYS;

    /** Returns the doubt of the statements in the branches of {@code branching}, which itself stands in this doubt. */
    Doubt in(PlBranching branching) {
        boolean one = branching instanceof PlBranching.If
                && branching.otherwise() == null
                && branching.branches().size() == 1;
        return this != NONE || !one
                ? ALWAYS
                : of(branching.branches().get(0).conditions().get(0));
    }

    /**
     * Returns the doubt of the statements in a block with handlers: what a caught error takes back is the whole block, so
     * that only of a statement alone in it is it sure that it makes what is not there.
     */
    Doubt in(PlBlock block, List<PlCondition> caught) {
        if (caught.isEmpty()) {
            return this;
        }
        boolean alone = block.statements().size() == 1 && caught.stream().noneMatch(PlCondition::isOthers);
        return this == NONE && alone ? UNLESS_MADE : ALWAYS;
    }

    /** Returns the doubt of what follows a branching that leaves the body. */
    Doubt behind(PlBranching branching) {
        boolean leavesWhereItIs = this == NONE
                && branching.branches().size() == 1
                && isExists(branching.branches().get(0).conditions().get(0));
        return leavesWhereItIs ? UNLESS_MADE : ALWAYS;
    }

    /** A condition that something is there may ask for more than that, so that only what is made is sure. */
    private static Doubt of(Expression condition) {
        return condition instanceof OperatorExpression.BoolExpr not
                        && not.kind() == OperatorExpression.BoolKind.NOT
                        && isExists(not.terms().get(0))
                ? UNLESS_MADE
                : ALWAYS;
    }

    private static boolean isExists(Expression condition) {
        return condition instanceof Expression.SubLink query && query.kind() == Expression.SubLinkKind.EXISTS;
    }

    boolean isAbout(Statement statement) {
        return switch (this) {
            case NONE -> false;
            case UNLESS_MADE -> drops(statement);
            case ALWAYS -> true;
        };
    }

    private static boolean drops(Statement statement) {
        if (statement instanceof TableStatement.AlterTable alter) {
            for (AlterTableAction action : alter.actions()) {
                if (!(action instanceof AlterTableAction.Dropping)) {
                    return false;
                }
            }
            return true;
        }
        return statement instanceof DropStatement || statement instanceof ObjectStatement.Rename;
    }
}
