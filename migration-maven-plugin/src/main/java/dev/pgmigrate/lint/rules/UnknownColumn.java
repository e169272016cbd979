package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.ColumnUses;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import java.util.HashSet;
import java.util.Set;

/** Reports a statement that names a column which its table does not have. */
public final class UnknownColumn implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.ORDER;
    }

    private static final Set<String> SYSTEM = Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid");

    @Override
    public Set<StatementKind> statements() {
        return Set.of(
                StatementKind.INDEX,
                StatementKind.CREATE,
                StatementKind.ALTER_TABLE,
                StatementKind.CREATE_POLICY,
                StatementKind.ALTER_POLICY,
                StatementKind.CREATE_TRIG,
                StatementKind.RENAME,
                StatementKind.COMMENT,
                StatementKind.INSERT,
                StatementKind.UPDATE);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.isGuardedAgainst(SqlState.UNDEFINED_COLUMN) || isSkipped(context)) {
            return;
        }
        Schema before = context.schema().certain();
        Set<String> reported = new HashSet<>();
        for (ColumnUses.Use use : ColumnUses.of(context.statement())) {
            String column = use.column().text();
            Schema moment = use.own() ? context.schemaAfter().certain() : before;
            boolean missing = lacks(use.table(), column, moment);
            if (missing && reported.add(use.table() + "." + column)) {
                reporter.report(
                        use.column().range(),
                        "The table `" + use.table() + "` has no column `" + column + "`" + gone(use.table(), before)
                                + ", and the statement fails with 42703",
                        "Add the column first, or name the one that is meant.");
            }
        }
    }

    /** Where the table is there already, the statement is skipped or refused as a whole. */
    private static boolean isSkipped(LintContext context) {
        return context.statement() instanceof CreateTable create
                && context.schema().relationPresence(create.name().qualified()).isPresent();
    }

    /** A function of one argument, a row of the table, can be written like a column. */
    private static boolean lacks(ObjectName name, String column, Schema schema) {
        Table table = schema.table(name).orElse(null);
        return table != null
                && table.columnPresence(column).isAbsent()
                && !SYSTEM.contains(column)
                && schema.routines(QualifiedName.of(column)).isEmpty();
    }

    private static String gone(ObjectName name, Schema before) {
        boolean listed = before.table(name).filter(Table::columnsKnown).isPresent();
        return listed ? "" : " any more";
    }
}
