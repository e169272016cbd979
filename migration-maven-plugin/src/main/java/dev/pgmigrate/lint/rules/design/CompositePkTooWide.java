package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.replay.Table;

/** Reports a primary key of many columns. */
final class CompositePkTooWide extends FolderRule {
    private static final RuleOption COLUMNS = RuleOption.number("columns", 3);

    CompositePkTooWide() {
        super(Facts.off(Category.DESIGN).options(COLUMNS).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        int most = context.settings().ruleOptions().number(this, COLUMNS);
        for (Table table : context.end().tables()) {
            table.primaryKey()
                    .filter(key -> key.columns().size() > most)
                    .ifPresent(key -> reporter.report(
                            key.origin(),
                            "The primary key of `" + table.name() + "` has "
                                    + key.columns().size()
                                    + " columns, which each table that refers to it has to repeat",
                            "Give the table a key of one column, and make the others unique."));
        }
    }
}
