package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.replay.Table;
import java.util.List;
import java.util.Set;

/** Reports a table for a backup that nobody dropped. */
final class LeftoverBackupTable extends FolderRule {
    private static final RuleOption FILES = RuleOption.number("files", 3);
    private static final Set<String> WORDS = Set.of("backup", "bak", "bkp", "old", "tmp", "temp", "copy");

    LeftoverBackupTable() {
        super(Facts.off(Category.FILES).options(FILES).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        int most = context.settings().ruleOptions().number(this, FILES);
        List<Migration> all = context.migrations().all();
        for (Table table : context.end().tables()) {
            List<String> words = List.of(table.name().name().split("_", -1));
            boolean named = WORDS.contains(words.get(0)) || WORDS.contains(words.get(words.size() - 1));
            if (table.created() && !table.temporary() && words.size() > 1 && named) {
                int later = 0;
                for (int i = all.size() - 1;
                        i >= 0 && all.get(i).sql() != table.origin().file();
                        i--) {
                    later++;
                }
                if (later >= most) {
                    reporter.report(
                            table.origin(),
                            "`" + table.name() + "` looks like a backup, and " + later
                                    + " migrations later it is still there",
                            "Drop it, or give it the name of what it is for.");
                }
            }
        }
    }
}
