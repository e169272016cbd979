package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.SequenceOption;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses the actions of ALTER TABLE on one column: {@code ALTER [COLUMN] …}. */
final class AlterColumnParser {
    private static final int LAST_COLUMN_NUMBER = 32767;

    private AlterColumnParser() {}

    /** Behind ALTER. */
    static AlterTableAction alter(Cursor cursor, int start) {
        cursor.accept(Keyword.COLUMN);
        if (cursor.at(Token.ICONST)) {
            return numberedColumn(cursor, start);
        }
        Name column = Names.colId(cursor);
        switch (cursor.kind()) {
            case Keyword.SET -> {
                return set(cursor, start, column);
            }
            case Keyword.DROP -> {
                cursor.advance();
                return drop(cursor, start, column);
            }
            case Keyword.TYPE -> {
                return type(cursor, start, column);
            }
            case Keyword.RESET -> {
                cursor.advance();
                List<DefElem> reset = OptionParser.reloptions(cursor);
                return new AlterTableAction.SetColumnOptions(column, true, reset, cursor.rangeFrom(start));
            }
            case Keyword.ADD -> {
                cursor.advance();
                return addIdentity(cursor, start, column);
            }
            case Keyword.RESTART -> {
                return identityOptions(cursor, start, column);
            }
            case Keyword.OPTIONS -> {
                List<DefElem> options = OptionParser.alterGenericOptions(cursor);
                return new AlterTableAction.AlterColumnOptions(column, options, cursor.rangeFrom(start));
            }
            default -> throw cursor.syntaxError();
        }
    }

    private static AlterTableAction numberedColumn(Cursor cursor, int start) {
        SourceRange place = cursor.range();
        int number = Names.iconst(cursor);
        cursor.expect(Keyword.SET);
        cursor.expect(Keyword.STATISTICS);
        Integer target = statisticsTarget(cursor);
        if (number <= 0 || number > LAST_COLUMN_NUMBER) {
            throw cursor.error("column number must be in range from 1 to " + LAST_COLUMN_NUMBER, place);
        }
        return new AlterTableAction.SetStatistics(null, number, target, cursor.rangeFrom(start));
    }

    /** set_statistics_value: null for DEFAULT. */
    static @Nullable Integer statisticsTarget(Cursor cursor) {
        return cursor.accept(Keyword.DEFAULT) ? null : Integer.valueOf(Names.signedIconst(cursor));
    }

    private static AlterTableAction set(Cursor cursor, int start, Name column) {
        switch (cursor.peek(1)) {
            case Keyword.DEFAULT -> {
                cursor.expect(Keyword.SET, Keyword.DEFAULT);
                return new AlterTableAction.SetDefault(column, Expressions.aExpr(cursor), cursor.rangeFrom(start));
            }
            case Keyword.NOT -> {
                cursor.expect(Keyword.SET, Keyword.NOT);
                cursor.expect(Keyword.NULL);
                return new AlterTableAction.SetNotNull(column, cursor.rangeFrom(start));
            }
            case Keyword.EXPRESSION -> {
                cursor.expect(Keyword.SET, Keyword.EXPRESSION);
                cursor.expect(Keyword.AS);
                Expression expression = ConstraintParser.parenthesized(cursor);
                return new AlterTableAction.SetExpression(column, expression, cursor.rangeFrom(start));
            }
            case Keyword.STATISTICS -> {
                cursor.expect(Keyword.SET, Keyword.STATISTICS);
                Integer target = statisticsTarget(cursor);
                return new AlterTableAction.SetStatistics(column, 0, target, cursor.rangeFrom(start));
            }
            case '(' -> {
                cursor.advance();
                List<DefElem> options = OptionParser.reloptions(cursor);
                return new AlterTableAction.SetColumnOptions(column, false, options, cursor.rangeFrom(start));
            }
            case Keyword.STORAGE -> {
                cursor.advance();
                return new AlterTableAction.SetStorage(column, ColumnParser.storage(cursor), cursor.rangeFrom(start));
            }
            case Keyword.COMPRESSION -> {
                cursor.advance();
                return new AlterTableAction.SetCompression(
                        column, ColumnParser.compression(cursor), cursor.rangeFrom(start));
            }
            case Keyword.DATA -> {
                cursor.expect(Keyword.SET, Keyword.DATA);
                return type(cursor, start, column);
            }
            default -> {
                return identityOptions(cursor, start, column);
            }
        }
    }

    private static AlterTableAction drop(Cursor cursor, int start, Name column) {
        switch (cursor.kind()) {
            case Keyword.DEFAULT -> {
                cursor.advance();
                return new AlterTableAction.DropDefault(column, cursor.rangeFrom(start));
            }
            case Keyword.NOT -> {
                cursor.advance();
                cursor.expect(Keyword.NULL);
                return new AlterTableAction.DropNotNull(column, cursor.rangeFrom(start));
            }
            case Keyword.EXPRESSION -> {
                cursor.advance();
                boolean ifExpression = OptionParser.optIfExists(cursor);
                return new AlterTableAction.DropExpression(column, ifExpression, cursor.rangeFrom(start));
            }
            case Keyword.IDENTITY -> {
                cursor.advance();
                boolean ifIdentity = OptionParser.optIfExists(cursor);
                return new AlterTableAction.DropIdentity(column, ifIdentity, cursor.rangeFrom(start));
            }
            default -> throw cursor.syntaxError();
        }
    }

    private static AlterTableAction type(Cursor cursor, int start, Name column) {
        cursor.expect(Keyword.TYPE);
        TypeName type = TypeParser.typename(cursor);
        ObjectName collation = ColumnParser.optCollate(cursor);
        Expression using = cursor.accept(Keyword.USING) ? Expressions.aExpr(cursor) : null;
        return new AlterTableAction.AlterColumnType(column, type, collation, using, false, cursor.rangeFrom(start));
    }

    private static AlterTableAction addIdentity(Cursor cursor, int start, Name column) {
        cursor.expect(Keyword.GENERATED);
        boolean always = ColumnParser.generatedWhen(cursor);
        cursor.expect(Keyword.AS);
        cursor.expect(Keyword.IDENTITY);
        List<SequenceOption> options = SequenceParser.optParenthesized(cursor);
        return new AlterTableAction.AddIdentity(column, always, options, cursor.rangeFrom(start));
    }

    /** alter_identity_column_option_list. */
    private static AlterTableAction identityOptions(Cursor cursor, int start, Name column) {
        Boolean always = null;
        List<SequenceOption> options = new ArrayList<>();
        while (cursor.at(Keyword.RESTART) || cursor.at(Keyword.SET)) {
            if (cursor.at(Keyword.RESTART)) {
                options.add(SequenceParser.option(cursor));
                continue;
            }
            cursor.advance();
            if (cursor.accept(Keyword.GENERATED)) {
                always = ColumnParser.generatedWhen(cursor);
                continue;
            }
            SequenceOption option = SequenceParser.option(cursor);
            switch (option.kind()) {
                case AS, RESTART, OWNED_BY -> {
                    String word = option.kind().name().toLowerCase(Locale.ROOT);
                    throw cursor.error("sequence option \"" + word + "\" not supported here", option.range());
                }
                default -> options.add(option);
            }
        }
        return new AlterTableAction.SetIdentity(column, always, List.copyOf(options), cursor.rangeFrom(start));
    }
}
