package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.evidence.StatementEdits;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import java.util.List;
import java.util.Optional;

/** Reports a rollback that leaves behind what its migration makes. */
final class IncompleteRollback extends FileRule {
    private static final int MOST_NAMES = 3;

    IncompleteRollback() {
        super(Facts.warning(Category.FILES).fixable().alsoInRollbacks().since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        List<Statement> statements = context.sql().script().statements();
        boolean judged = context.isRollback()
                && !statements.isEmpty()
                && context.migration().directives().irreversible().isEmpty()
                && context.sql().directives().irreversible().isEmpty()
                && context.steps().stream().noneMatch(IncompleteRollback::isOpaque);
        List<RollbackGaps.Gap> gaps = judged ? RollbackGaps.of(context) : List.of();
        if (!gaps.isEmpty()) {
            List<String> names = gaps.stream()
                    .map(RollbackGaps.Gap::object)
                    .limit(MOST_NAMES)
                    .toList();
            String more = gaps.size() > MOST_NAMES ? " and " + (gaps.size() - MOST_NAMES) + " more" : "";
            Statement last = statements.get(statements.size() - 1);
            reporter.report(
                            last.range(),
                            "After the rollback of `"
                                    + context.migration().file().getFileName() + "` the "
                                    + String.join(", the ", names) + more
                                    + (gaps.size() > 1 ? " are" : " is") + " still there",
                            "Drop what the migration creates, newest first, or restore what was there before.")
                    .fix(dropping(gaps, last, context));
        }
    }

    /** What may drop more than it says: SQL made at run time, a schema or an extension with all that is in it. */
    private static boolean isOpaque(Step step) {
        return step.statement() instanceof FunctionStatement.DoStatement
                || (step.statement() instanceof DropStatement drop
                        && (drop.objectType() == ObjectType.SCHEMA || drop.objectType() == ObjectType.EXTENSION));
    }

    private static Optional<Fix> dropping(List<RollbackGaps.Gap> gaps, Statement last, FileContext context) {
        List<String> sql = gaps.stream().map(gap -> undoing(gap, context)).toList();
        return sql.contains("") || last instanceof TransactionStatement
                ? Optional.empty()
                : Optional.of(new Fix(List.of(StatementEdits.append(last, context.sql(), String.join("\n", sql)))));
    }

    /** Returns what drops it, or brings back what was there before it; empty where the files do not show that. */
    private static String undoing(RollbackGaps.Gap gap, FileContext context) {
        return gap.drop() != null
                ? gap.drop() + ";"
                : context.folder()
                        .once(DraftedRollbacks.class, DraftedRollbacks::new)
                        .of(context.migration())
                        .undoing(gap.at())
                        .orElse("");
    }
}
