package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.effect.NotNullProof;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Optional;
import java.util.Set;

/** Reports {@code SET NOT NULL} on an existing column that no validated check proves free of NULL. */
public final class AddingNotNullableField implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.LOCK;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.ALTER_TABLE);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        boolean asConstraint = context.target().isAtLeast(18);
        for (AlterTableAction.SetNotNull action : LiveTable.actions(context, AlterTableAction.SetNotNull.class)) {
            String column = action.column().text();
            Optional<Table> table = LiveTable.table(context);
            if (table.filter(known -> NotNullProof.of(known, column)).isEmpty()) {
                reporter.report(
                                action.range(),
                                "Setting `" + column + "` NOT NULL scans " + LiveTable.name(context)
                                        + " under ACCESS EXCLUSIVE, which blocks its reads and writes as long as the"
                                        + " scan takes",
                                asConstraint
                                        ? "Add it as a constraint NOT NULL … NOT VALID, and validate that in a later"
                                                + " file."
                                        : "Add CHECK (" + column
                                                + " IS NOT NULL) NOT VALID, validate it in a later file, and set NOT"
                                                + " NULL after that.")
                        .assumedIf(table.isEmpty());
            }
        }
    }
}
