package dev.pgmigrate.proof.body;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.ColumnRef;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.SettingStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import dev.pgmigrate.sql.plpgsql.PlDeclaration;
import dev.pgmigrate.sql.plpgsql.PlStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Has the statements of a body planned that hold no others, and keeps track of records: their columns are those of the last
 * query that filled them.
 */
final class ProbeStatements {
    private static final Pattern SELECT = Pattern.compile("(?i)^select\\b");
    private static final int PERFORM = "PERFORM".length();

    private final ProbeText text;
    private final Set<String> records = new HashSet<>();
    private final List<String> assigned = new ArrayList<>();
    private final Map<String, PlDeclaration.Cursor> cursors = new HashMap<>();

    ProbeStatements(ProbeText text) {
        this.text = text;
    }

    void isRecord(String variable) {
        records.add(variable);
    }

    /** Takes note of a cursor, and has its query planned. */
    void isCursor(PlDeclaration.Cursor cursor) {
        cursors.put(cursor.name().text(), cursor);
        withArguments(cursor, () -> statement(cursor.query(), null));
    }

    private void withArguments(PlDeclaration.Cursor cursor, Runnable work) {
        List<String> arguments = new ArrayList<>();
        for (PlDeclaration.CursorArgument argument : cursor.arguments()) {
            arguments.add(text.of(argument.name().range()) + " "
                    + text.of(argument.type().range()) + ";");
        }
        text.open("", arguments);
        work.run();
        text.close();
    }

    void expression(Expression expression) {
        boolean whole = expression instanceof ColumnRef column
                && column.names().size() == 1
                && records.contains(column.names().get(0).text());
        if (!whole) {
            String written = text.of(expression.range());
            text.plan("SELECT " + (SELECT.matcher(written).find() ? "(" + written + ")" : written), expression.range());
        }
    }

    /** Takes note that {@code variable} gets a value: which columns a record then has is not known. */
    void assigned(String variable) {
        if (records.contains(variable)) {
            text.forget(Identifier.quote(variable));
        }
    }

    void write(PlStatement.Simple statement) {
        if (statement instanceof PlStatement.Sql sql) {
            PlStatement.Into into = sql.into();
            query(sql.statement(), into == null ? List.of() : into.targets(), into == null ? null : into.range());
        } else if (statement instanceof PlStatement.Perform perform) {
            String written = text.of(perform.query().range());
            text.plan("SELECT" + written.substring(PERFORM), perform.query().range());
        } else if (statement instanceof PlStatement.Assignment assignment) {
            assignment(assignment);
        } else if (statement instanceof PlStatement.Fetch fetch) {
            fetch.expressions().forEach(this::expression);
            PlStatement.Into into = fetch.into();
            if (into != null) {
                targets(into.targets());
                fetched(into.targets(), fetch.cursor());
            }
        } else {
            statement.expressions().forEach(this::expression);
            statement.sql().forEach(query -> statement(query, null));
            if (statement.dynamicSql() != null) {
                isDynamic(
                        statement instanceof PlStatement.Execute execute && execute.into() != null
                                ? execute.into().targets()
                                : List.of());
            }
        }
    }

    private void assignment(PlStatement.Assignment assignment) {
        boolean variable = assignment.target() instanceof ColumnRef column
                && column.names().size() == 1;
        if (!variable) {
            expression(assignment.target());
        }
        expression(assignment.value());
        if (assignment.target() instanceof ColumnRef column && variable) {
            assigned(column.names().get(0).text());
        }
    }

    void query(Statement query, List<ObjectName> targets) {
        query(query, targets, null);
    }

    private void query(Statement query, List<ObjectName> targets, @Nullable SourceRange intoOrNull) {
        targets(targets);
        statement(query, intoOrNull);
        String record = record(targets);
        if (record == null) {
            return;
        }
        if (query instanceof SelectStatement) {
            text.shape(record, without(query.range(), intoOrNull));
            assigned.add(record);
        } else {
            forget(targets);
        }
    }

    /** Returns the record that is the only target, or null. */
    private @Nullable String record(List<ObjectName> targets) {
        boolean only = targets.size() == 1
                && targets.get(0).parts().size() == 1
                && records.contains(targets.get(0).last().text());
        return only ? text.of(targets.get(0).range()) : null;
    }

    void forget(List<ObjectName> targets) {
        String record = record(targets);
        if (record != null) {
            text.forget(record);
        }
    }

    /** Has the fields planned that something is put into; a variable is there, or PL/pgSQL would not take the body. */
    void targets(List<ObjectName> targets) {
        for (ObjectName target : targets) {
            if (target.parts().size() > 1) {
                text.plan("SELECT " + text.of(target.range()), target.range());
            }
        }
    }

    void isDynamic(List<ObjectName> targets) {
        text.isUnknown("dynamic SQL");
        targets(targets);
        forget(targets);
    }

    private void fetched(List<ObjectName> targets, ObjectName cursor) {
        String record = record(targets);
        if (record != null) {
            fetched(record, cursor);
        }
    }

    /** Gives {@code record} the columns of a cursor, which are known if its declaration has the query. */
    void fetched(String record, ObjectName cursor) {
        PlDeclaration.Cursor declared = cursors.get(cursor.last().text());
        if (declared != null && declared.query() instanceof SelectStatement) {
            withArguments(
                    declared, () -> text.shape(record, text.of(declared.query().range())));
            assigned.add(record);
        } else {
            text.forget(record);
        }
    }

    /** Returns how many records were filled so far. */
    int assignments() {
        return assigned.size();
    }

    /** Forgets what was filled since there were {@code before}. */
    void forgetSince(int before) {
        assigned.subList(before, assigned.size()).forEach(text::forget);
    }

    private void statement(Statement statement, @Nullable SourceRange intoOrNull) {
        if (isPlanned(statement)) {
            text.plan(without(statement.range(), intoOrNull), statement.range());
        } else if (!(statement instanceof TransactionStatement) && !(statement instanceof SettingStatement)) {
            text.isUnknown("a command that the server does not plan");
        }
    }

    /** Manual, EXPLAIN: the statements that it accepts. */
    private static boolean isPlanned(Statement statement) {
        return statement instanceof SelectStatement
                || statement instanceof DmlStatement
                || statement instanceof TableStatement.CreateTableAs;
    }

    private String without(SourceRange range, @Nullable SourceRange leftOutOrNull) {
        if (leftOutOrNull == null) {
            return text.of(range);
        }
        return text.of(new SourceRange(range.start(), leftOutOrNull.start()))
                + "\n"
                + text.of(new SourceRange(leftOutOrNull.end(), Math.max(leftOutOrNull.end(), range.end())));
    }
}
