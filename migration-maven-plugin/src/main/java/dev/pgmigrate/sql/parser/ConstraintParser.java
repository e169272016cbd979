package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Constraint.Attributes;
import dev.pgmigrate.sql.ast.Constraint.ReferentialAction;
import dev.pgmigrate.sql.ast.Constraint.ReferentialAction.Kind;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.IndexElement;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.parser.ConstraintAttributes.Allowed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses constraints that stand beside the columns of a table: TableConstraint of the grammar. */
final class ConstraintParser {
    private ConstraintParser() {}

    /** Whether a TableConstraint begins here and no column; {@code exclude} is a column's name before a type. */
    static boolean atTableConstraint(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.CONSTRAINT, Keyword.CHECK, Keyword.NOT, Keyword.UNIQUE, Keyword.PRIMARY, Keyword.FOREIGN ->
                true;
            case Keyword.EXCLUDE -> cursor.peek(1) == '(' || cursor.peek(1) == Keyword.USING;
            default -> false;
        };
    }

    /** TableConstraint. */
    static Constraint tableConstraint(Cursor cursor) {
        int start = cursor.start();
        Name name = cursor.accept(Keyword.CONSTRAINT) ? Names.colId(cursor) : null;
        int kind = cursor.kind();
        switch (kind) {
            case Keyword.CHECK -> {
                cursor.advance();
                return check(cursor, start, name);
            }
            case Keyword.NOT -> {
                cursor.advance();
                cursor.expect(Keyword.NULL);
                return notNull(cursor, start, name);
            }
            case Keyword.UNIQUE -> {
                cursor.advance();
                return key(cursor, start, name, false);
            }
            case Keyword.PRIMARY -> {
                cursor.advance();
                cursor.expect(Keyword.KEY);
                return key(cursor, start, name, true);
            }
            case Keyword.EXCLUDE -> {
                cursor.advance();
                return exclude(cursor, start, name);
            }
            case Keyword.FOREIGN -> {
                cursor.advance();
                cursor.expect(Keyword.KEY);
                return foreignKey(cursor, start, name);
            }
            default -> throw cursor.syntaxError();
        }
    }

    private static Constraint check(Cursor cursor, int start, @Nullable Name name) {
        Expression expression = parenthesized(cursor);
        Attributes attributes = ConstraintAttributes.spec(cursor)
                .checked(cursor, "CHECK", Allowed.ENFORCED, Allowed.NOT_VALID, Allowed.NO_INHERIT);
        return new Constraint.Check(name, expression, attributes, cursor.rangeFrom(start));
    }

    private static Constraint notNull(Cursor cursor, int start, @Nullable Name name) {
        Name column = Names.colId(cursor);
        Attributes attributes =
                ConstraintAttributes.spec(cursor).checked(cursor, "NOT NULL", Allowed.NOT_VALID, Allowed.NO_INHERIT);
        return new Constraint.NotNull(name, column, attributes, cursor.rangeFrom(start));
    }

    private static Constraint key(Cursor cursor, int start, @Nullable Name name, boolean primary) {
        Name index = null;
        boolean nullsNotDistinct = false;
        KeyColumns key = new KeyColumns(List.of(), false);
        List<Name> including = List.of();
        List<DefElem> options = List.of();
        Name tablespace = null;
        if (cursor.accept(Keyword.USING)) {
            cursor.expect(Keyword.INDEX);
            index = Names.colId(cursor);
        } else {
            nullsNotDistinct = !primary && optUniqueNullTreatment(cursor);
            key = keyColumns(cursor);
            including = optInclude(cursor);
            options = OptionParser.optDefinition(cursor);
            tablespace = optConsTableSpace(cursor);
        }
        Attributes attributes = keyAttributes(cursor, primary ? "PRIMARY KEY" : "UNIQUE");
        SourceRange range = cursor.rangeFrom(start);
        boolean overlaps = key.withoutOverlaps;
        return primary
                ? new Constraint.PrimaryKey(
                        name, key.columns, overlaps, including, options, tablespace, index, attributes, range)
                : new Constraint.Unique(
                        name,
                        key.columns,
                        nullsNotDistinct,
                        overlaps,
                        including,
                        options,
                        tablespace,
                        index,
                        attributes,
                        range);
    }

    private static Attributes keyAttributes(Cursor cursor, String words) {
        return ConstraintAttributes.spec(cursor).checked(cursor, words, Allowed.DEFERRABLE);
    }

    private record KeyColumns(List<Name> columns, boolean withoutOverlaps) {}

    private static KeyColumns keyColumns(Cursor cursor) {
        cursor.expect('(');
        List<Name> columns = Names.nameList(cursor);
        boolean withoutOverlaps = cursor.accept(Keyword.WITHOUT);
        if (withoutOverlaps) {
            cursor.expect(Keyword.OVERLAPS);
        }
        cursor.expect(')');
        return new KeyColumns(columns, withoutOverlaps);
    }

    /** opt_unique_null_treatment: whether NULLs are equal. */
    static boolean optUniqueNullTreatment(Cursor cursor) {
        if (!cursor.accept(Keyword.NULLS)) {
            return false;
        }
        boolean not = cursor.accept(Keyword.NOT);
        cursor.expect(Keyword.DISTINCT);
        return not;
    }

    private static List<Name> optInclude(Cursor cursor) {
        if (!cursor.accept(Keyword.INCLUDE)) {
            return List.of();
        }
        cursor.expect('(');
        List<Name> columns = Names.nameList(cursor);
        cursor.expect(')');
        return columns;
    }

    /** OptConsTableSpace. */
    static @Nullable Name optConsTableSpace(Cursor cursor) {
        if (!cursor.accept(Keyword.USING)) {
            return null;
        }
        cursor.expect(Keyword.INDEX);
        cursor.expect(Keyword.TABLESPACE);
        return Names.colId(cursor);
    }

    private static Constraint exclude(Cursor cursor, int start, @Nullable Name name) {
        Name method = cursor.accept(Keyword.USING) ? Names.colId(cursor) : null;
        cursor.expect('(');
        List<Constraint.ExclusionElement> elements = cursor.list(ConstraintParser::exclusionElement);
        cursor.expect(')');
        List<Name> including = optInclude(cursor);
        List<DefElem> options = OptionParser.optDefinition(cursor);
        Name tablespace = optConsTableSpace(cursor);
        Expression where = cursor.accept(Keyword.WHERE) ? parenthesized(cursor) : null;
        Attributes attributes = keyAttributes(cursor, "EXCLUDE");
        return new Constraint.Exclude(
                name, method, elements, including, options, tablespace, where, attributes, cursor.rangeFrom(start));
    }

    private static Constraint.ExclusionElement exclusionElement(Cursor cursor) {
        int start = cursor.start();
        IndexElement element = IndexParser.element(cursor);
        cursor.expect(Keyword.WITH);
        ObjectName operator;
        if (cursor.accept(Keyword.OPERATOR, '(')) {
            operator = Names.anyOperator(cursor);
            cursor.expect(')');
        } else {
            operator = Names.anyOperator(cursor);
        }
        return new Constraint.ExclusionElement(element, operator, cursor.rangeFrom(start));
    }

    private static Constraint foreignKey(Cursor cursor, int start, @Nullable Name name) {
        ForeignColumns columns = foreignColumns(cursor);
        cursor.expect(Keyword.REFERENCES);
        return references(cursor, start, name, columns, true);
    }

    private record ForeignColumns(List<Name> columns, boolean period) {
        static final ForeignColumns NONE = new ForeignColumns(List.of(), false);
    }

    /** {@code (columnList optionalPeriodName)}. */
    private static ForeignColumns foreignColumns(Cursor cursor) {
        cursor.expect('(');
        List<Name> columns = new ArrayList<>();
        columns.add(Names.colId(cursor));
        boolean period = false;
        while (!period && cursor.accept(',')) {
            // A column may be named period: only one more word makes it the keyword.
            period = cursor.at(Keyword.PERIOD) && cursor.peek(1) != ',' && cursor.peek(1) != ')';
            if (period) {
                cursor.advance();
            }
            columns.add(Names.colId(cursor));
        }
        cursor.expect(')');
        return new ForeignColumns(columns, period);
    }

    /** REFERENCES behind a column, from the table's name on. */
    static Constraint.ForeignKey columnReferences(Cursor cursor, int start, @Nullable Name name) {
        return references(cursor, start, name, ForeignColumns.NONE, false);
    }

    private static Constraint.ForeignKey references(
            Cursor cursor, int start, @Nullable Name name, ForeignColumns columns, boolean ofTable) {
        ObjectName referenced = Names.qualifiedName(cursor);
        ForeignColumns targets = ForeignColumns.NONE;
        if (cursor.at('(')) {
            targets = ofTable ? foreignColumns(cursor) : new ForeignColumns(Names.optColumnList(cursor), false);
        }
        Constraint.Match match = keyMatch(cursor);
        ReferentialAction onUpdate = null;
        ReferentialAction onDelete = null;
        while (cursor.at(Keyword.ON) && (onUpdate == null || onDelete == null)) {
            boolean update = cursor.peek(1) == Keyword.UPDATE;
            boolean second = update ? onUpdate != null : onDelete != null;
            int place = cursor.start();
            cursor.advance();
            if (second || (!update && !cursor.at(Keyword.DELETE))) {
                throw cursor.syntaxError();
            }
            cursor.advance();
            if (update) {
                onUpdate = keyAction(cursor, place, true);
            } else {
                onDelete = keyAction(cursor, place, false);
            }
        }
        Attributes attributes = Attributes.NONE;
        if (ofTable) {
            attributes = ConstraintAttributes.spec(cursor)
                    .checked(cursor, "FOREIGN KEY", Allowed.DEFERRABLE, Allowed.ENFORCED, Allowed.NOT_VALID);
        }
        return new Constraint.ForeignKey(
                name,
                columns.columns,
                columns.period,
                referenced,
                targets.columns,
                targets.period,
                match,
                onUpdate,
                onDelete,
                attributes,
                cursor.rangeFrom(start));
    }

    private static Constraint.@Nullable Match keyMatch(Cursor cursor) {
        SourceRange place = cursor.range();
        if (!cursor.accept(Keyword.MATCH)) {
            return null;
        }
        if (cursor.accept(Keyword.FULL)) {
            return Constraint.Match.FULL;
        }
        if (cursor.accept(Keyword.PARTIAL)) {
            throw cursor.error("MATCH PARTIAL not yet implemented", place);
        }
        cursor.expect(Keyword.SIMPLE);
        return Constraint.Match.SIMPLE;
    }

    private static ReferentialAction keyAction(Cursor cursor, int start, boolean update) {
        Kind kind;
        List<Name> columns = List.of();
        if (cursor.accept(Keyword.NO)) {
            cursor.expect(Keyword.ACTION);
            kind = Kind.NO_ACTION;
        } else if (cursor.accept(Keyword.RESTRICT)) {
            kind = Kind.RESTRICT;
        } else if (cursor.accept(Keyword.CASCADE)) {
            kind = Kind.CASCADE;
        } else {
            cursor.expect(Keyword.SET);
            if (cursor.accept(Keyword.NULL)) {
                kind = Kind.SET_NULL;
            } else {
                cursor.expect(Keyword.DEFAULT);
                kind = Kind.SET_DEFAULT;
            }
            columns = Names.optColumnList(cursor);
        }
        if (update && !columns.isEmpty()) {
            String words = kind == Kind.SET_NULL ? "SET NULL" : "SET DEFAULT";
            throw cursor.error(
                    "a column list with " + words + " is only supported for ON DELETE actions",
                    new SourceRange(start, start + 2));
        }
        return new ReferentialAction(kind, columns, cursor.rangeFrom(start));
    }

    /** {@code (a_expr)}. */
    static Expression parenthesized(Cursor cursor) {
        cursor.expect('(');
        Expression expression = Expressions.aExpr(cursor);
        cursor.expect(')');
        return expression;
    }
}
