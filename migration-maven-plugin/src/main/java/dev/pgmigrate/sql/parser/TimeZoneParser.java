package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.SettingChange;
import dev.pgmigrate.sql.ast.SettingChange.Kind;
import dev.pgmigrate.sql.ast.SettingChange.Value;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Token;

/** Parses what SET TIME ZONE takes: zone_value of the grammar. */
final class TimeZoneParser {
    private TimeZoneParser() {}

    /** Behind ZONE. */
    static SettingChange timeZone(Cursor cursor, int start) {
        if (cursor.accept(Keyword.DEFAULT) || cursor.accept(Keyword.LOCAL)) {
            return SettingParser.bare(cursor, Kind.DEFAULT, "timezone", start);
        }
        return SettingParser.one(cursor, Kind.VALUE, "timezone", start, zone(cursor));
    }

    private static Value zone(Cursor cursor) {
        SourceRange place = cursor.range();
        if (cursor.at(Token.SCONST)) {
            return new Value(Names.sconst(cursor), true, place);
        }
        if (Names.atNumericOnly(cursor)) {
            String number = Names.numericOnly(cursor);
            return new Value(number, false, cursor.rangeFrom(place.start()));
        }
        if (cursor.accept(Keyword.INTERVAL)) {
            return interval(cursor, place.start());
        }
        if (!cursor.at(Token.IDENT)) {
            throw cursor.syntaxError();
        }
        return new Value(cursor.takeName().text(), false, place);
    }

    private static Value interval(Cursor cursor, int start) {
        boolean precision = cursor.accept('(');
        if (precision) {
            Names.iconst(cursor);
            cursor.expect(')');
        }
        String text = Names.sconst(cursor);
        SourceRange fields = cursor.range();
        if (!precision && !hours(cursor)) {
            throw cursor.error("time zone interval must be HOUR or HOUR TO MINUTE", fields);
        }
        return new Value(text, true, cursor.rangeFrom(start));
    }

    /** opt_interval; returns whether it is one of those that a zone may have. */
    private static boolean hours(Cursor cursor) {
        String fields = TypeParser.optInterval(cursor);
        return fields == null || fields.equals("hour") || fields.equals("hour to minute");
    }
}
