package dev.pgmigrate.migration;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.SettingChange;
import dev.pgmigrate.sql.ast.SettingStatement.SetStatement;
import dev.pgmigrate.sql.ast.Statement;

/**
 * Tells which statements would have the server take text for another encoding than UTF-8, in which files are read and sent;
 * decided here once, for lint and apply. The driver ends the session of such a statement.
 */
public final class ClientEncoding {
    private static final String SETTING = "client_encoding";

    private ClientEncoding() {}

    /** Returns whether {@code statement} sets another encoding. */
    public static boolean isLeftBy(Statement statement) {
        if (statement instanceof SetStatement set) {
            return set.change().kind() == SettingChange.Kind.VALUE
                    && set.change().name().equals(SETTING)
                    && !isUtf8(set.change().text());
        }
        return statement instanceof SelectStatement
                && Nodes.of(FuncCall.class, statement).anyMatch(ClientEncoding::setsAnother);
    }

    private static boolean setsAnother(FuncCall call) {
        return call.name().last().text().equals("set_config")
                && call.arguments().size() == 3
                && call.arguments().get(0) instanceof Expression.Constant setting
                && setting.text().equalsIgnoreCase(SETTING)
                && call.arguments().get(1) instanceof Expression.Constant value
                && !isUtf8(value.text());
    }

    private static boolean isUtf8(String encoding) {
        return encoding.replaceAll("[^A-Za-z0-9]", "").matches("(?i)utf8|unicode");
    }
}
