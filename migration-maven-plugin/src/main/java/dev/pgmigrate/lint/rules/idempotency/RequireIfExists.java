package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.lint.evidence.Drops;
import dev.pgmigrate.lint.evidence.StatementEdits;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Collision;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.DomainStatement.AlterDomain;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.Objects;
import java.util.Optional;

/** Reports a {@code DROP} that fails on a second run and could have said {@code IF EXISTS}. */
final class RequireIfExists extends StatementRule<Statement> {
    RequireIfExists() {
        super(
                Facts.error(Category.IDEMPOTENCY).fixable().since("0.1"),
                DropStatement.class,
                AlterTable.class,
                AlterDomain.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (statement instanceof DropStatement drop && !drop.ifExists()) {
            drop.objects().stream()
                    .filter(object -> context.secondRun().presence(object).isAbsent())
                    .filter(object -> !context.isGuardedAgainst(Collision.sqlStateOfMissing(object.type())))
                    .findFirst()
                    .ifPresent(object ->
                            report(Words.of(object), object.range(), reporter).fix(StatementEdits.ifExists(drop)));
        } else if (statement instanceof AlterTable alter) {
            Optional<Table> table = context.secondRun().table(alter.name());
            for (AlterTableAction action : alter.actions()) {
                if (action instanceof AlterTableAction.DroppingGeneration drop && !drop.ifExists()) {
                    check(drop, alter, table, context, reporter);
                }
            }
        }
        Drops.partsOf(statement).forEach(part -> check(part, context, reporter));
    }

    /** Where the whole is gone, {@code IF EXISTS} on its part is of no use. */
    private static void check(ObjectReference part, LintContext context, Reporter reporter) {
        Schema again = context.secondRun();
        QualifiedName whole = Objects.requireNonNull(part.parent()).qualified();
        boolean found = again.table(whole).isPresent() || again.type(whole).isPresent();
        if (found
                && again.presence(part).isAbsent()
                && !context.isGuardedAgainst(Collision.sqlStateOfMissing(part.type()))) {
            report(Words.of(part), part.range(), reporter)
                    .fix(Fix.insert(part.name().range().start(), "IF EXISTS "));
        }
    }

    private static void check(
            AlterTableAction.DroppingGeneration drop,
            AlterTable alter,
            Optional<Table> table,
            LintContext context,
            Reporter reporter) {
        boolean identity = drop instanceof AlterTableAction.DropIdentity;
        boolean absent = table.flatMap(known -> known.column(drop.column().text()))
                .filter(column -> identity ? !column.identity() : !column.generated())
                .isPresent();
        if (absent && !context.isGuardedAgainst(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE)) {
            String what = identity ? "identity of `" : "expression of `";
            report(what + alter.name() + "." + drop.column().text() + "`", drop.range(), reporter)
                    .fix(Fix.insert(drop.range().end(), " IF EXISTS"));
        }
    }

    private static Reporter.Draft report(String object, SourceRange range, Reporter reporter) {
        return reporter.report(
                range, "The " + object + " is gone when the file runs again, and the drop fails", "Write IF EXISTS.");
    }
}
