package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.PartitionBound;
import dev.pgmigrate.sql.ast.PartitionSpec;
import dev.pgmigrate.sql.ast.PartitionSpec.Strategy;
import dev.pgmigrate.sql.lexer.Keyword;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses how a table is partitioned, and which rows a partition takes. */
final class PartitionParser {
    private PartitionParser() {}

    /** OptPartitionSpec. */
    static @Nullable PartitionSpec optPartitionSpec(Cursor cursor) {
        int start = cursor.start();
        if (!cursor.accept(Keyword.PARTITION)) {
            return null;
        }
        cursor.expect(Keyword.BY);
        Name strategy = Names.colId(cursor);
        cursor.expect('(');
        List<PartitionSpec.Element> elements = cursor.list(PartitionParser::element);
        cursor.expect(')');
        return new PartitionSpec(strategy(cursor, strategy), elements, cursor.rangeFrom(start));
    }

    private static Strategy strategy(Cursor cursor, Name name) {
        return switch (name.text().toLowerCase(Locale.ROOT)) {
            case "list" -> Strategy.LIST;
            case "range" -> Strategy.RANGE;
            case "hash" -> Strategy.HASH;
            default -> throw cursor.error("unrecognized partitioning strategy \"" + name.text() + "\"", name.range());
        };
    }

    private static PartitionSpec.Element element(Cursor cursor) {
        int start = cursor.start();
        Name column = null;
        Expression expression = null;
        if (cursor.at('(')) {
            expression = ConstraintParser.parenthesized(cursor);
        } else if (IndexParser.atColumn(cursor)) {
            column = Names.colId(cursor);
        } else {
            expression = Expressions.funcExprWindowless(cursor);
        }
        ObjectName collation = ColumnParser.optCollate(cursor);
        ObjectName opclass = IndexParser.optAnyName(cursor);
        return new PartitionSpec.Element(column, expression, collation, opclass, cursor.rangeFrom(start));
    }

    /** PartitionBoundSpec. */
    static PartitionBound bound(Cursor cursor) {
        int start = cursor.start();
        if (cursor.accept(Keyword.DEFAULT)) {
            return new PartitionBound.Default(cursor.rangeFrom(start));
        }
        cursor.expect(Keyword.FOR);
        cursor.expect(Keyword.VALUES);
        if (cursor.accept(Keyword.IN)) {
            return new PartitionBound.In(values(cursor), cursor.rangeFrom(start));
        }
        if (cursor.accept(Keyword.FROM)) {
            List<Expression> from = values(cursor);
            cursor.expect(Keyword.TO);
            List<Expression> to = values(cursor);
            return new PartitionBound.FromTo(from, to, cursor.rangeFrom(start));
        }
        SourceRange with = cursor.range();
        cursor.expect(Keyword.WITH);
        return hash(cursor, start, with);
    }

    private static List<Expression> values(Cursor cursor) {
        cursor.expect('(');
        List<Expression> values = Expressions.exprList(cursor);
        cursor.expect(')');
        return values;
    }

    private record HashElement(Name name, int value) {}

    private static PartitionBound hash(Cursor cursor, int start, SourceRange with) {
        cursor.expect('(');
        List<HashElement> elements = cursor.list(c -> new HashElement(Names.nonReservedWord(c), Names.iconst(c)));
        cursor.expect(')');
        int modulus = -1;
        int remainder = -1;
        for (HashElement element : elements) {
            String word = element.name.text();
            boolean isModulus = word.equals("modulus");
            if (!isModulus && !word.equals("remainder")) {
                throw cursor.error(
                        "unrecognized hash partition bound specification \"" + word + "\"", element.name.range());
            }
            if ((isModulus ? modulus : remainder) != -1) {
                throw cursor.error(word + " for hash partition provided more than once", element.name.range());
            }
            if (isModulus) {
                modulus = element.value;
            } else {
                remainder = element.value;
            }
        }
        if (modulus == -1 || remainder == -1) {
            String word = modulus == -1 ? "modulus" : "remainder";
            throw cursor.error(word + " for hash partition must be specified", with);
        }
        return new PartitionBound.Hash(modulus, remainder, cursor.rangeFrom(start));
    }
}
