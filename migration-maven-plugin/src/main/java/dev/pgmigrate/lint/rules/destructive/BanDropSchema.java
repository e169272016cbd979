package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.Drops;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports {@code DROP SCHEMA … CASCADE}, and the drop of a schema at all. */
public final class BanDropSchema implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.DESTRUCTIVE;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.DROP);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof DropStatement.Drop drop && drop.objectType() == ObjectType.SCHEMA) {
            for (ObjectReference schema : drop.objects()) {
                if (!Drops.touchOthers(schema, context)) {
                    continue;
                }
                var finding = reporter.report(
                        schema.range(),
                        "DROP SCHEMA " + (drop.cascade() ? "CASCADE drops everything in" : "drops") + " schema `"
                                + schema.name() + "`",
                        "Drop the objects of the schema by name first, and then the empty schema with a suppression.");
                if (!drop.cascade()) {
                    finding.atMost(Severity.WARNING);
                }
            }
        }
    }
}
