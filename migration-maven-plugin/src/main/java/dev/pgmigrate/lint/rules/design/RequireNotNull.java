package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.replay.Table;
import java.util.List;

/** Reports a column that may be NULL. */
final class RequireNotNull extends FolderRule {
    private static final RuleOption EXCEPT = RuleOption.names("except", "deleted_at");

    RequireNotNull() {
        super(Facts.off(Category.DESIGN).options(EXCEPT).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        List<String> except = context.settings().ruleOptions().names(this, EXCEPT);
        for (Table table : context.end().tables()) {
            boolean own = table.created() && !table.temporary() && !table.foreign() && table.partitionOf() == null;
            for (Table.Column column : own ? table.columns().all() : List.<Table.Column>of()) {
                if (!column.notNull() && !column.generated() && !except.contains(column.name())) {
                    reporter.report(
                            column.origin(),
                            "`" + table.name().name() + "." + column.name() + "` may be NULL",
                            "Make it NOT NULL, or suppress this where a value may be missing.");
                }
            }
        }
    }
}
