package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.plpgsql.PlStatement.DiagnosticsItem;
import dev.pgmigrate.sql.plpgsql.PlStatement.RaiseLevel;
import dev.pgmigrate.sql.plpgsql.PlStatement.RaiseOption;
import dev.pgmigrate.sql.plpgsql.SqlPieces.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code RAISE}, {@code ASSERT} and {@code GET DIAGNOSTICS} (PostgreSQL manual, 41.9 and 41.5.5). */
final class Messages {
    private static final Map<String, RaiseLevel> LEVELS = Map.of(
            "debug", RaiseLevel.DEBUG,
            "log", RaiseLevel.LOG,
            "info", RaiseLevel.INFO,
            "notice", RaiseLevel.NOTICE,
            "warning", RaiseLevel.WARNING,
            "exception", RaiseLevel.EXCEPTION);

    private static final Set<String> RAISE_OPTIONS =
            Set.of("errcode", "message", "detail", "hint", "column", "constraint", "datatype", "table", "schema");

    private static final Set<String> CURRENT_ITEMS = Set.of("row_count", "pg_routine_oid", "pg_context");

    private static final Set<String> STACKED_ITEMS = Set.of(
            "pg_exception_detail",
            "pg_exception_hint",
            "pg_exception_context",
            "column_name",
            "constraint_name",
            "pg_datatype_name",
            "message_text",
            "table_name",
            "schema_name",
            "returned_sqlstate");

    private final PlCursor cursor;
    private final SqlPieces pieces;

    Messages(PlCursor cursor, SqlPieces pieces) {
        this.cursor = cursor;
        this.pieces = pieces;
    }

    @Nullable
    PlStatement takeRaise(int start) {
        cursor.advance();
        if (cursor.at(';')) {
            return new PlStatement.Raise(
                    RaiseLevel.EXCEPTION, null, List.of(), null, List.of(), cursor.rangeFrom(start));
        }
        RaiseLevel level = LEVELS.get(cursor.word());
        if (level == null) {
            level = RaiseLevel.EXCEPTION;
        } else {
            cursor.advance();
        }
        String format = null;
        List<Expression> arguments = List.of();
        PlCondition condition = null;
        if (cursor.at(Token.SCONST)) {
            SourceRange place = cursor.range();
            format = cursor.takeString();
            List<Expression> taken = takeArguments(format, place);
            if (taken == null) {
                return null;
            }
            arguments = taken;
        } else if (!cursor.atWord("using")) {
            condition = ConditionParser.take(cursor);
            if (!cursor.at(';') && !cursor.atWord("using")) {
                throw cursor.syntaxError();
            }
        }
        List<RaiseOption> options = cursor.acceptWord("using") ? takeOptions() : List.of();
        return options == null
                ? null
                : new PlStatement.Raise(level, format, arguments, condition, options, cursor.rangeFrom(start));
    }

    private @Nullable List<Expression> takeArguments(String format, SourceRange place) {
        List<Expression> arguments = new ArrayList<>();
        int count = 0;
        boolean wrong = false;
        while (cursor.accept(',')) {
            Expression argument = pieces.expressionUntil(";", ",", "using");
            count++;
            if (argument == null) {
                wrong = true;
            } else {
                arguments.add(argument);
            }
        }
        if (!cursor.at(';') && !cursor.atWord("using")) {
            throw cursor.syntaxError();
        }
        int expected = placeholders(format);
        if (expected != count) {
            throw cursor.error("too " + (expected > count ? "few" : "many") + " parameters specified for RAISE", place);
        }
        return wrong ? null : arguments;
    }

    /** Counts the {@code %} of a format; {@code %%} is a percent sign. */
    private static int placeholders(String format) {
        int count = 0;
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) == '%') {
                if (i + 1 < format.length() && format.charAt(i + 1) == '%') {
                    i++;
                } else {
                    count++;
                }
            }
        }
        return count;
    }

    private @Nullable List<RaiseOption> takeOptions() {
        List<RaiseOption> options = new ArrayList<>();
        boolean wrong = false;
        String stop;
        do {
            int start = cursor.start();
            String option = cursor.word();
            if (!RAISE_OPTIONS.contains(option)) {
                throw cursor.problem("unrecognized RAISE statement option");
            }
            cursor.advance();
            if (!cursor.accept('=') && !cursor.accept(Token.COLON_EQUALS)) {
                throw cursor.problem("syntax error, expected \"=\"");
            }
            Piece piece = pieces.takeUntil("expression", ";", ",");
            Expression value = pieces.expression(piece);
            if (value == null) {
                wrong = true;
            } else {
                options.add(new RaiseOption(option.toUpperCase(Locale.ROOT), value, cursor.rangeFrom(start)));
            }
            stop = piece.stop();
        } while (stop.equals(",") && cursor.accept(','));
        return wrong ? null : options;
    }

    @Nullable
    PlStatement takeAssert(int start) {
        cursor.advance();
        Expression condition = pieces.expressionUntil(";", ",");
        boolean hasMessage = cursor.accept(',');
        Expression message = hasMessage ? pieces.expressionUntil(";") : null;
        return condition == null || (hasMessage && message == null)
                ? null
                : new PlStatement.Assert(condition, message, cursor.rangeFrom(start));
    }

    PlStatement takeGetDiagnostics(int start) {
        cursor.advance();
        boolean stacked = cursor.acceptWord("stacked");
        if (!stacked) {
            cursor.acceptWord("current");
        }
        cursor.expectWord("diagnostics");
        List<DiagnosticsItem> items = new ArrayList<>();
        do {
            int itemStart = cursor.start();
            ObjectName target = cursor.takeObjectName();
            if (!cursor.accept('=')) {
                cursor.expect(Token.COLON_EQUALS);
            }
            items.add(new DiagnosticsItem(target, takeItem(stacked), cursor.rangeFrom(itemStart)));
        } while (cursor.accept(','));
        return new PlStatement.GetDiagnostics(stacked, items, cursor.rangeFrom(start));
    }

    private String takeItem(boolean stacked) {
        String item = cursor.word();
        String name = item.toUpperCase(Locale.ROOT);
        if (!CURRENT_ITEMS.contains(item) && !STACKED_ITEMS.contains(item)) {
            throw cursor.problem("unrecognized GET DIAGNOSTICS item");
        }
        if (stacked ? CURRENT_ITEMS.contains(item) : STACKED_ITEMS.contains(item)) {
            throw cursor.error(
                    "diagnostics item " + name + " is not allowed in GET " + (stacked ? "STACKED" : "CURRENT")
                            + " DIAGNOSTICS",
                    cursor.range());
        }
        cursor.advance();
        return name;
    }
}
