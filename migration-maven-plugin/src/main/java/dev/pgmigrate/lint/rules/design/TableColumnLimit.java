package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.replay.Table;
import java.util.List;

/** Reports a table with very many columns. */
public final class TableColumnLimit implements Rule {
    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public Category category() {
        return Category.DESIGN;
    }

    @Override
    public List<RuleOption> options() {
        return List.of(COLUMNS);
    }

    private static final RuleOption COLUMNS = RuleOption.number("columns", 60);

    @Override
    public void checkFolder(FolderContext context, Reporter reporter) {
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
