package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.replay.Table;

/** Reports a table with very many columns. */
final class TableColumnLimit extends FolderRule {
    private static final RuleOption COLUMNS = RuleOption.number("columns", 60);

    TableColumnLimit() {
        super(Facts.off(Category.DESIGN).options(COLUMNS).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        int most = context.settings().ruleOptions().number(this, COLUMNS);
        for (Table table : context.end().tables()) {
            int count = table.columns().all().size();
            if (table.created() && count > most) {
                reporter.report(
                        table.origin(),
                        "`" + table.name() + "` has " + count + " columns, more than " + most,
                        "Move what is rarely read, or belongs together, into a table of its own.");
            }
        }
    }
}
