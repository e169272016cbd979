package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.Constant;
import dev.pgmigrate.sql.ast.Expression.ConstantKind;
import dev.pgmigrate.sql.ast.FromItem;
import dev.pgmigrate.sql.ast.FromItem.Alias;
import dev.pgmigrate.sql.ast.FromItem.ColumnDefinition;
import dev.pgmigrate.sql.ast.FromItem.RangeTableFunc;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Token;
import java.util.ArrayList;
import java.util.List;

/** Parses XMLTABLE and JSON_TABLE (manual, 9.15.3 "Processing XML" and 9.16.4 "JSON_TABLE"). */
final class TableFunctions {
    private final List<Expression> arguments = new ArrayList<>();
    private final List<ColumnDefinition> columns = new ArrayList<>();
    private final Cursor cursor;

    private TableFunctions(Cursor cursor) {
        this.cursor = cursor;
    }

    static FromItem parse(Cursor cursor, boolean lateral, int start) {
        TableFunctions table = new TableFunctions(cursor);
        boolean json = cursor.at(Keyword.JSON_TABLE);
        cursor.advance();
        cursor.expect('(');
        if (json) {
            table.json();
        } else {
            table.xml();
        }
        cursor.expect(')');
        Alias alias = FromParser.optAlias(cursor);
        return new RangeTableFunc(lateral, json, table.arguments, table.columns, alias, cursor.rangeFrom(start));
    }

    private void xml() {
        if (cursor.accept(Keyword.XMLNAMESPACES, '(')) {
            arguments.addAll(cursor.list(TableFunctions::namespace));
            cursor.expect(')');
            cursor.expect(',');
        }
        arguments.add(Expressions.cExpr(cursor));
        arguments.add(XmlParser.passing(cursor));
        cursor.expect(Keyword.COLUMNS);
        do {
            xmlColumn();
        } while (cursor.accept(','));
    }

    private static Expression namespace(Cursor cursor) {
        if (cursor.accept(Keyword.DEFAULT)) {
            return Expressions.bExpr(cursor);
        }
        Expression uri = Expressions.bExpr(cursor);
        cursor.expect(Keyword.AS);
        Names.colLabel(cursor);
        return uri;
    }

    /** xmltable_column_el. */
    private void xmlColumn() {
        int start = cursor.start();
        Name name = Names.colId(cursor);
        if (cursor.accept(Keyword.FOR)) {
            cursor.expect(Keyword.ORDINALITY);
            columns.add(new ColumnDefinition(name, null, cursor.rangeFrom(start)));
            return;
        }
        TypeName type = TypeParser.typename(cursor);
        xmlColumnOptions(name);
        columns.add(new ColumnDefinition(name, type, cursor.rangeFrom(start)));
    }

    private void xmlColumnOptions(Name column) {
        SyntaxException refused = null;
        boolean hasDefault = false;
        boolean hasPath = false;
        boolean hasNull = false;
        while (true) {
            SourceRange place = cursor.range();
            SyntaxException problem = null;
            switch (cursor.kind()) {
                case Keyword.DEFAULT -> {
                    cursor.advance();
                    arguments.add(Expressions.bExpr(cursor));
                    problem = hasDefault ? cursor.error("only one DEFAULT value is allowed", place) : null;
                    hasDefault = true;
                }
                case Keyword.PATH -> {
                    cursor.advance();
                    arguments.add(Expressions.bExpr(cursor));
                    problem = hasPath ? cursor.error("only one PATH value per column is allowed", place) : null;
                    hasPath = true;
                }
                case Keyword.NOT, Keyword.NULL -> {
                    cursor.accept(Keyword.NOT);
                    cursor.expect(Keyword.NULL);
                    String message =
                            "conflicting or redundant NULL / NOT NULL declarations for column \"" + column + "\"";
                    problem = hasNull ? cursor.error(message, place) : null;
                    hasNull = true;
                }
                case Token.IDENT -> {
                    String option = cursor.takeName().text();
                    if (option.equals("__pg__is_not_null")) {
                        throw cursor.error("option name \"" + option + "\" cannot be used in XMLTABLE", place);
                    }
                    arguments.add(Expressions.bExpr(cursor));
                    problem = cursor.error("unrecognized column option \"" + option + "\"", place);
                }
                default -> {
                    // The grammar looks at the options when the column is complete.
                    if (refused != null) {
                        throw refused;
                    }
                    return;
                }
            }
            refused = refused == null ? problem : refused;
        }
    }

    private void json() {
        arguments.add(JsonParser.value(cursor));
        cursor.expect(',');
        SourceRange place = cursor.range();
        Expression path = Expressions.aExpr(cursor);
        arguments.add(path);
        if (cursor.accept(Keyword.AS)) {
            Names.colId(cursor);
        }
        JsonParser.optPassing(cursor, arguments);
        cursor.expect(Keyword.COLUMNS);
        jsonColumns();
        JsonParser.optOnError(cursor);
        if (!(path instanceof Constant constant) || constant.kind() != ConstantKind.STRING) {
            cursor.expect(')');
            throw cursor.error("only string constants are supported in JSON_TABLE path specification", place);
        }
    }

    private void jsonColumns() {
        cursor.enter();
        cursor.expect('(');
        do {
            jsonColumn();
        } while (cursor.accept(','));
        cursor.expect(')');
        cursor.leave();
    }

    /** json_table_column_definition. */
    private void jsonColumn() {
        int next = cursor.peek(1);
        if (cursor.at(Keyword.NESTED) && (next == Keyword.PATH || next == Token.SCONST)) {
            nested();
            return;
        }
        int start = cursor.start();
        Name name = Names.colId(cursor);
        if (cursor.accept(Keyword.FOR)) {
            cursor.expect(Keyword.ORDINALITY);
            columns.add(new ColumnDefinition(name, null, cursor.rangeFrom(start)));
            return;
        }
        TypeName type = TypeParser.typename(cursor);
        if (cursor.accept(Keyword.EXISTS)) {
            optPath();
            JsonParser.optOnError(cursor);
        } else {
            JsonParser.optFormat(cursor);
            optPath();
            JsonParser.optWrapper(cursor);
            JsonParser.optQuotes(cursor);
            JsonParser.optBehaviors(cursor, arguments);
        }
        columns.add(new ColumnDefinition(name, type, cursor.rangeFrom(start)));
    }

    private void optPath() {
        if (cursor.accept(Keyword.PATH)) {
            arguments.add(Primaries.string(cursor));
        }
    }

    private void nested() {
        if (cursor.isDeep()) {
            cursor.onOwnStack(deep -> {
                nested();
                return cursor;
            });
            return;
        }
        cursor.expect(Keyword.NESTED);
        cursor.accept(Keyword.PATH);
        arguments.add(Primaries.string(cursor));
        if (cursor.accept(Keyword.AS)) {
            Names.colId(cursor);
        }
        cursor.expect(Keyword.COLUMNS);
        jsonColumns();
    }
}
