package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.SettingChange;
import dev.pgmigrate.sql.ast.SettingChange.Kind;
import dev.pgmigrate.sql.ast.SettingChange.Value;
import dev.pgmigrate.sql.ast.SettingStatement.AlterSystem;
import dev.pgmigrate.sql.ast.SettingStatement.SetConstraints;
import dev.pgmigrate.sql.ast.SettingStatement.SetStatement;
import dev.pgmigrate.sql.ast.SettingStatement.ShowStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import dev.pgmigrate.sql.lexer.Token;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses SET, RESET, SHOW and ALTER SYSTEM, and the SET that functions, roles and databases keep. */
final class SettingParser {
    private SettingParser() {}

    /** VariableSetStmt and ConstraintsSetStmt. */
    static Statement set(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.SET);
        if (cursor.at(Keyword.CONSTRAINTS) && !atVariable(cursor)) {
            cursor.advance();
            return setConstraints(cursor, start);
        }
        boolean local = false;
        if (cursor.at(Keyword.LOCAL) && !atVariable(cursor)) {
            cursor.advance();
            local = true;
        } else if (cursor.at(Keyword.SESSION) && !atVariable(cursor) && !atSessionForm(cursor)) {
            cursor.advance();
        }
        SettingChange change = setRest(cursor, cursor.start(), true);
        return new SetStatement(local, change, cursor.rangeFrom(start));
    }

    private static Statement setConstraints(Cursor cursor, int start) {
        List<ObjectName> names = cursor.accept(Keyword.ALL) ? List.of() : Names.qualifiedNameList(cursor);
        boolean deferred = cursor.accept(Keyword.DEFERRED);
        if (!deferred) {
            cursor.expect(Keyword.IMMEDIATE);
        }
        return new SetConstraints(names, deferred, cursor.rangeFrom(start));
    }

    /** Whether the current word is a setting's name, whatever else it may mean: what follows says so. */
    private static boolean atVariable(Cursor cursor) {
        return switch (cursor.peek(1)) {
            case Keyword.TO, Keyword.FROM, '=', '.' -> Keywords.isColId(cursor.kind());
            default -> false;
        };
    }

    private static boolean atSessionForm(Cursor cursor) {
        return cursor.peek(1) == Keyword.AUTHORIZATION
                || (cursor.peek(1) == Keyword.CHARACTERISTICS && cursor.peek(2) == Keyword.AS);
    }

    /** set_rest; set_rest_more where the forms that last for a transaction are not allowed. */
    static SettingChange setRest(Cursor cursor, int start, boolean transaction) {
        if (atVariable(cursor)) {
            return variable(cursor, start);
        }
        switch (cursor.kind()) {
            case Keyword.TRANSACTION -> {
                cursor.advance();
                if (cursor.at(Keyword.SNAPSHOT) || !transaction) {
                    cursor.expect(Keyword.SNAPSHOT);
                    return one(cursor, Kind.MULTI, "TRANSACTION SNAPSHOT", start, string(cursor));
                }
                return multi(cursor, "TRANSACTION", start);
            }
            case Keyword.SESSION -> {
                cursor.advance();
                if (transaction && cursor.accept(Keyword.CHARACTERISTICS)) {
                    cursor.expect(Keyword.AS);
                    cursor.expect(Keyword.TRANSACTION);
                    return multi(cursor, "SESSION CHARACTERISTICS", start);
                }
                cursor.expect(Keyword.AUTHORIZATION);
                return cursor.accept(Keyword.DEFAULT)
                        ? bare(cursor, Kind.DEFAULT, "session_authorization", start)
                        : one(cursor, Kind.VALUE, "session_authorization", start, word(cursor));
            }
            case Keyword.TIME -> {
                cursor.advance();
                cursor.expect(Keyword.ZONE);
                return TimeZoneParser.timeZone(cursor, start);
            }
            case Keyword.CATALOG -> {
                cursor.advance();
                SourceRange place = cursor.range();
                Names.sconst(cursor);
                throw cursor.error("current database cannot be changed", place);
            }
            case Keyword.SCHEMA -> {
                cursor.advance();
                return one(cursor, Kind.VALUE, "search_path", start, string(cursor));
            }
            case Keyword.NAMES -> {
                cursor.advance();
                if (cursor.at(Token.SCONST)) {
                    return one(cursor, Kind.VALUE, "client_encoding", start, string(cursor));
                }
                cursor.accept(Keyword.DEFAULT);
                return bare(cursor, Kind.DEFAULT, "client_encoding", start);
            }
            case Keyword.ROLE -> {
                cursor.advance();
                return one(cursor, Kind.VALUE, "role", start, word(cursor));
            }
            case Keyword.XML -> {
                cursor.advance();
                cursor.expect(Keyword.OPTION);
                return one(cursor, Kind.VALUE, "xmloption", start, documentOrContent(cursor));
            }
            default -> {
                Names.colId(cursor);
                throw cursor.syntaxError();
            }
        }
    }

    private static Value documentOrContent(Cursor cursor) {
        Value value = new Value(cursor.written().toLowerCase(Locale.ROOT), false, cursor.range());
        if (!cursor.accept(Keyword.DOCUMENT)) {
            cursor.expect(Keyword.CONTENT);
        }
        return value;
    }

    private static SettingChange variable(Cursor cursor, int start) {
        return variable(cursor, start, true);
    }

    /** generic_set, and {@code FROM CURRENT} where it is allowed. */
    private static SettingChange variable(Cursor cursor, int start, boolean current) {
        String name = varName(cursor);
        if (current && cursor.accept(Keyword.FROM)) {
            cursor.expect(Keyword.CURRENT);
            return bare(cursor, Kind.CURRENT, name, start);
        }
        if (!cursor.accept(Keyword.TO)) {
            cursor.expect('=');
        }
        if (cursor.accept(Keyword.DEFAULT)) {
            return bare(cursor, Kind.DEFAULT, name, start);
        }
        List<Value> values = cursor.list(SettingParser::value);
        return new SettingChange(Kind.VALUE, name, values, cursor.rangeFrom(start));
    }

    /** var_name. */
    static String varName(Cursor cursor) {
        StringBuilder name = new StringBuilder(Names.colId(cursor).text());
        while (cursor.accept('.')) {
            name.append('.').append(Names.colId(cursor).text());
        }
        return name.toString();
    }

    private static Value value(Cursor cursor) {
        DefElem.Arg arg = OptionParser.optionValue(cursor);
        return new Value(arg.text(), arg.kind() == DefElem.Kind.STRING, arg.range());
    }

    private static Value string(Cursor cursor) {
        SourceRange place = cursor.range();
        return new Value(Names.sconst(cursor), true, place);
    }

    private static Value word(Cursor cursor) {
        SourceRange place = cursor.range();
        boolean string = cursor.at(Token.SCONST);
        return new Value(OptionParser.wordOrString(cursor), string, place);
    }

    private static SettingChange multi(Cursor cursor, String name, int start) {
        List<Value> modes = TransactionParser.modes(cursor);
        return new SettingChange(Kind.MULTI, name, modes, cursor.rangeFrom(start));
    }

    static SettingChange one(Cursor cursor, Kind kind, String name, int start, Value value) {
        return new SettingChange(kind, name, List.of(value), cursor.rangeFrom(start));
    }

    static SettingChange bare(Cursor cursor, Kind kind, String name, int start) {
        return new SettingChange(kind, name, List.of(), cursor.rangeFrom(start));
    }

    /** VariableResetStmt. */
    static Statement reset(Cursor cursor) {
        int start = cursor.start();
        SettingChange change = resetChange(cursor);
        return new SetStatement(false, change, cursor.rangeFrom(start));
    }

    private static SettingChange resetChange(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.RESET);
        String special = special(cursor);
        return special == null ? genericReset(cursor, start) : bare(cursor, Kind.RESET, special, start);
    }

    private static SettingChange genericReset(Cursor cursor, int start) {
        return cursor.accept(Keyword.ALL)
                ? bare(cursor, Kind.RESET_ALL, "", start)
                : bare(cursor, Kind.RESET, varName(cursor), start);
    }

    /** The settings that RESET and SHOW know by several words, or null. */
    private static @Nullable String special(Cursor cursor) {
        if (cursor.accept(Keyword.TIME, Keyword.ZONE)) {
            return "timezone";
        }
        if (cursor.accept(Keyword.TRANSACTION, Keyword.ISOLATION)) {
            cursor.expect(Keyword.LEVEL);
            return "transaction_isolation";
        }
        return cursor.accept(Keyword.SESSION, Keyword.AUTHORIZATION) ? "session_authorization" : null;
    }

    /** SetResetClause. */
    static SettingChange setResetClause(Cursor cursor) {
        int start = cursor.start();
        return cursor.accept(Keyword.SET) ? setRest(cursor, start, true) : resetChange(cursor);
    }

    /** FunctionSetResetClause. */
    static SettingChange functionSetResetClause(Cursor cursor) {
        int start = cursor.start();
        return cursor.accept(Keyword.SET) ? setRest(cursor, start, false) : resetChange(cursor);
    }

    /** VariableShowStmt. */
    static Statement show(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.SHOW);
        String name = special(cursor);
        if (name == null) {
            name = cursor.accept(Keyword.ALL) ? "all" : varName(cursor);
        }
        return new ShowStatement(name, cursor.rangeFrom(start));
    }

    /** AlterSystemStmt, behind SYSTEM. */
    static Statement alterSystem(Cursor cursor, int start) {
        int from = cursor.start();
        SettingChange change;
        if (cursor.accept(Keyword.RESET)) {
            change = genericReset(cursor, from);
        } else {
            cursor.expect(Keyword.SET);
            change = variable(cursor, from, false);
        }
        return new AlterSystem(change, cursor.rangeFrom(start));
    }
}
