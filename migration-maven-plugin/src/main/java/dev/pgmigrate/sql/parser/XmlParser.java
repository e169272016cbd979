package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.ast.XmlExpression.XmlCall;
import dev.pgmigrate.sql.ast.XmlExpression.XmlKind;
import dev.pgmigrate.sql.lexer.Keyword;
import java.util.ArrayList;
import java.util.List;

/** Parses the XML functions (manual, 9.15 "XML Functions"). */
final class XmlParser {
    private XmlParser() {}

    static boolean at(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.XMLCONCAT,
                    Keyword.XMLELEMENT,
                    Keyword.XMLEXISTS,
                    Keyword.XMLFOREST,
                    Keyword.XMLPARSE,
                    Keyword.XMLPI,
                    Keyword.XMLROOT,
                    Keyword.XMLSERIALIZE -> true;
            default -> false;
        };
    }

    static Expression parse(Cursor cursor) {
        int start = cursor.start();
        int kind = cursor.kind();
        cursor.advance();
        cursor.expect('(');
        List<Expression> arguments = new ArrayList<>();
        Name name = null;
        TypeName type = null;
        XmlKind xml;
        switch (kind) {
            case Keyword.XMLCONCAT -> {
                xml = XmlKind.XMLCONCAT;
                arguments.addAll(Expressions.exprList(cursor));
            }
            case Keyword.XMLELEMENT -> {
                xml = XmlKind.XMLELEMENT;
                name = namedName(cursor);
                element(cursor, arguments);
            }
            case Keyword.XMLEXISTS -> {
                xml = XmlKind.XMLEXISTS;
                arguments.add(Expressions.cExpr(cursor));
                arguments.add(passing(cursor));
            }
            case Keyword.XMLFOREST -> {
                xml = XmlKind.XMLFOREST;
                arguments.addAll(labeledList(cursor));
            }
            case Keyword.XMLPARSE -> {
                xml = XmlKind.XMLPARSE;
                documentOrContent(cursor);
                arguments.add(Expressions.aExpr(cursor));
                if (cursor.accept(Keyword.PRESERVE) || cursor.accept(Keyword.STRIP)) {
                    cursor.expect(Keyword.WHITESPACE);
                }
            }
            case Keyword.XMLPI -> {
                xml = XmlKind.XMLPI;
                name = namedName(cursor);
                if (cursor.accept(',')) {
                    arguments.add(Expressions.aExpr(cursor));
                }
            }
            case Keyword.XMLROOT -> {
                xml = XmlKind.XMLROOT;
                root(cursor, arguments);
            }
            default -> {
                xml = XmlKind.XMLSERIALIZE;
                documentOrContent(cursor);
                arguments.add(Expressions.aExpr(cursor));
                cursor.expect(Keyword.AS);
                type = TypeParser.simpleTypename(cursor);
                if (cursor.accept(Keyword.NO) || cursor.at(Keyword.INDENT)) {
                    cursor.expect(Keyword.INDENT);
                }
            }
        }
        cursor.expect(')');
        return new XmlCall(xml, name, arguments, type, cursor.rangeFrom(start));
    }

    private static Name namedName(Cursor cursor) {
        cursor.expect(Keyword.NAME);
        return Names.colLabel(cursor);
    }

    private static void element(Cursor cursor, List<Expression> arguments) {
        if (!cursor.accept(',')) {
            return;
        }
        if (cursor.accept(Keyword.XMLATTRIBUTES, '(')) {
            arguments.addAll(labeledList(cursor));
            cursor.expect(')');
            if (!cursor.accept(',')) {
                return;
            }
        }
        arguments.addAll(Expressions.exprList(cursor));
    }

    private static void documentOrContent(Cursor cursor) {
        if (!cursor.accept(Keyword.DOCUMENT)) {
            cursor.expect(Keyword.CONTENT);
        }
    }

    /** labeled_expr_list: values with or without AS. */
    private static List<Expression> labeledList(Cursor cursor) {
        return cursor.list(item -> {
            Expression value = Expressions.aExpr(item);
            if (item.accept(Keyword.AS)) {
                Names.colLabel(item);
            }
            return value;
        });
    }

    private static void root(Cursor cursor, List<Expression> arguments) {
        arguments.add(Expressions.aExpr(cursor));
        cursor.expect(',');
        cursor.expect(Keyword.VERSION);
        if (!cursor.accept(Keyword.NO, Keyword.VALUE)) {
            arguments.add(Expressions.aExpr(cursor));
        }
        if (!cursor.accept(',')) {
            return;
        }
        cursor.expect(Keyword.STANDALONE);
        if (cursor.accept(Keyword.NO)) {
            cursor.accept(Keyword.VALUE);
        } else {
            cursor.expect(Keyword.YES);
        }
    }

    /** xmlexists_argument. */
    static Expression passing(Cursor cursor) {
        cursor.expect(Keyword.PASSING);
        int next = cursor.peek(1);
        if (next == Keyword.REF || next == Keyword.VALUE) {
            optMechanism(cursor);
        }
        Expression document = Expressions.cExpr(cursor);
        optMechanism(cursor);
        return document;
    }

    private static void optMechanism(Cursor cursor) {
        if (cursor.accept(Keyword.BY) && !cursor.accept(Keyword.REF)) {
            cursor.expect(Keyword.VALUE);
        }
    }
}
