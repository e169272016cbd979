package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Constraint.Attributes;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.SequenceOption;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.lexer.Keyword;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses the columns of tables and the constraints behind them: columnDef and ColQualList of the grammar. */
final class ColumnParser {
    private ColumnParser() {}

    /** columnDef. */
    static ColumnDef columnDef(Cursor cursor) {
        int start = cursor.start();
        Name name = Names.colId(cursor);
        TypeName type = TypeParser.typename(cursor);
        Name storage = cursor.at(Keyword.STORAGE) ? storage(cursor) : null;
        Name compression = cursor.at(Keyword.COMPRESSION) ? compression(cursor) : null;
        List<DefElem> options = OptionParser.createGenericOptions(cursor);
        Qualifiers qualifiers = qualifiers(cursor);
        return new ColumnDef(
                name,
                type,
                storage,
                compression,
                options,
                qualifiers.collation,
                qualifiers.constraints,
                cursor.rangeFrom(start));
    }

    /** columnOptions: a column of a typed table or a partition. */
    static ColumnDef columnOptions(Cursor cursor) {
        int start = cursor.start();
        Name name = Names.colId(cursor);
        if (cursor.accept(Keyword.WITH)) {
            cursor.expect(Keyword.OPTIONS);
        }
        Qualifiers qualifiers = qualifiers(cursor);
        return new ColumnDef(
                name,
                null,
                null,
                null,
                List.of(),
                qualifiers.collation,
                qualifiers.constraints,
                cursor.rangeFrom(start));
    }

    /** TableFuncElement: an attribute of a composite type. */
    static ColumnDef attribute(Cursor cursor) {
        int start = cursor.start();
        Name name = Names.colId(cursor);
        TypeName type = TypeParser.typename(cursor);
        ObjectName collation = optCollate(cursor);
        return new ColumnDef(name, type, null, null, List.of(), collation, List.of(), cursor.rangeFrom(start));
    }

    /** opt_collate_clause. */
    static @Nullable ObjectName optCollate(Cursor cursor) {
        return cursor.accept(Keyword.COLLATE) ? Names.anyName(cursor) : null;
    }

    /** column_storage: the word behind STORAGE. */
    static Name storage(Cursor cursor) {
        cursor.expect(Keyword.STORAGE);
        return nameOrDefault(cursor);
    }

    /** column_compression: the word behind COMPRESSION. */
    static Name compression(Cursor cursor) {
        cursor.expect(Keyword.COMPRESSION);
        return nameOrDefault(cursor);
    }

    /** ColId or DEFAULT. */
    static Name nameOrDefault(Cursor cursor) {
        return cursor.at(Keyword.DEFAULT) ? cursor.takeName() : Names.colId(cursor);
    }

    /** What stands behind a column's or a domain's type. */
    record Qualifiers(@Nullable ObjectName collation, List<Constraint> constraints) {}

    /** ColQualList: collation, constraints and their attributes in any order. */
    static Qualifiers qualifiers(Cursor cursor) {
        ObjectName collation = null;
        SourceRange second = null;
        List<Constraint> constraints = new ArrayList<>();
        while (true) {
            SourceRange place = cursor.range();
            if (cursor.accept(Keyword.COLLATE)) {
                second = collation != null && second == null ? place : second;
                ObjectName name = Names.anyName(cursor);
                collation = collation == null ? name : collation;
            } else if (atConstraint(cursor)) {
                constraints.add(constraint(cursor));
            } else {
                break;
            }
        }
        if (second != null) {
            throw cursor.error("multiple COLLATE clauses not allowed", second);
        }
        return new Qualifiers(collation, List.copyOf(constraints));
    }

    private static boolean atConstraint(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.CONSTRAINT,
                    Keyword.NOT,
                    Keyword.NULL,
                    Keyword.UNIQUE,
                    Keyword.PRIMARY,
                    Keyword.CHECK,
                    Keyword.DEFAULT,
                    Keyword.GENERATED,
                    Keyword.REFERENCES,
                    Keyword.DEFERRABLE,
                    Keyword.INITIALLY,
                    Keyword.ENFORCED -> true;
            default -> false;
        };
    }

    private static Constraint constraint(Cursor cursor) {
        int start = cursor.start();
        if (cursor.accept(Keyword.CONSTRAINT)) {
            Name name = Names.colId(cursor);
            return element(cursor, start, name);
        }
        Attributes stray = attributes(cursor, false);
        return stray.isEmpty() ? element(cursor, start, null) : new Constraint.Stray(stray, cursor.rangeFrom(start));
    }

    /** ColConstraintElem, with the attributes behind it. */
    private static Constraint element(Cursor cursor, int start, @Nullable Name name) {
        int kind = cursor.kind();
        switch (kind) {
            case Keyword.NOT -> {
                cursor.advance();
                cursor.expect(Keyword.NULL);
                boolean notNullNoInherit = optNoInherit(cursor);
                Attributes notNull = attributes(cursor, notNullNoInherit);
                return new Constraint.NotNull(name, null, notNull, cursor.rangeFrom(start));
            }
            case Keyword.NULL -> {
                cursor.advance();
                Attributes ofNull = attributes(cursor, false);
                return new Constraint.Null(name, ofNull, cursor.rangeFrom(start));
            }
            case Keyword.UNIQUE -> {
                cursor.advance();
                return unique(cursor, start, name);
            }
            case Keyword.PRIMARY -> {
                cursor.advance();
                cursor.expect(Keyword.KEY);
                return primaryKey(cursor, start, name);
            }
            case Keyword.CHECK -> {
                cursor.advance();
                Expression check = ConstraintParser.parenthesized(cursor);
                boolean noInherit = optNoInherit(cursor);
                Attributes ofCheck = attributes(cursor, noInherit);
                return new Constraint.Check(name, check, ofCheck, cursor.rangeFrom(start));
            }
            case Keyword.DEFAULT -> {
                cursor.advance();
                Expression value = Expressions.bExpr(cursor);
                Attributes ofDefault = attributes(cursor, false);
                return new Constraint.Default(name, value, ofDefault, cursor.rangeFrom(start));
            }
            case Keyword.GENERATED -> {
                return generated(cursor, start, name);
            }
            case Keyword.REFERENCES -> {
                cursor.advance();
                return references(cursor, start, name);
            }
            default -> throw cursor.syntaxError();
        }
    }

    private static Constraint unique(Cursor cursor, int start, @Nullable Name name) {
        boolean nullsNotDistinct = ConstraintParser.optUniqueNullTreatment(cursor);
        List<DefElem> options = OptionParser.optDefinition(cursor);
        Name tablespace = ConstraintParser.optConsTableSpace(cursor);
        Attributes attributes = attributes(cursor, false);
        return new Constraint.Unique(
                name,
                List.of(),
                nullsNotDistinct,
                false,
                List.of(),
                options,
                tablespace,
                null,
                attributes,
                cursor.rangeFrom(start));
    }

    private static Constraint primaryKey(Cursor cursor, int start, @Nullable Name name) {
        List<DefElem> options = OptionParser.optDefinition(cursor);
        Name tablespace = ConstraintParser.optConsTableSpace(cursor);
        Attributes attributes = attributes(cursor, false);
        return new Constraint.PrimaryKey(
                name, List.of(), false, List.of(), options, tablespace, null, attributes, cursor.rangeFrom(start));
    }

    private static Constraint references(Cursor cursor, int start, @Nullable Name name) {
        Constraint.ForeignKey key = ConstraintParser.columnReferences(cursor, start, name);
        Attributes attributes = attributes(cursor, false);
        return new Constraint.ForeignKey(
                name,
                List.of(),
                false,
                key.referenced(),
                key.referencedColumns(),
                false,
                key.match(),
                key.onUpdate(),
                key.onDelete(),
                attributes,
                cursor.rangeFrom(start));
    }

    private static Constraint generated(Cursor cursor, int start, @Nullable Name name) {
        cursor.expect(Keyword.GENERATED);
        SourceRange when = cursor.range();
        boolean always = generatedWhen(cursor);
        cursor.expect(Keyword.AS);
        if (cursor.accept(Keyword.IDENTITY)) {
            List<SequenceOption> options = SequenceParser.optParenthesized(cursor);
            Attributes attributes = attributes(cursor, false);
            return new Constraint.Identity(name, always, options, attributes, cursor.rangeFrom(start));
        }
        Expression expression = ConstraintParser.parenthesized(cursor);
        Boolean stored = null;
        if (cursor.accept(Keyword.STORED)) {
            stored = true;
        } else if (cursor.accept(Keyword.VIRTUAL)) {
            stored = false;
        }
        if (!always) {
            throw cursor.error("for a generated column, GENERATED ALWAYS must be specified", when);
        }
        Attributes attributes = attributes(cursor, false);
        return new Constraint.Generated(name, expression, stored, attributes, cursor.rangeFrom(start));
    }

    /** generated_when: true for ALWAYS, false for BY DEFAULT. */
    static boolean generatedWhen(Cursor cursor) {
        if (cursor.accept(Keyword.ALWAYS)) {
            return true;
        }
        cursor.expect(Keyword.BY);
        cursor.expect(Keyword.DEFAULT);
        return false;
    }

    private static boolean optNoInherit(Cursor cursor) {
        if (!cursor.accept(Keyword.NO)) {
            return false;
        }
        cursor.expect(Keyword.INHERIT);
        return true;
    }

    /** What is said a second time belongs to no constraint, and is left to the server's analysis, as there. */
    private static boolean isSaid(
            int kind, @Nullable Boolean deferrable, @Nullable Boolean initiallyDeferred, @Nullable Boolean enforced) {
        return switch (kind) {
            case Keyword.DEFERRABLE -> deferrable != null;
            case Keyword.ENFORCED -> enforced != null;
            case Keyword.INITIALLY -> initiallyDeferred != null;
            default -> false;
        };
    }

    /** ConstraintAttr, as many as there are. */
    private static Attributes attributes(Cursor cursor, boolean noInherit) {
        Boolean deferrable = null;
        Boolean initiallyDeferred = null;
        Boolean enforced = null;
        while (true) {
            boolean not = cursor.at(Keyword.NOT);
            int kind = not ? cursor.peek(1) : cursor.kind();
            if (isSaid(kind, deferrable, initiallyDeferred, enforced)) {
                break;
            }
            if (kind == Keyword.DEFERRABLE) {
                deferrable = !not;
            } else if (kind == Keyword.ENFORCED) {
                enforced = !not;
            } else if (!not && cursor.accept(Keyword.INITIALLY)) {
                initiallyDeferred = ConstraintAttributes.initially(cursor);
                continue;
            } else {
                break;
            }
            cursor.advance();
            if (not) {
                cursor.advance();
            }
        }
        boolean none = deferrable == null && initiallyDeferred == null && enforced == null && !noInherit;
        return none ? Attributes.NONE : new Attributes(deferrable, initiallyDeferred, enforced, false, noInherit);
    }
}
