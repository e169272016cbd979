package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.FunctionOption;
import dev.pgmigrate.sql.ast.FunctionOption.VolatilityKind;
import dev.pgmigrate.sql.ast.SettingChange;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.lexer.Keyword;
import java.util.List;

/** Parses the words behind a function's parameters: createfunc_opt_item and common_func_opt_item of the grammar. */
final class FunctionOptionParser {
    private FunctionOptionParser() {}

    static boolean atOption(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.LANGUAGE, Keyword.TRANSFORM, Keyword.WINDOW -> true;
            default -> atCommonOption(cursor);
        };
    }

    static boolean atCommonOption(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.CALLED,
                    Keyword.RETURNS,
                    Keyword.STRICT,
                    Keyword.IMMUTABLE,
                    Keyword.STABLE,
                    Keyword.VOLATILE,
                    Keyword.EXTERNAL,
                    Keyword.SECURITY,
                    Keyword.LEAKPROOF,
                    Keyword.NOT,
                    Keyword.COST,
                    Keyword.ROWS,
                    Keyword.SUPPORT,
                    Keyword.SET,
                    Keyword.RESET,
                    Keyword.PARALLEL -> true;
            default -> false;
        };
    }

    /** createfunc_opt_item, but for AS. */
    static FunctionOption option(Cursor cursor) {
        int start = cursor.start();
        switch (cursor.kind()) {
            case Keyword.LANGUAGE -> {
                cursor.advance();
                String language = OptionParser.wordOrString(cursor);
                return new FunctionOption.Language(language, cursor.rangeFrom(start));
            }
            case Keyword.TRANSFORM -> {
                cursor.advance();
                List<TypeName> types = cursor.list(FunctionOptionParser::transformType);
                return new FunctionOption.Transform(types, cursor.rangeFrom(start));
            }
            case Keyword.WINDOW -> {
                cursor.advance();
                return new FunctionOption.Window(cursor.rangeFrom(start));
            }
            default -> {
                return commonOption(cursor);
            }
        }
    }

    private static TypeName transformType(Cursor cursor) {
        cursor.expect(Keyword.FOR);
        cursor.expect(Keyword.TYPE);
        return TypeParser.typename(cursor);
    }

    /** common_func_opt_item. */
    static FunctionOption commonOption(Cursor cursor) {
        int start = cursor.start();
        int kind = cursor.kind();
        if (kind == Keyword.SET || kind == Keyword.RESET) {
            SettingChange change = SettingParser.functionSetResetClause(cursor);
            return new FunctionOption.Setting(change, cursor.rangeFrom(start));
        }
        if (!atCommonOption(cursor)) {
            throw cursor.syntaxError();
        }
        cursor.advance();
        switch (kind) {
            case Keyword.CALLED -> {
                cursor.expect(Keyword.ON, Keyword.NULL);
                cursor.expect(Keyword.INPUT);
                return new FunctionOption.Strict(false, cursor.rangeFrom(start));
            }
            case Keyword.RETURNS -> {
                cursor.expect(Keyword.NULL, Keyword.ON);
                cursor.expect(Keyword.NULL, Keyword.INPUT);
                return new FunctionOption.Strict(true, cursor.rangeFrom(start));
            }
            case Keyword.STRICT -> {
                return new FunctionOption.Strict(true, cursor.rangeFrom(start));
            }
            case Keyword.IMMUTABLE -> {
                return new FunctionOption.Volatility(VolatilityKind.IMMUTABLE, cursor.rangeFrom(start));
            }
            case Keyword.STABLE -> {
                return new FunctionOption.Volatility(VolatilityKind.STABLE, cursor.rangeFrom(start));
            }
            case Keyword.VOLATILE -> {
                return new FunctionOption.Volatility(VolatilityKind.VOLATILE, cursor.rangeFrom(start));
            }
            case Keyword.EXTERNAL -> {
                cursor.expect(Keyword.SECURITY);
                return security(cursor, start);
            }
            case Keyword.SECURITY -> {
                return security(cursor, start);
            }
            case Keyword.LEAKPROOF -> {
                return new FunctionOption.Leakproof(true, cursor.rangeFrom(start));
            }
            case Keyword.NOT -> {
                cursor.expect(Keyword.LEAKPROOF);
                return new FunctionOption.Leakproof(false, cursor.rangeFrom(start));
            }
            case Keyword.COST -> {
                return new FunctionOption.Cost(Names.numericOnly(cursor), cursor.rangeFrom(start));
            }
            case Keyword.ROWS -> {
                return new FunctionOption.Rows(Names.numericOnly(cursor), cursor.rangeFrom(start));
            }
            case Keyword.SUPPORT -> {
                return new FunctionOption.Support(Names.anyName(cursor), cursor.rangeFrom(start));
            }
            default -> {
                return new FunctionOption.Parallel(Names.colId(cursor), cursor.rangeFrom(start));
            }
        }
    }

    private static FunctionOption security(Cursor cursor, int start) {
        boolean definer = cursor.accept(Keyword.DEFINER);
        if (!definer) {
            cursor.expect(Keyword.INVOKER);
        }
        return new FunctionOption.Security(definer, cursor.rangeFrom(start));
    }
}
