package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TypeName;

/** Reports a column of a constrained domain added to an existing table, which rewrites every row. */
final class AddingConstrainedDomainColumn extends StatementRule<AlterTable> {
    AddingConstrainedDomainColumn() {
        super(Facts.warning(Category.LOCK).since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        for (AlterTableAction.AddColumn action : LiveTable.actions(alter, context, AlterTableAction.AddColumn.class)) {
            TypeName type = action.column().type();
            if (type != null
                    && !type.isArray()
                    && isConstrainedDomain(type.name().qualified(), context)) {
                reporter.report(
                        action.range(),
                        "`" + action.column().name().text() + "` is checked against the domain `"
                                + type.name().qualified()
                                + "` for every row, which rewrites " + LiveTable.name(alter)
                                + " under ACCESS EXCLUSIVE and blocks its reads and writes meanwhile",
                        "Add the column with the domain's base type and the condition as a check NOT VALID, and"
                                + " validate it in a later file.");
            }
        }
    }

    /** A domain over a domain keeps the constraints of both. */
    private static boolean isConstrainedDomain(QualifiedName type, LintContext context) {
        SchemaObject.Type known = context.schema().type(type).orElse(null);
        return known != null
                && known.kind() == SchemaObject.TypeKind.DOMAIN
                && (!known.constraints().isEmpty()
                        || known.base()
                                .filter(base -> !base.array()
                                        && !base.name().equals(type)
                                        && isConstrainedDomain(base.name(), context))
                                .isPresent());
    }
}
