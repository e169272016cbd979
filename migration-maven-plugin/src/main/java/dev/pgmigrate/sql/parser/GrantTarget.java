package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.GrantStatement.Scope;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.lexer.Keyword;
import java.util.ArrayList;
import java.util.List;

/** What privileges are granted on: privilege_target of the grammar. */
record GrantTarget(ObjectType type, Scope scope, List<ObjectReference> objects) {
    /** privilege_target. */
    static GrantTarget parse(Cursor cursor) {
        switch (cursor.kind()) {
            case Keyword.TABLE -> {
                cursor.advance();
                return relations(cursor, ObjectType.TABLE);
            }
            case Keyword.ALL -> {
                cursor.advance();
                return allInSchema(cursor);
            }
            case Keyword.FOREIGN -> {
                cursor.advance();
                if (cursor.accept(Keyword.SERVER)) {
                    return names(cursor, ObjectType.FOREIGN_SERVER);
                }
                cursor.expect(Keyword.DATA);
                cursor.expect(Keyword.WRAPPER);
                return names(cursor, ObjectType.FOREIGN_DATA_WRAPPER);
            }
            default -> {
                return isRelation(cursor) ? relations(cursor, ObjectType.TABLE) : ofType(cursor);
            }
        }
    }

    /** Whether the word that could name a kind of object is a table: then the list goes on or ends behind it. */
    private static boolean isRelation(Cursor cursor) {
        return switch (cursor.peek(1)) {
            case ',', '.', '[', Keyword.TO, Keyword.FROM -> true;
            default -> false;
        };
    }

    private static GrantTarget ofType(Cursor cursor) {
        int kind = cursor.kind();
        switch (kind) {
            case Keyword.SEQUENCE -> {
                cursor.advance();
                return relations(cursor, ObjectType.SEQUENCE);
            }
            case Keyword.FUNCTION, Keyword.PROCEDURE, Keyword.ROUTINE -> {
                ObjectType routine = FunctionParser.routineType(cursor);
                return objects(routine, cursor.list(c -> SignatureParser.function(c, routine)));
            }
            case Keyword.DATABASE -> {
                cursor.advance();
                return names(cursor, ObjectType.DATABASE);
            }
            case Keyword.DOMAIN -> {
                cursor.advance();
                return qualified(cursor, ObjectType.DOMAIN);
            }
            case Keyword.TYPE -> {
                cursor.advance();
                return qualified(cursor, ObjectType.TYPE);
            }
            case Keyword.LANGUAGE -> {
                cursor.advance();
                return names(cursor, ObjectType.LANGUAGE);
            }
            case Keyword.SCHEMA -> {
                cursor.advance();
                return names(cursor, ObjectType.SCHEMA);
            }
            case Keyword.TABLESPACE -> {
                cursor.advance();
                return names(cursor, ObjectType.TABLESPACE);
            }
            case Keyword.PARAMETER -> {
                cursor.advance();
                return objects(ObjectType.PARAMETER, cursor.list(GrantTarget::parameter));
            }
            case Keyword.LARGE -> {
                cursor.advance();
                cursor.expect(Keyword.OBJECT);
                return objects(ObjectType.LARGE_OBJECT, cursor.list(GrantTarget::largeObject));
            }
            default -> {
                return relations(cursor, ObjectType.TABLE);
            }
        }
    }

    private static GrantTarget objects(ObjectType type, List<ObjectReference> objects) {
        return new GrantTarget(type, Scope.OBJECTS, objects);
    }

    private static GrantTarget relations(Cursor cursor, ObjectType type) {
        return objects(type, cursor.list(c -> reference(type, Names.qualifiedName(c))));
    }

    private static GrantTarget qualified(Cursor cursor, ObjectType type) {
        return objects(type, cursor.list(c -> reference(type, Names.anyName(c))));
    }

    private static GrantTarget names(Cursor cursor, ObjectType type) {
        return objects(type, names(cursor.list(Names::colId), type));
    }

    private static List<ObjectReference> names(List<Name> names, ObjectType type) {
        return names.stream().map(name -> reference(type, ObjectName.of(name))).toList();
    }

    private static ObjectReference reference(ObjectType type, ObjectName name) {
        return new ObjectReference(type, name, null, null, name.range());
    }

    /** parameter_name. */
    private static ObjectReference parameter(Cursor cursor) {
        int start = cursor.start();
        List<Name> parts = new ArrayList<>();
        do {
            parts.add(Names.colId(cursor));
        } while (cursor.accept('.'));
        return reference(ObjectType.PARAMETER, new ObjectName(parts, cursor.rangeFrom(start)));
    }

    /** A large object's number. */
    static ObjectReference largeObject(Cursor cursor) {
        int start = cursor.start();
        String number = Names.numericOnly(cursor);
        SourceRange range = cursor.rangeFrom(start);
        return reference(ObjectType.LARGE_OBJECT, ObjectName.of(new Name(number, range)));
    }

    private static GrantTarget allInSchema(Cursor cursor) {
        ObjectType type = switch (cursor.kind()) {
            case Keyword.TABLES -> ObjectType.TABLE;
            case Keyword.SEQUENCES -> ObjectType.SEQUENCE;
            case Keyword.FUNCTIONS -> ObjectType.FUNCTION;
            case Keyword.PROCEDURES -> ObjectType.PROCEDURE;
            case Keyword.ROUTINES -> ObjectType.ROUTINE;
            default -> throw cursor.syntaxError();
        };
        cursor.advance();
        cursor.expect(Keyword.IN);
        cursor.expect(Keyword.SCHEMA);
        List<Name> schemas = Names.nameList(cursor);
        return new GrantTarget(type, Scope.ALL_IN_SCHEMA, names(schemas, ObjectType.SCHEMA));
    }

    /** defacl_privilege_target. */
    static ObjectType defaultType(Cursor cursor) {
        ObjectType type = switch (cursor.kind()) {
            case Keyword.TABLES -> ObjectType.TABLE;
            case Keyword.SEQUENCES -> ObjectType.SEQUENCE;
            case Keyword.FUNCTIONS, Keyword.ROUTINES -> ObjectType.FUNCTION;
            case Keyword.TYPES -> ObjectType.TYPE;
            case Keyword.SCHEMAS -> ObjectType.SCHEMA;
            case Keyword.LARGE -> ObjectType.LARGE_OBJECT;
            default -> throw cursor.syntaxError();
        };
        cursor.advance();
        if (type == ObjectType.LARGE_OBJECT) {
            cursor.expect(Keyword.OBJECTS);
        }
        return type;
    }
}
