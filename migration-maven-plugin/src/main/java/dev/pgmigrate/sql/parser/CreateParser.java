package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.RoleStatement.Word;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import org.jspecify.annotations.Nullable;

/** Finds the parser of a CREATE by the words behind it. */
final class CreateParser {
    private CreateParser() {}

    /** Every CREATE of the grammar. */
    static Statement create(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.CREATE);
        if (cursor.accept(Keyword.OR)) {
            cursor.expect(Keyword.REPLACE);
            return orReplace(cursor, start);
        }
        Statement relation = optRelation(cursor, start, false);
        if (relation != null) {
            return relation;
        }
        Statement replaceable = optReplaceable(cursor, start, false);
        return replaceable == null ? other(cursor, start) : replaceable;
    }

    /** The statements that CREATE SCHEMA may hold; they begin as all others do. */
    static Statement createElement(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.CREATE);
        switch (cursor.kind()) {
            case Keyword.UNIQUE, Keyword.INDEX -> {
                return index(cursor, start);
            }
            case Keyword.OR -> {
                cursor.advance();
                cursor.expect(Keyword.REPLACE);
            }
            case Keyword.TRIGGER, Keyword.CONSTRAINT -> {
                return TriggerParser.create(cursor, start, false);
            }
            default -> {
                Statement relation = optRelation(cursor, start, true);
                if (relation == null) {
                    throw cursor.syntaxError();
                }
                return relation;
            }
        }
        if (cursor.at(Keyword.TRIGGER) || cursor.at(Keyword.CONSTRAINT)) {
            return TriggerParser.create(cursor, start, true);
        }
        return view(cursor, start, true, persistence(cursor));
    }

    /** CreateAsStmt and CreateMatViewStmt, as EXPLAIN takes them. */
    static Statement createAs(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.CREATE);
        Persistence persistence = persistence(cursor);
        if (persistence != Persistence.TEMPORARY && cursor.at(Keyword.MATERIALIZED)) {
            return ViewParser.createMaterialized(cursor, start, persistence == Persistence.UNLOGGED);
        }
        cursor.expect(Keyword.TABLE);
        return CreateTableParser.create(cursor, start, persistence, CreateTableParser.Form.QUERY);
    }

    /** What may be TEMPORARY or UNLOGGED: tables, sequences, views; null where none of it begins here. */
    private static @Nullable Statement optRelation(Cursor cursor, int start, boolean element) {
        int first = cursor.kind();
        Persistence persistence = persistence(cursor);
        switch (cursor.kind()) {
            case Keyword.TABLE -> {
                cursor.advance();
                CreateTableParser.Form form = element ? CreateTableParser.Form.ELEMENTS : CreateTableParser.Form.ANY;
                return CreateTableParser.create(cursor, start, persistence, form);
            }
            case Keyword.SEQUENCE -> {
                cursor.advance();
                return SequenceParser.create(cursor, start, persistence);
            }
            case Keyword.VIEW, Keyword.RECURSIVE -> {
                return view(cursor, start, false, persistence);
            }
            case Keyword.MATERIALIZED -> {
                if (element || persistence == Persistence.TEMPORARY) {
                    throw cursor.syntaxError();
                }
                return ViewParser.createMaterialized(cursor, start, persistence == Persistence.UNLOGGED);
            }
            default -> {
                if (first != cursor.kind()) {
                    throw cursor.syntaxError();
                }
                return null;
            }
        }
    }

    /** OptTemp. */
    private static Persistence persistence(Cursor cursor) {
        if (cursor.accept(Keyword.UNLOGGED)) {
            return Persistence.UNLOGGED;
        }
        boolean scope = cursor.accept(Keyword.LOCAL) || cursor.accept(Keyword.GLOBAL);
        if (cursor.accept(Keyword.TEMPORARY) || cursor.accept(Keyword.TEMP)) {
            return Persistence.TEMPORARY;
        }
        if (scope) {
            throw cursor.syntaxError();
        }
        return Persistence.PERMANENT;
    }

    private static Statement view(Cursor cursor, int start, boolean orReplace, Persistence persistence) {
        return ViewParser.create(cursor, start, orReplace, persistence);
    }

    private static Statement orReplace(Cursor cursor, int start) {
        Statement replaceable = optReplaceable(cursor, start, true);
        return replaceable == null ? view(cursor, start, true, persistence(cursor)) : replaceable;
    }

    /** What CREATE OR REPLACE can make, views aside; null where none of it begins here. */
    private static @Nullable Statement optReplaceable(Cursor cursor, int start, boolean orReplace) {
        switch (cursor.kind()) {
            case Keyword.FUNCTION, Keyword.PROCEDURE -> {
                return FunctionParser.create(cursor, start, orReplace);
            }
            case Keyword.TRIGGER, Keyword.CONSTRAINT -> {
                return TriggerParser.create(cursor, start, orReplace);
            }
            case Keyword.RULE -> {
                cursor.advance();
                return RuleParser.create(cursor, start, orReplace);
            }
            case Keyword.AGGREGATE -> {
                cursor.advance();
                return DefineParser.aggregate(cursor, start, orReplace);
            }
            case Keyword.TRANSFORM -> {
                cursor.advance();
                return CastParser.transform(cursor, start, orReplace);
            }
            case Keyword.LANGUAGE, Keyword.TRUSTED, Keyword.PROCEDURAL -> {
                return CastParser.language(cursor, start, orReplace);
            }
            default -> {
                return null;
            }
        }
    }

    private static Statement index(Cursor cursor, int start) {
        boolean unique = cursor.accept(Keyword.UNIQUE);
        return IndexParser.create(cursor, start, unique);
    }

    private static Statement other(Cursor cursor, int start) {
        int kind = cursor.kind();
        switch (kind) {
            case Keyword.UNIQUE, Keyword.INDEX -> {
                return index(cursor, start);
            }
            case Keyword.DEFAULT, Keyword.CONVERSION -> {
                return CastParser.conversion(cursor, start);
            }
            default -> {}
        }
        // All others are parsed from behind their first word.
        return switch (kind) {
            case Keyword.TYPE -> CreateTypeParser.create(behind(cursor), start);
            case Keyword.DOMAIN -> DomainParser.create(behind(cursor), start);
            case Keyword.POLICY -> PolicyParser.create(behind(cursor), start);
            case Keyword.SCHEMA -> SchemaParser.create(behind(cursor), start);
            case Keyword.EXTENSION -> ExtensionParser.create(behind(cursor), start);
            case Keyword.ROLE -> RoleParser.create(behind(cursor), start, Word.ROLE);
            case Keyword.GROUP -> RoleParser.create(behind(cursor), start, Word.GROUP);
            case Keyword.USER -> user(behind(cursor), start);
            case Keyword.PUBLICATION -> PublicationParser.create(behind(cursor), start);
            case Keyword.SUBSCRIPTION -> SubscriptionParser.create(behind(cursor), start);
            case Keyword.STATISTICS -> StatisticsParser.create(behind(cursor), start);
            case Keyword.EVENT -> event(behind(cursor), start);
            case Keyword.CAST -> CastParser.cast(behind(cursor), start);
            case Keyword.OPERATOR -> OperatorClassParser.create(behind(cursor), start);
            case Keyword.COLLATION -> DefineParser.collation(behind(cursor), start);
            case Keyword.TEXT -> DefineParser.textSearch(behind(cursor), start);
            case Keyword.ACCESS -> CastParser.accessMethod(behind(cursor), start);
            case Keyword.FOREIGN -> foreign(behind(cursor), start);
            case Keyword.SERVER -> ForeignDataParser.createServer(behind(cursor), start);
            case Keyword.DATABASE -> DatabaseParser.create(behind(cursor), start);
            case Keyword.TABLESPACE -> DatabaseParser.createTablespace(behind(cursor), start);
            case Keyword.ASSERTION -> throw assertion(cursor, start);
            default -> throw cursor.syntaxError();
        };
    }

    private static Statement user(Cursor cursor, int start) {
        if (cursor.at(Keyword.MAPPING, Keyword.IF) || cursor.at(Keyword.MAPPING, Keyword.FOR)) {
            cursor.advance();
            return ForeignDataParser.createMapping(cursor, start);
        }
        return RoleParser.create(cursor, start, Word.USER);
    }

    private static Statement event(Cursor cursor, int start) {
        cursor.expect(Keyword.TRIGGER);
        return TriggerParser.createEvent(cursor, start);
    }

    private static Statement foreign(Cursor cursor, int start) {
        if (cursor.accept(Keyword.TABLE)) {
            return CreateTableParser.createForeign(cursor, start);
        }
        cursor.expect(Keyword.DATA);
        cursor.expect(Keyword.WRAPPER);
        return ForeignDataParser.createWrapper(cursor, start);
    }

    /** CreateAssertionStmt: grammatical, and refused by its action. */
    private static SyntaxException assertion(Cursor cursor, int start) {
        SourceRange place = new SourceRange(start, start + "create".length());
        cursor.expect(Keyword.ASSERTION);
        Names.anyName(cursor);
        cursor.expect(Keyword.CHECK);
        ConstraintParser.parenthesized(cursor);
        ConstraintAttributes.spec(cursor);
        return cursor.error("CREATE ASSERTION is not yet implemented", place);
    }

    private static Cursor behind(Cursor cursor) {
        cursor.advance();
        return cursor;
    }
}
