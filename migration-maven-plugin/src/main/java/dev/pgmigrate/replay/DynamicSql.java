package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.BuiltInFunctions;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.sql.ast.BulkStatement;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.OperatorExpression.OpExpr;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.plpgsql.PlStatement;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds SQL that is made while it runs and that may make, alter or drop objects, so that nothing is sure behind it. */
final class DynamicSql {
    private static final Set<String> HARMLESS =
            Set.of("grant", "revoke", "comment", "insert", "update", "delete", "analyze", "refresh", "set", "notify");

    private DynamicSql() {}

    /** Goes by the first word, which is written out even where the names are put in. */
    static boolean mayChangeObjects(Expression command) {
        String text = start(command);
        if (text == null || hasMore(text)) {
            return true;
        }
        String stripped = text.stripLeading().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < stripped.length() && Character.isLetter(stripped.charAt(end))) {
            end++;
        }
        return !HARMLESS.contains(stripped.substring(0, end));
    }

    /** Returns whether a statement calls a routine that makes, alters or drops objects. */
    static boolean callsSuch(Statement statement, Schema schema) {
        if (statement instanceof FunctionStatement.CallStatement call) {
            return !(call.call() instanceof FuncCall function) || isCalled(function, schema, true);
        }
        if (!(statement instanceof SelectStatement)) {
            return false;
        }
        for (Iterator<FuncCall> calls = Nodes.of(FuncCall.class, statement).iterator(); calls.hasNext(); ) {
            if (isCalled(calls.next(), schema, false)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCalled(FuncCall call, Schema schema, boolean otherwise) {
        QualifiedName name = call.name().qualified();
        boolean known = false;
        for (Routine routine : schema.routines(name)) {
            known = true;
            if (routine.body() != null && changesObjects(routine.body())) {
                return true;
            }
        }
        // The server's own are functions, which a CALL does not run.
        return !known && otherwise && !BuiltInFunctions.contains(name);
    }

    private static boolean changesObjects(PlpgsqlBody body) {
        for (Iterator<PlStatement> all = body.walk().iterator(); all.hasNext(); ) {
            if (all.next() instanceof PlStatement.Execute execute && mayChangeObjects(execute.command())) {
                return true;
            }
        }
        for (Iterator<Statement> all = body.sql().iterator(); all.hasNext(); ) {
            Statement statement = all.next();
            if (!(statement instanceof SelectStatement
                    || statement instanceof DmlStatement
                    || statement instanceof BulkStatement)) {
                return true;
            }
        }
        return false;
    }

    /** A second statement behind the first may be anything. */
    private static boolean hasMore(String text) {
        int semicolon = text.indexOf(';');
        return semicolon >= 0 && !text.substring(semicolon + 1).isBlank();
    }

    private static @Nullable String start(Expression command) {
        Expression current = command;
        while (true) {
            if (current instanceof FuncCall call
                    && call.name().last().text().equals("format")
                    && !call.arguments().isEmpty()) {
                current = call.arguments().get(0);
            } else if (current instanceof OpExpr chain
                    && chain.operator().last().text().equals("||")) {
                current = chain.operands().get(0);
            } else {
                return Constants.string(current).orElse(null);
            }
        }
    }
}
