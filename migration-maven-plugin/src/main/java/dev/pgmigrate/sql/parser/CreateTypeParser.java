package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.DefineStatement.Define;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TypeStatement.AddEnumValue;
import dev.pgmigrate.sql.ast.TypeStatement.AlterType;
import dev.pgmigrate.sql.ast.TypeStatement.CreateCompositeType;
import dev.pgmigrate.sql.ast.TypeStatement.CreateEnum;
import dev.pgmigrate.sql.ast.TypeStatement.CreateRange;
import dev.pgmigrate.sql.ast.TypeStatement.Label;
import dev.pgmigrate.sql.ast.TypeStatement.Placement;
import dev.pgmigrate.sql.ast.TypeStatement.RenameEnumValue;
import dev.pgmigrate.sql.lexer.Keyword;
import java.util.List;

/** Parses CREATE TYPE and ALTER TYPE in all their forms. */
final class CreateTypeParser {
    private CreateTypeParser() {}

    /** CREATE TYPE, behind TYPE. */
    static Statement create(Cursor cursor, int start) {
        ObjectName name = Names.anyName(cursor);
        if (!cursor.accept(Keyword.AS)) {
            List<DefElem> definition = cursor.at('(') ? OptionParser.definition(cursor) : List.of();
            return new Define(ObjectType.TYPE, false, false, name, null, definition, null, cursor.rangeFrom(start));
        }
        if (cursor.accept(Keyword.ENUM)) {
            cursor.expect('(');
            List<Label> labels = cursor.at(')') ? List.of() : cursor.list(CreateTypeParser::label);
            cursor.expect(')');
            return new CreateEnum(name, labels, cursor.rangeFrom(start));
        }
        if (cursor.accept(Keyword.RANGE)) {
            List<DefElem> definition = OptionParser.definition(cursor);
            return new CreateRange(name, definition, cursor.rangeFrom(start));
        }
        cursor.expect('(');
        List<ColumnDef> attributes = cursor.at(')') ? List.of() : cursor.list(ColumnParser::attribute);
        cursor.expect(')');
        return new CreateCompositeType(name, attributes, cursor.rangeFrom(start));
    }

    private static Label label(Cursor cursor) {
        SourceRange place = cursor.range();
        return new Label(Names.sconst(cursor), place);
    }

    /** ALTER TYPE, behind TYPE. */
    static Statement alter(Cursor cursor, int start) {
        ObjectName name = Names.anyName(cursor);
        ObjectReference object = new ObjectReference(ObjectType.TYPE, name, null, null, name.range());
        switch (cursor.kind()) {
            case Keyword.RENAME -> {
                cursor.advance();
                return rename(cursor, start, object);
            }
            case Keyword.OWNER -> {
                return AlterObjectParser.alter(cursor, start, object, AlterObjectParser.Form.OWNER);
            }
            case Keyword.SET -> {
                if (cursor.peek(1) == Keyword.SCHEMA) {
                    return AlterObjectParser.setSchema(cursor, start, object, false);
                }
                cursor.advance();
                List<DefElem> options = OptionParser.definition(cursor);
                return new AlterType(name, options, cursor.rangeFrom(start));
            }
            case Keyword.ADD -> {
                if (cursor.accept(Keyword.ADD, Keyword.VALUE)) {
                    return addValue(cursor, start, name);
                }
            }
            case Keyword.DROP -> {
                SourceRange drop = cursor.range();
                if (cursor.accept(Keyword.DROP, Keyword.VALUE)) {
                    Names.sconst(cursor);
                    throw cursor.error("dropping an enum value is not implemented", drop);
                }
            }
            default -> {}
        }
        List<AlterTableAction> actions = cursor.list(AlterTableParser::attributeAction);
        return new TableStatement.AlterTable(ObjectType.TYPE, false, false, name, actions, cursor.rangeFrom(start));
    }

    private static Statement rename(Cursor cursor, int start, ObjectReference object) {
        if (cursor.at(Keyword.ATTRIBUTE)) {
            return AlterTableParser.renameAttribute(cursor, start, object.name());
        }
        if (!cursor.accept(Keyword.VALUE)) {
            return AlterObjectParser.renameTo(cursor, start, object, null, false, false);
        }
        Label old = label(cursor);
        cursor.expect(Keyword.TO);
        Label renamed = label(cursor);
        return new RenameEnumValue(object.name(), old, renamed, cursor.rangeFrom(start));
    }

    private static Statement addValue(Cursor cursor, int start, ObjectName name) {
        boolean ifNotExists = OptionParser.optIfNotExists(cursor);
        Label value = label(cursor);
        Placement placement = null;
        if (cursor.accept(Keyword.BEFORE)) {
            placement = Placement.BEFORE;
        } else if (cursor.accept(Keyword.AFTER)) {
            placement = Placement.AFTER;
        }
        Label neighbour = placement == null ? null : label(cursor);
        return new AddEnumValue(name, ifNotExists, value, placement, neighbour, cursor.rangeFrom(start));
    }
}
