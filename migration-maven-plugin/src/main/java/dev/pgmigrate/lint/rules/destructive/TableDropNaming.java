package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.Drops;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.List;
import java.util.Set;

/** Reports a table that is dropped without having been put aside first. */
public final class TableDropNaming implements Rule {
    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public Category category() {
        return Category.DESTRUCTIVE;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.DROP);
    }

    private static final RuleOption PATTERN =
            RuleOption.pattern("pattern", "_?(old|unused|deprecated|dropped)(_.*)?|.*_(old|unused|deprecated|dropped)");

    @Override
    public List<RuleOption> options() {
        return List.of(PATTERN);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (!(context.statement() instanceof DropStatement.Drop drop) || drop.objectType() != ObjectType.TABLE) {
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
                        "Rename it in one release, and drop it in a later one, when nobody has missed it.");
            }
        }
    }
}
