package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.OperatorExpression;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What rules ask about a constraint that an {@code ALTER TABLE} drops. */
final class DroppedConstraint {
    private static final String KEY = "_pkey";

    private DroppedConstraint() {}

    /** Returns the constraint, where the files show it. */
    static Optional<TableConstraint> of(
            TableStatement.AlterTable alter, AlterTableAction.DropConstraint drop, LintContext context) {
        return LiveTable.table(alter, context)
                .flatMap(table -> table.constraints().get(drop.name().text()));
    }

    static boolean isPrimaryKey(AlterTableAction.DropConstraint drop, @Nullable TableConstraint known) {
        return known == null ? drop.name().text().endsWith(KEY) : known.kind() == TableConstraint.Kind.PRIMARY_KEY;
    }

    /** Returns whether it is known not to be there, so that IF EXISTS skips it. */
    static boolean isGone(TableStatement.AlterTable alter, AlterTableAction.DropConstraint drop, LintContext context) {
        Table table = LiveTable.table(alter, context).orElse(null);
        return table != null && table.constraintPresence(drop.name().text()).isAbsent();
    }

    /** Returns whether the column itself says what the constraint says. */
    static boolean isRedundant(TableStatement.AlterTable alter, @Nullable TableConstraint known, LintContext context) {
        if (known == null
                || !(known.expression() instanceof OperatorExpression.IsExpr is)
                || !is.negated()
                || is.test() != OperatorExpression.IsKind.NULL
                || known.columns().size() != 1) {
            return false;
        }
        return context.schemaAfter()
                .table(alter.name())
                .flatMap(table -> table.column(known.columns().get(0)))
                .filter(Table.Column::notNull)
                .isPresent();
    }

    /** Returns whether the file gives the table a constraint or key in its place, or takes away what it was about. */
    static boolean isMadeAgain(
            TableStatement.AlterTable alter, AlterTableAction.DropConstraint drop, LintContext context) {
        TableConstraint known = of(alter, drop, context).orElse(null);
        QualifiedName table = context.schema().resolve(alter.name());
        QualifiedName referenced = known == null ? null : known.referenced();
        Schema after = context.file().after();
        if (after.relationPresence(table).isAbsent()
                || (referenced != null && after.relationPresence(referenced).isAbsent())) {
            return true;
        }
        for (Step step : context.file().steps().changes()) {
            if (step.statement() instanceof TableStatement.AlterTable other
                    && step.before().resolve(other.name()).equals(table)) {
                for (AlterTableAction action : other.actions()) {
                    if (replaces(action, drop, known)) {
                        return true;
                    }
                }
            }
            boolean unique = step.statement() instanceof IndexStatement.CreateIndex index
                    && index.unique()
                    && step.before().resolve(index.table()).equals(table);
            if (unique && (known == null || known.hasIndex()) && !isPrimaryKey(drop, known)) {
                return true;
            }
        }
        return false;
    }

    private static boolean replaces(
            AlterTableAction action, AlterTableAction.DropConstraint drop, @Nullable TableConstraint known) {
        if (action instanceof AlterTableAction.DropColumn column) {
            return known != null && known.columns().contains(column.name().text());
        }
        if (!(action instanceof AlterTableAction.AddConstraint add)) {
            return false;
        }
        Constraint constraint = add.constraint();
        boolean sameName = constraint.name() != null
                && constraint.name().text().equals(drop.name().text());
        return sameName
                || (known == null
                        ? !isPrimaryKey(drop, null) || constraint instanceof Constraint.PrimaryKey
                        : isOf(constraint, known.kind()));
    }

    private static boolean isOf(Constraint constraint, TableConstraint.Kind kind) {
        return switch (kind) {
            case PRIMARY_KEY -> constraint instanceof Constraint.PrimaryKey;
            case UNIQUE -> constraint instanceof Constraint.Key;
            case FOREIGN_KEY -> constraint instanceof Constraint.ForeignKey;
            case EXCLUDE -> constraint instanceof Constraint.Exclude;
            case CHECK -> constraint instanceof Constraint.Check;
            case NOT_NULL -> constraint instanceof Constraint.NotNull;
        };
    }
}
