package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.OutputColumn;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.sql.ast.ViewStatement.CreateView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports a {@code CREATE OR REPLACE VIEW} that does more to the columns than adding some at the end. */
final class OrReplaceViewColumns extends StatementRule<CreateView> {
    OrReplaceViewColumns() {
        super(Facts.error(Category.ORDER).since("0.1"), CreateView.class);
    }

    @Override
    protected void check(CreateView create, LintContext context, Reporter reporter) {
        if (!create.orReplace() || context.isGuardedAgainst(SqlState.INVALID_TABLE_DEFINITION)) {
            return;
        }
        QualifiedName target =
                create.name().qualified().inSchema(context.schema().searchPath().get(0));
        View before = context.schema().certain().view(target).orElse(null);
        View after = context.schemaAfter().certain().view(target).orElse(null);
        if (before == null
                || before.materialized()
                || before.output() == null
                || after == null
                || after.output() == null) {
            return;
        }
        refused(before.output(), after.output())
                .ifPresent(change -> reporter.report(
                        create.name().range(),
                        "The view `" + create.name() + "` exists, and this statement " + change
                                + ", which CREATE OR REPLACE refuses with " + SqlState.INVALID_TABLE_DEFINITION,
                        "Put DROP VIEW IF EXISTS " + create.name() + "; before it, or add new columns at the end."));
    }

    private static Optional<String> refused(List<OutputColumn> before, List<OutputColumn> after) {
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            OutputColumn old = before.get(i);
            OutputColumn now = after.get(i);
            if (old.name() != null && now.name() != null && !old.name().equals(now.name())) {
                return Optional.of("puts " + now.name() + " where the column " + old.name() + " is");
            }
            if (isOtherType(old.type(), now.type())) {
                return Optional.of(
                        "changes the type of its column " + old.name() + " from " + old.type() + " to " + now.type());
            }
        }
        return after.size() < before.size()
                ? Optional.of(
                        "leaves out its column " + before.get(after.size()).name())
                : Optional.empty();
    }

    private static boolean isOtherType(@Nullable ColumnType old, @Nullable ColumnType now) {
        return old != null
                && now != null
                && !(old.name().name().equals(now.name().name())
                        && old.array() == now.array()
                        && old.modifiers().equals(now.modifiers()));
    }
}
