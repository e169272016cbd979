package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.Drops;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;

/** Reports {@code DROP SCHEMA … CASCADE}, and the drop of a schema at all. */
final class BanDropSchema extends StatementRule<DropStatement.Drop> {
    BanDropSchema() {
        super(Facts.error(Category.DESTRUCTIVE).since("0.1"), DropStatement.Drop.class);
    }

    @Override
    protected void check(DropStatement.Drop drop, LintContext context, Reporter reporter) {
        if (drop.objectType() == ObjectType.SCHEMA) {
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
