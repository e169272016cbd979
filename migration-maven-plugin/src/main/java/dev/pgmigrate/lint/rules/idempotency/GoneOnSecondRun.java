package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.lint.evidence.MissingColumns;
import dev.pgmigrate.lint.evidence.RelationUses;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectStatement.Comment;
import dev.pgmigrate.sql.ast.ObjectStatement.Rename;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.CreateTableAs;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import dev.pgmigrate.sql.ast.ViewStatement.CreateMaterializedView;
import dev.pgmigrate.sql.ast.ViewStatement.CreateView;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports a statement whose table, column or label the same file drops or renames later, so that a second run fails. */
final class GoneOnSecondRun extends StatementRule<Statement> {
    GoneOnSecondRun() {
        super(
                Facts.error(Category.IDEMPOTENCY).since("0.1"),
                AlterTable.class,
                CreateIndex.class,
                CreateTrigger.class,
                PolicyStatement.class,
                Comment.class,
                CreateView.class,
                CreateTableAs.class,
                CreateMaterializedView.class,
                SelectStatement.class,
                DmlStatement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        boolean renames = statement instanceof Rename; // a rule of its own
        if (renames || (statement instanceof AlterTable alter && alter.ifExists())) {
            return;
        }
        PromotedIndex.missingOnSecondRun(context)
                .filter(index -> context.collisions().isEmpty()
                        && context.uncaughtCollisions().isEmpty()
                        && !context.isGuardedAgainst(SqlState.UNDEFINED_OBJECT))
                .ifPresent(index -> reporter.report(
                        index.range(),
                        "The index `" + index + "` has become the key when the file runs again, and the statement fails"
                                + " with " + SqlState.UNDEFINED_OBJECT,
                        "Wrap it in a DO block that checks whether the index exists."));
        Optional<ObjectName> table = Stream.concat(
                        RelationUses.changedOrReferenced(context).stream(), RelationUses.queried(context).stream())
                .filter(name -> context.isGoneOnSecondRun(context.schema().resolve(name))
                        && !context.isGuardedAgainst(SqlState.UNDEFINED_TABLE))
                .findFirst();
        if (table.isPresent()) {
            ObjectName name = table.get();
            report(Words.of(ObjectType.TABLE, name.toString()), name.range(), reporter);
        } else {
            MissingColumns.onSecondRun(context)
                    .filter(use -> !context.isGuardedAgainst(SqlState.UNDEFINED_COLUMN))
                    .ifPresent(use -> report(
                            Words.of(ObjectType.COLUMN, use.table() + "." + use.column()),
                            use.column().range(),
                            reporter));
            LostLabels.of(context)
                    .filter(label -> !context.isGuardedAgainst(SqlState.INVALID_TEXT_REPRESENTATION))
                    .ifPresent(label -> reporter.report(
                            label.range(),
                            "The label '" + label.text()
                                    + "' is taken out of its type later in this file, and a second run fails with"
                                    + " " + SqlState.INVALID_TEXT_REPRESENTATION,
                            "Compare the column's text, column::text = '" + label.text() + "'."));
        }
    }

    private static void report(String object, SourceRange range, Reporter reporter) {
        reporter.report(
                range,
                "The " + object + " is dropped or renamed later in this file, and a second run does not find it",
                "Split the file, or wrap the statement in a DO block that checks whether it exists.");
    }
}
