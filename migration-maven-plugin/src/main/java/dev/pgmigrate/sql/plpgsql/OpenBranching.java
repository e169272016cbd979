package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.plpgsql.PlBranching.Branch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@code IF} or a {@code CASE} on the way to its {@code END}. */
final class OpenBranching extends OpenStatement {
    private final PlCursor cursor;
    private final SqlPieces pieces;
    private final boolean isCase;
    private final boolean hasOperand;
    private final @Nullable Expression operand;
    private final List<Branch> branches = new ArrayList<>();
    private boolean wrong;
    private int branchStart;
    private List<Expression> conditions = List.of();
    private boolean inElse;
    private @Nullable PlStatements otherwise;

    private OpenBranching(PlCursor cursor, SqlPieces pieces, int start, boolean isCase) {
        super(start, null);
        this.cursor = cursor;
        this.pieces = pieces;
        this.isCase = isCase;
        this.hasOperand = isCase && !cursor.atWord("when");
        this.operand = hasOperand ? pieces.expressionUntil("when") : null;
        this.wrong = hasOperand && operand == null;
    }

    /** Begins at the token behind {@code IF}. */
    static OpenBranching atIf(PlCursor cursor, SqlPieces pieces, int start) {
        OpenBranching branching = new OpenBranching(cursor, pieces, start, false);
        branching.takeCondition(start);
        return branching;
    }

    /** Begins at the token behind {@code CASE}. */
    static OpenBranching atCase(PlCursor cursor, SqlPieces pieces, int start) {
        OpenBranching branching = new OpenBranching(cursor, pieces, start, true);
        int when = cursor.start();
        cursor.expectWord("when");
        branching.takeCondition(when);
        return branching;
    }

    private void takeCondition(int start) {
        branchStart = start;
        List<Expression> taken = hasOperand ? pieces.expressionsUntil("then") : pieces.oneExpressionUntil("then");
        wrong |= taken.isEmpty();
        conditions = taken;
        cursor.expectWord("then");
    }

    private void closeBranch() {
        SourceRange range = cursor.rangeFrom(branchStart);
        if (inElse) {
            otherwise = takeStatements();
        } else {
            branches.add(new Branch(conditions, takeStatements(), range));
        }
    }

    @Override
    boolean takeSection(String word) {
        int wordStart = cursor.start();
        boolean nextBranch = isCase ? word.equals("when") : word.equals("elsif") || word.equals("elseif");
        if (nextBranch && !inElse) {
            closeBranch();
            cursor.advance();
            takeCondition(wordStart);
            return false;
        }
        if (word.equals("else") && !inElse) {
            closeBranch();
            inElse = true;
            cursor.advance();
            return false;
        }
        if (!word.equals("end")) {
            throw cursor.syntaxError();
        }
        closeBranch();
        cursor.advance();
        cursor.expectWord(isCase ? "case" : "if");
        return true;
    }

    @Override
    @Nullable
    PlStatement close(SourceRange range) {
        if (wrong) {
            return null;
        }
        return isCase
                ? new PlBranching.Case(operand, branches, otherwise, range)
                : new PlBranching.If(branches, otherwise, range);
    }
}
