package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.RelationUses;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.SchemaStatement.CreateSchema;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.ViewStatement;

/** Reports a view that stays and reads what ends with the session, and what is temporary in a schema that stays. */
final class ReadsTemporary extends StatementRule<Statement> {
    ReadsTemporary() {
        super(Facts.error(Category.ORDER).since("0.1"), ViewStatement.class, CreateSchema.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        if (statement instanceof ViewStatement view) {
            reads(view, refusals);
        } else if (statement instanceof CreateSchema schema) {
            elements(schema, refusals);
        }
    }

    /** A view without a schema becomes temporary itself (manual, CREATE VIEW). */
    private static void reads(ViewStatement view, Refusals refusals) {
        boolean isOther = view instanceof ViewStatement.CreateView plain
                && (plain.persistence() != Persistence.PERMANENT
                        || plain.name().schema() == null
                        || plain.name().schema().text().startsWith(Schema.TEMPORARY));
        if (isOther) {
            return;
        }
        boolean isPlain = view instanceof ViewStatement.CreateView;
        for (ObjectName read : RelationUses.queried(refusals.context())) {
            refusals.addIf(
                    refusals.schema()
                            .relation(read.qualified())
                            .filter(relation ->
                                    Schema.TEMPORARY.equals(relation.name().schemaOrNull()))
                            .isPresent(),
                    read.range(),
                    isPlain ? SqlState.INVALID_TABLE_DEFINITION : SqlState.FEATURE_NOT_SUPPORTED,
                    "`" + view.name() + "` reads `" + read + "`, which is temporary",
                    "Read a table that stays.");
        }
    }

    private static void elements(CreateSchema schema, Refusals refusals) {
        for (Statement element : schema.elements()) {
            refusals.addIf(
                    element instanceof Making making && making.temporary(),
                    element.range(),
                    SqlState.INVALID_TABLE_DEFINITION,
                    "What is temporary cannot be made in the new schema",
                    "Leave out TEMPORARY, or make it by a statement of its own.");
        }
    }
}
