package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TableElement;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports a table without the columns that each table has to have. */
public final class RequireColumns implements Rule {
    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public Category category() {
        return Category.DESIGN;
    }

    @Override
    public boolean fixable() {
        return true;
    }

    @Override
    public List<RuleOption> options() {
        return List.of(COLUMNS);
    }

    private static final RuleOption COLUMNS =
            RuleOption.names("columns", "created_at timestamptz not null default now()");

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.CREATE);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (!(context.statement() instanceof TableStatement.CreateTable create)
                || create.persistence() == Persistence.TEMPORARY
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
