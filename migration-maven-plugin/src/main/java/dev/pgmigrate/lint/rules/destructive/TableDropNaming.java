package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.Drops;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;

/** Reports a table that is dropped without having been put aside first. */
final class TableDropNaming extends StatementRule<DropStatement.Drop> {
    private static final RuleOption PATTERN =
            RuleOption.pattern("pattern", "_?(old|unused|deprecated|dropped)(_.*)?|.*_(old|unused|deprecated|dropped)");

    TableDropNaming() {
        super(Facts.off(Category.DESTRUCTIVE).options(PATTERN).since("0.1"), DropStatement.Drop.class);
    }

    @Override
    protected void check(DropStatement.Drop drop, LintContext context, Reporter reporter) {
        if (drop.objectType() != ObjectType.TABLE) {
            return;
        }
        for (ObjectReference table : drop.objects()) {
            String name = table.name().last().text();
            if (Drops.touchOthers(table, context)
                    && !context.configuration()
                            .ruleOptions()
                            .pattern(this, PATTERN)
                            .matcher(name)
                            .matches()) {
                reporter.report(
                        table.range(),
                        "`" + table.name().qualified() + "` is dropped under the name by which it was in use",
                        "Rename it in one release, and drop it in a later one, once nobody has missed it.");
            }
        }
    }
}
