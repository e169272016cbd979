package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.TableElement;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.List;
import java.util.Optional;

/** Reports a table without the columns that each table has to have. */
final class RequireColumns extends StatementRule<TableStatement.CreateTable> {
    private static final RuleOption COLUMNS =
            RuleOption.names("columns", "created_at timestamptz not null default now()");

    RequireColumns() {
        super(Facts.off(Category.DESIGN).fixable().options(COLUMNS).since("0.1"), TableStatement.CreateTable.class);
    }

    @Override
    protected void check(TableStatement.CreateTable create, LintContext context, Reporter reporter) {
        if (create.persistence() == Persistence.TEMPORARY
                || create.partitionOf() != null
                || create.ofType() != null
                || !create.inherits().isEmpty()
                || context.schemaAfter()
                        .table(create.name())
                        .filter(table -> !table.columnsKnown())
                        .isPresent()) {
            return;
        }
        for (String column : context.configuration().ruleOptions().names(this, COLUMNS)) {
            String name = column.split("\\s+", 2)[0];
            if (context.schemaAfter()
                    .table(create.name())
                    .filter(table -> table.column(name).isEmpty())
                    .isPresent()) {
                List<TableElement> elements = create.elements();
                Optional<Fix> fix = elements.isEmpty() || name.equals(column)
                        ? Optional.empty()
                        : Optional.of(Fix.insert(
                                elements.get(elements.size() - 1).range().end(), ",\n    " + column));
                reporter.report(
                                create.name().range(),
                                "`" + create.name() + "` has no column `" + name + "`",
                                "Add it.")
                        .fix(fix);
            }
        }
    }
}
