package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.GeneratedNames;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.Definition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reports a check or a {@code NOT NULL} that says another thing in a table than in its parent, its children or itself. */
final class ConflictingConstraint extends StatementRule<Statement> {
    private static final int NOT_NULL_IS_A_CONSTRAINT = 18;

    ConflictingConstraint() {
        super(Facts.error(Category.ORDER).since("0.1"), AlterTable.class, Definition.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        if (statement instanceof Definition create && !refusals.isThere(create)) {
            create(create, refusals);
        } else if (statement instanceof AlterTable alter) {
            refusals.schema().table(alter.name()).ifPresent(table -> alter(alter, table, refusals));
        }
    }

    private static void create(Definition create, Refusals refusals) {
        InheritedChecks checks = new InheritedChecks(refusals);
        Map<String, Boolean> notNull = new HashMap<>();
        checks.parents(create);
        for (ColumnDef column : create.columns()) {
            for (Constraint constraint : column.constraints()) {
                checks.create(create, constraint);
                notNull(constraint, column.name(), notNull, refusals);
            }
        }
        for (Constraint constraint : create.constraints()) {
            checks.create(create, constraint);
            if (constraint instanceof Constraint.PrimaryKey key) {
                key.columns().forEach(column -> notNull(constraint, column, notNull, refusals));
            } else if (constraint instanceof Constraint.NotNull of && of.column() != null) {
                notNull(constraint, of.column(), notNull, refusals);
            }
        }
    }

    /** Checks that of one column it is said once whether children have its {@code NOT NULL} (parse_utilcmd.c). */
    private static void notNull(Constraint constraint, Name column, Map<String, Boolean> said, Refusals refusals) {
        if (constraint instanceof Constraint.NotNull || constraint instanceof Constraint.PrimaryKey) {
            boolean noInherit = constraint.attributes().noInherit();
            Boolean before = said.put(column.text(), noInherit);
            refusals.addIf(
                    before != null && before != noInherit,
                    constraint.range(),
                    SqlState.SYNTAX_ERROR,
                    "`" + column.text() + "` is NOT NULL twice, and only one of the two is NO INHERIT",
                    "Say it once.");
        }
    }

    private static void alter(AlterTable alter, Table table, Refusals refusals) {
        InheritedChecks checks = new InheritedChecks(refusals);
        for (AlterTableAction action : alter.actions()) {
            if (action instanceof AlterTableAction.AddConstraint add
                    && add.constraint() instanceof Constraint.Check check) {
                checks.again(table, check);
                if (!alter.only()) {
                    checks.below(table, check);
                }
            } else if (action instanceof AlterTableAction.AlterConstraint change) {
                passedOn(change, table, refusals);
            } else if (action instanceof AlterTableAction.DropConstraint drop) {
                ofPrimaryKey(drop, table, refusals);
            } else if (action instanceof AlterTableAction.AttachPartition attach && table.isPartitioned()) {
                join(table, attach.partition(), attach.partition(), checks, refusals);
            } else if (action instanceof AlterTableAction.Inherit inherit && inherit.add()) {
                refusals.schema()
                        .table(inherit.parent())
                        .ifPresent(parent -> join(parent, alter.name(), inherit.parent(), checks, refusals));
            }
        }
    }

    private static void join(Table parent, ObjectName child, ObjectName at, InheritedChecks checks, Refusals refusals) {
        refusals.schema()
                .table(child)
                .filter(known -> known.created() && parent.created())
                .ifPresent(known -> checks.existing(parent, known, at));
    }

    /** A child that says NO INHERIT of its own NOT NULL cannot inherit another. */
    private static void passedOn(AlterTableAction.AlterConstraint alter, Table table, Refusals refusals) {
        TableConstraint known = table.constraints().get(alter.name().text()).orElse(null);
        if (known == null || known.kind() != TableConstraint.Kind.NOT_NULL || !Boolean.TRUE.equals(alter.inherit())) {
            return;
        }
        for (Table heir : refusals.schema().heirsOf(table.name())) {
            refusals.addIf(
                    known.columns().stream().anyMatch(heir::hasNotNullOfItsOwn),
                    alter.range(),
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "`" + heir.name() + "` has a NOT NULL of its own there, which is NO INHERIT",
                    "Change that one to INHERIT first.");
        }
    }

    /** From PostgreSQL 18 on what a primary key needs is a constraint (manual, ALTER TABLE, "DROP CONSTRAINT"). */
    private static void ofPrimaryKey(AlterTableAction.DropConstraint drop, Table table, Refusals refusals) {
        List<String> columns = table.primaryKey().map(TableConstraint::columns).orElse(List.of());
        boolean isNeeded =
                columns.stream().anyMatch(column -> isNotNull(drop.name().text(), column, table));
        refusals.addIf(
                isNeeded && refusals.context().target().isAtLeast(NOT_NULL_IS_A_CONSTRAINT),
                drop.range(),
                SqlState.INVALID_TABLE_DEFINITION,
                "`" + drop.name().text() + "` keeps NULL out of the primary key of `" + table.name() + "`",
                "Drop the key first.");
    }

    private static boolean isNotNull(String constraint, String column, Table table) {
        TableConstraint known = table.constraints().get(constraint).orElse(null);
        return known == null
                ? constraint.equals(GeneratedNames.ofNotNull(table.name(), column))
                        && table.column(column).filter(Table.Column::notNull).isPresent()
                : known.kind() == TableConstraint.Kind.NOT_NULL
                        && known.columns().contains(column);
    }
}
