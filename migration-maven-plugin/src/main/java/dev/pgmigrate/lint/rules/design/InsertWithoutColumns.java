package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.SelectStatement;
import java.util.List;
import java.util.Optional;

/** Reports an {@code INSERT} that relies on the order of the columns. */
final class InsertWithoutColumns extends StatementRule<DmlStatement.Insert> {
    InsertWithoutColumns() {
        super(Facts.warning(Category.DESIGN).fixable().since("0.1"), DmlStatement.Insert.class);
    }

    @Override
    protected void check(DmlStatement.Insert insert, LintContext context, Reporter reporter) {
        if (!insert.columns().isEmpty() || insert.source() == null) {
            return;
        }
        ObjectName name = insert.relation().name();
        Optional<Table> table = context.schema().table(name);
        if (table.filter(Table::temporary).isEmpty()) {
            reporter.report(
                            name.range(),
                            "The INSERT into `" + name.qualified()
                                    + "` names no columns: when the table gets another one, values land in the wrong"
                                    + " column or the statement fails",
                            "Name the columns.")
                    .fix(table.filter(Table::columnsKnown).flatMap(known -> naming(insert, known)));
        }
    }

    /** As many columns get a value as the rows have; that is known of VALUES. */
    private static Optional<Fix> naming(DmlStatement.Insert insert, Table table) {
        if (!(insert.source() instanceof SelectStatement.Values values)
                || values.rows().isEmpty()) {
            return Optional.empty();
        }
        int count = values.rows().get(0).values().size();
        List<String> names = table.columns().all().stream()
                .limit(count)
                .map(column -> Identifier.quote(column.name()))
                .toList();
        return names.size() < count
                ? Optional.empty()
                : Optional.of(Fix.insert(insert.relation().range().end(), " (" + String.join(", ", names) + ")"));
    }
}
