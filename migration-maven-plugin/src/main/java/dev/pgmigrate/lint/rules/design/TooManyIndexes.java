package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Table;
import java.util.List;

/** Reports a table with more indexes than its writers can bear. */
final class TooManyIndexes extends FolderRule {
    private static final RuleOption MOST = RuleOption.number("indexes", 10);

    TooManyIndexes() {
        super(Facts.off(Category.DESIGN).options(MOST).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        int most = context.settings().ruleOptions().number(this, MOST);
        for (Table table : context.end().tables()) {
            List<SchemaObject.Index> indexes = context.end().indexesOf(table.name());
            if (indexes.size() > most) {
                reporter.report(
                        indexes.get(indexes.size() - 1).origin(),
                        "`" + table.name() + "` has " + indexes.size()
                                + " indexes, each of which every INSERT has to write",
                        "Drop those that nobody reads; pg_stat_user_indexes tells.");
            }
        }
    }
}
