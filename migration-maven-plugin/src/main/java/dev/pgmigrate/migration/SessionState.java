package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.CursorStatement;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.PreparedStatement;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.SequenceStatement;
import dev.pgmigrate.sql.ast.SessionStatement;
import dev.pgmigrate.sql.ast.SettingStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.ViewStatement;
import dev.pgmigrate.sql.plpgsql.RoutineBodies;
import java.util.List;
import java.util.Set;

/**
 * What a statement leaves in the session, which the next attempt of its file, in a new session, would not find.
 *
 * <p>Only the next attempt of a file without a transaction begins in the middle.
 */
public enum SessionState {
    /** Nothing that a later statement can see. */
    NONE,
    /** Settings, prepared statements and the like; it changes no data, and can be sent again in every attempt. */
    REPEATED,
    /** Temporary objects, cursors and the values of sequences, which running it again would not restore. */
    LOST;

    private static final Set<String> REPEATABLE_CALLS = Set.of(
            "set_config",
            "setseed",
            "pg_advisory_lock",
            "pg_advisory_lock_shared",
            "pg_try_advisory_lock",
            "pg_try_advisory_lock_shared",
            "pg_advisory_unlock",
            "pg_advisory_unlock_shared",
            "pg_advisory_unlock_all");

    /** Returns what {@code statement}, which was parsed from {@code source}, leaves behind. */
    public static SessionState of(Statement statement, SourceText source) {
        if (statement instanceof FunctionStatement.DoStatement) {
            boolean leaves = RoutineBodies.plpgsql(source, statement).stream()
                    .flatMap(body -> body.sql())
                    .anyMatch(inner -> !isLocal(inner) && of(inner, source) != NONE);
            return leaves ? LOST : NONE;
        }
        if (isSetting(statement)) {
            return REPEATED;
        }
        return isTemporary(statement) || statement instanceof CursorStatement ? LOST : ofCalls(statement);
    }

    /** {@code SET LOCAL} ends with the transaction, and in a body there is one. */
    private static boolean isLocal(Statement statement) {
        return statement instanceof SettingStatement.SetStatement set && set.local();
    }

    private static boolean isSetting(Statement statement) {
        return statement instanceof SettingStatement.SetStatement
                || statement instanceof SettingStatement.SetConstraints
                || statement instanceof PreparedStatement.Prepare
                || statement instanceof PreparedStatement.Deallocate
                || statement instanceof SessionStatement.Listen
                || statement instanceof SessionStatement.Unlisten
                || statement instanceof SessionStatement.Load
                || statement instanceof SessionStatement.Discard;
    }

    private static boolean isTemporary(Statement statement) {
        if (statement instanceof TableStatement.CreateTable create) {
            return isTemporary(create.persistence(), create.name());
        }
        if (statement instanceof TableStatement.CreateTableAs create) {
            return isTemporary(create.persistence(), create.name());
        }
        if (statement instanceof ViewStatement.CreateView create) {
            return isTemporary(create.persistence(), create.name());
        }
        if (statement instanceof SequenceStatement.CreateSequence create) {
            return isTemporary(create.persistence(), create.name());
        }
        return statement instanceof SelectStatement.Select select
                && select.into() != null
                && isTemporary(select.into().persistence(), select.into().name());
    }

    private static boolean isTemporary(Persistence persistence, ObjectName name) {
        return persistence == Persistence.TEMPORARY
                || (name.schema() != null && name.schema().text().equals("pg_temp"));
    }

    private static SessionState ofCalls(Statement statement) {
        if (!(statement instanceof SelectStatement
                || statement instanceof DmlStatement
                || statement instanceof FunctionStatement.CallStatement
                || statement instanceof TableStatement.CreateTableAs)) {
            return NONE;
        }
        List<FuncCall> calls = Nodes.of(FuncCall.class, statement).toList();
        boolean makes = calls.stream().anyMatch(call -> REPEATABLE_CALLS.contains(name(call)) && !isLocal(call));
        if (makes) {
            return isOnlyCalls(statement) ? REPEATED : LOST;
        }
        boolean draws = calls.stream().anyMatch(call -> name(call).equals("nextval"));
        boolean reads = calls.stream()
                .anyMatch(call -> name(call).equals("currval") || name(call).equals("lastval"));
        return reads && !draws ? LOST : NONE;
    }

    private static String name(FuncCall call) {
        return call.name().last().text();
    }

    /** {@code set_config(…, true)} ends with the transaction. */
    private static boolean isLocal(FuncCall call) {
        return name(call).equals("set_config")
                && call.arguments().size() == 3
                && call.arguments().get(2) instanceof Expression.Constant constant
                && constant.text().equals("true");
    }

    /** Returns whether the statement does nothing but call such functions: {@code SELECT set_config(…), setseed(…)}. */
    private static boolean isOnlyCalls(Statement statement) {
        return statement instanceof SelectStatement.Select select
                && select.from().isEmpty()
                && select.into() == null
                && select.targets().stream()
                        .allMatch(target -> target.value() instanceof FuncCall call
                                && REPEATABLE_CALLS.contains(name(call))
                                && call.arguments().stream()
                                        .noneMatch(argument -> Nodes.of(SelectStatement.class, argument)
                                                .findAny()
                                                .isPresent()));
    }
}
