package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.DmlStatement.InsertColumn;
import dev.pgmigrate.sql.ast.DmlStatement.SetClause;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports a column that one statement names twice. */
final class BanDuplicateColumnAssignments extends StatementRule<Statement> {
    BanDuplicateColumnAssignments() {
        super(
                Facts.error(Category.DESIGN).fixable().at(Place.ALL).since("0.1"),
                DmlStatement.Insert.class,
                DmlStatement.Update.class,
                TableStatement.Definition.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (statement instanceof DmlStatement.Insert insert) {
            names(insert.columns(), "INSERT", reporter);
            if (insert.onConflict() != null) {
                sets(insert.onConflict().set(), context, reporter);
            }
        } else if (statement instanceof DmlStatement.Update update) {
            sets(update.set(), context, reporter);
        } else if (statement instanceof TableStatement.Definition table) {
            Set<String> seen = new HashSet<>();
            for (ColumnDef column : table.columns()) {
                if (!seen.add(column.name().text())) {
                    report(column.name(), "CREATE TABLE", SqlState.DUPLICATE_COLUMN, reporter);
                }
            }
        }
    }

    private static void names(List<InsertColumn> columns, String statement, Reporter reporter) {
        Set<String> seen = new HashSet<>();
        for (InsertColumn column : columns) {
            // Fields and elements of one column may be given one by one.
            if (column.indirection().isEmpty() && !seen.add(column.name().text())) {
                report(column.name(), statement, SqlState.DUPLICATE_COLUMN, reporter);
            }
        }
    }

    private static void sets(List<SetClause> set, LintContext context, Reporter reporter) {
        Map<String, SetClause> seen = new HashMap<>();
        SetClause previous = null;
        for (SetClause clause : set) {
            for (InsertColumn target : clause.targets()) {
                SetClause first = target.indirection().isEmpty()
                        ? seen.putIfAbsent(target.name().text(), clause)
                        : null;
                if (first != null) {
                    Reporter.Draft draft = report(target.name(), "UPDATE", SqlState.SYNTAX_ERROR, reporter);
                    if (previous != null && context.text(first).equals(context.text(clause))) {
                        draft.fix(Fix.delete(new SourceRange(
                                previous.range().end(), clause.range().end())));
                    }
                }
            }
            previous = clause;
        }
    }

    private static Reporter.Draft report(Name name, String statement, String sqlState, Reporter reporter) {
        return reporter.report(
                name.range(),
                "The " + statement + " names `" + name.text() + "` twice, and the server refuses it with " + sqlState,
                "Remove one of the two.");
    }
}
