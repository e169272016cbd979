package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.ColumnUses;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject.TableOrView;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.DmlStatement.Insert;
import dev.pgmigrate.sql.ast.Expression.ColumnRef;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectStatement.Rename;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.RuleStatement;
import dev.pgmigrate.sql.ast.RuleStatement.Event;
import dev.pgmigrate.sql.ast.SelectStatement.Values;
import dev.pgmigrate.sql.ast.Statement;

/** Reports a rule that names what it does not have (manual, 39.4 "Rules on INSERT, UPDATE, and DELETE"; parse_utilcmd.c). */
final class InvalidRule extends StatementRule<Statement> {
    /** The rule that makes a view one. */
    private static final String VIEW_RULE = "_RETURN";

    /** Before PostgreSQL 16 a table could become a view. */
    private static final int NO_RULE_MAKES_A_VIEW = 16;

    InvalidRule() {
        super(Facts.error(Category.ORDER).since("0.1"), RuleStatement.class, Rename.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        if (statement instanceof Rename rename) {
            renamed(rename, refusals);
        } else if (statement instanceof RuleStatement rule) {
            select(rule, refusals);
            rows(rule, refusals);
            // An update has two rows with the same columns.
            if (rule.where() != null && rule.event() == Event.UPDATE) {
                plain(rule.where(), SqlState.AMBIGUOUS_COLUMN, "is in OLD and in NEW", refusals);
            }
            for (Statement action : rule.actions()) {
                if (action instanceof Insert insert && insert.source() instanceof Values values) {
                    String why = "is no column here, where only OLD and NEW are";
                    plain(values, SqlState.UNDEFINED_COLUMN, why, refusals);
                }
            }
        }
    }

    private static void select(RuleStatement rule, Refusals refusals) {
        refusals.addIf(
                rule.event() == Event.SELECT
                        && refusals.context().target().isAtLeast(NO_RULE_MAKES_A_VIEW)
                        && refusals.schema()
                                .table(rule.table())
                                .filter(Table::created)
                                .isPresent(),
                rule.range(),
                SqlState.WRONG_OBJECT_TYPE,
                "`" + rule.table() + "` is a table, and only views have a rule ON SELECT",
                "Create a view.");
    }

    /** Checks that the rows before and after are there for the event, with the columns that are named. */
    private static void rows(RuleStatement rule, Refusals refusals) {
        TableOrView relation =
                refusals.schema().tableOrView(rule.table().qualified()).orElse(null);
        Nodes.of(ColumnRef.class, rule).filter(InvalidRule::isOfRow).forEach(reference -> {
            boolean isOld = reference.names().get(0).text().equals("old");
            refusals.addIf(
                    isOld ? rule.event() == Event.INSERT : rule.event() == Event.DELETE,
                    reference.range(),
                    SqlState.INVALID_OBJECT_DEFINITION,
                    "The rule `" + rule.name().text() + "` ON " + rule.event() + " has no " + (isOld ? "OLD" : "NEW"),
                    "Name the other row, or make the rule for another event.");
            String column = reference.star() ? "" : reference.names().get(1).text();
            refusals.addIf(
                    !reference.star() && relation != null && lacks(relation, column),
                    reference.range(),
                    SqlState.UNDEFINED_COLUMN,
                    "`" + rule.table() + "` has no column `" + column + "`",
                    "Name one of its columns.");
        });
    }

    private static boolean isOfRow(ColumnRef reference) {
        int names = reference.names().size() + (reference.star() ? 1 : 0);
        return names == 2
                && (reference.names().get(0).text().equals("old")
                        || reference.names().get(0).text().equals("new"));
    }

    private static boolean lacks(TableOrView relation, String column) {
        return relation instanceof Table table
                ? table.lacks(column)
                : relation.columnPresence(column).isAbsent();
    }

    /** Where no query is around it, a name is a column only behind OLD or NEW. */
    private static void plain(Node within, String sqlState, String why, Refusals refusals) {
        for (ColumnRef reference : ColumnUses.free(within)) {
            String name = reference.names().get(0).text();
            refusals.addIf(
                    reference.names().size() == 1 && !name.equals("old") && !name.equals("new"),
                    reference.range(),
                    sqlState,
                    "`" + name + "` " + why,
                    "Write OLD or NEW before it.");
        }
    }

    private static void renamed(Rename rename, Refusals refusals) {
        ObjectName parent = rename.object().parent();
        if (rename.object().type() != ObjectType.RULE || parent == null) {
            return;
        }
        Schema schema = refusals.schema();
        TableOrView relation = schema.tableOrView(parent.qualified()).orElse(null);
        boolean ofView = relation instanceof View
                && rename.object().name().last().text().equals(VIEW_RULE)
                && !rename.newName().text().equals(VIEW_RULE);
        boolean toView = relation instanceof Table && rename.newName().text().equals(VIEW_RULE);
        refusals.addIf(
                ofView || toView,
                rename.range(),
                SqlState.INVALID_OBJECT_DEFINITION,
                "`" + VIEW_RULE + "` is the rule that makes `" + parent + "` a view, and no other is called so",
                "Leave the statement out, or choose another name.");
    }
}
