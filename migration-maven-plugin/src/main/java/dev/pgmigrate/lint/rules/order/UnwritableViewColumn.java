package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.UpdatableView;
import dev.pgmigrate.lint.evidence.WrittenColumns;
import dev.pgmigrate.lint.evidence.WrittenColumns.Written;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.DmlStatement.Insert;
import dev.pgmigrate.sql.ast.DmlStatement.Merge;
import dev.pgmigrate.sql.ast.DmlStatement.Update;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports a value for a column of a view that is not a plain column of the table below, and two for the same one. */
final class UnwritableViewColumn extends StatementRule<DmlStatement> {
    private static final int DEEPEST = 32;

    UnwritableViewColumn() {
        super(Facts.error(Category.ORDER).since("0.1"), Insert.class, Update.class, Merge.class);
    }

    @Override
    protected void check(DmlStatement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        View view =
                refusals.schema().view(statement.relation().name().qualified()).orElse(null);
        if (view == null) {
            return;
        }
        if (statement instanceof Insert insert) {
            check(view, WrittenColumns.of(insert, view), refusals);
            if (insert.onConflict() != null) {
                check(view, WrittenColumns.of(insert.onConflict().set()), refusals);
            }
        } else if (statement instanceof Update update) {
            check(view, WrittenColumns.of(update.set()), refusals);
        } else if (statement instanceof Merge merge) {
            merge.whens().forEach(when -> check(view, WrittenColumns.of(when, view), refusals));
        }
    }

    private static void check(View view, List<Written> all, Refusals refusals) {
        Map<String, String> seen = new HashMap<>();
        for (Written written : all) {
            String column = below(view, written.column(), 0, refusals).orElse(null);
            if (column == null) {
                continue;
            }
            refusals.addIf(
                    column.isEmpty(),
                    written.at().range(),
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "`" + written.column() + "` of the view `" + view.name()
                            + "` is not a plain column of a table and cannot be written",
                    "Write to the columns that it is computed from, or make an INSTEAD OF trigger.");
            String before = seen.put(column, written.column());
            refusals.addIf(
                    before != null && !before.equals(written.column()),
                    written.at().range(),
                    SqlState.SYNTAX_ERROR,
                    "`" + before + "` and `" + written.column() + "` of the view `" + view.name()
                            + "` are the same column of its table",
                    "Write to one of them.");
        }
    }

    /** Returns the column of the table that a value goes to, "" if it goes nowhere; nothing where nobody can tell. */
    private static Optional<String> below(View view, String column, int depth, Refusals refusals) {
        UpdatableView written = depth > DEEPEST
                ? null
                : UpdatableView.of(view, refusals.schema()).orElse(null);
        String target = written == null ? null : written.columns().get(column);
        if (written == null || target == null || target.isEmpty()) {
            return Optional.ofNullable(target);
        }
        if (written.below() instanceof View next) {
            return below(next, target, depth + 1, refusals);
        }
        return written.below().columnPresence(target).isPresent() ? Optional.of(target) : Optional.empty();
    }
}
