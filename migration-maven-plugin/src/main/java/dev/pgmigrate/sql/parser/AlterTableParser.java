package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectStatement.Rename;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PartitionBound;
import dev.pgmigrate.sql.ast.RoleSpec;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.AlterTableMoveAll;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.lexer.Keyword;
import java.util.List;

/** Parses ALTER of tables and of what is altered like them: indexes, sequences, views, materialized views, foreign tables. */
final class AlterTableParser {
    private AlterTableParser() {}

    /** AlterTableStmt, RenameStmt and AlterObjectSchemaStmt of a relation, behind the words that name its kind. */
    static Statement alter(Cursor cursor, int start, ObjectType type) {
        boolean movable = type == ObjectType.TABLE || type == ObjectType.INDEX || type == ObjectType.MATERIALIZED_VIEW;
        if (movable && cursor.accept(Keyword.ALL)) {
            return moveAll(cursor, start, type);
        }
        boolean ifExists = OptionParser.ifExists(cursor);
        boolean table = type == ObjectType.TABLE || type == ObjectType.FOREIGN_TABLE;
        RelationName relation;
        if (table) {
            relation = RelationName.parse(cursor);
        } else {
            ObjectName name = Names.qualifiedName(cursor);
            relation = new RelationName(false, name, name.range());
        }
        ObjectReference object = new ObjectReference(type, relation.name(), null, null, relation.range());
        switch (cursor.kind()) {
            case Keyword.RENAME -> {
                return rename(cursor, start, object, ifExists, relation.only());
            }
            case Keyword.SET -> {
                if (cursor.peek(1) == Keyword.SCHEMA && type != ObjectType.INDEX) {
                    return AlterObjectParser.setSchema(cursor, start, object, ifExists);
                }
            }
            case Keyword.NO, Keyword.DEPENDS -> {
                boolean mayDepend = type == ObjectType.INDEX || type == ObjectType.MATERIALIZED_VIEW;
                if (mayDepend && !ifExists && !cursor.at(Keyword.NO, Keyword.INHERIT) && !atNoForce(cursor)) {
                    return AlterObjectParser.depends(cursor, start, object);
                }
            }
            default -> {}
        }
        if (type == ObjectType.SEQUENCE && atSequenceOption(cursor)) {
            return SequenceParser.alter(cursor, start, ifExists, relation.name());
        }
        List<AlterTableAction> actions = partitionCommand(cursor, type);
        if (actions.isEmpty()) {
            actions = cursor.list(AlterActionParser::action);
        }
        return new AlterTable(type, ifExists, relation.only(), relation.name(), actions, cursor.rangeFrom(start));
    }

    private static boolean atNoForce(Cursor cursor) {
        return cursor.at(Keyword.NO, Keyword.FORCE);
    }

    private static boolean atSequenceOption(Cursor cursor) {
        boolean table = cursor.at(Keyword.NO, Keyword.INHERIT) || atNoForce(cursor);
        return SequenceParser.atOption(cursor) && !table;
    }

    /** {@code ALL IN TABLESPACE …}. */
    private static Statement moveAll(Cursor cursor, int start, ObjectType type) {
        cursor.expect(Keyword.IN);
        cursor.expect(Keyword.TABLESPACE);
        ObjectName from = ObjectName.of(Names.colId(cursor));
        List<RoleSpec> owners = List.of();
        if (cursor.accept(Keyword.OWNED)) {
            cursor.expect(Keyword.BY);
            owners = Names.roleList(cursor);
        }
        cursor.expect(Keyword.SET);
        cursor.expect(Keyword.TABLESPACE);
        Name to = Names.colId(cursor);
        boolean nowait = cursor.accept(Keyword.NOWAIT);
        return new AlterTableMoveAll(type, from, owners, to, nowait, cursor.rangeFrom(start));
    }

    private static Statement rename(Cursor cursor, int start, ObjectReference object, boolean ifExists, boolean only) {
        cursor.expect(Keyword.RENAME);
        boolean columns = object.type() != ObjectType.INDEX && object.type() != ObjectType.SEQUENCE;
        if (!columns || cursor.at(Keyword.TO)) {
            return AlterObjectParser.renameTo(cursor, start, object, object.type(), ifExists, only);
        }
        ObjectType part = ObjectType.COLUMN;
        if (object.type() == ObjectType.TABLE && cursor.accept(Keyword.CONSTRAINT)) {
            part = ObjectType.TABLE_CONSTRAINT;
        } else {
            cursor.accept(Keyword.COLUMN);
        }
        Name name = Names.colId(cursor);
        ObjectReference renamed = new ObjectReference(part, ObjectName.of(name), object.name(), null, name.range());
        return AlterObjectParser.renameTo(cursor, start, renamed, object.type(), ifExists, only);
    }

    /** partition_cmd and index_partition_cmd, which stand alone; empty where none begins here. */
    private static List<AlterTableAction> partitionCommand(Cursor cursor, ObjectType type) {
        int start = cursor.start();
        boolean table = type == ObjectType.TABLE;
        if ((table || type == ObjectType.INDEX) && cursor.accept(Keyword.ATTACH)) {
            cursor.expect(Keyword.PARTITION);
            ObjectName partition = Names.qualifiedName(cursor);
            PartitionBound bound = table ? PartitionParser.bound(cursor) : null;
            return List.of(new AlterTableAction.AttachPartition(partition, bound, cursor.rangeFrom(start)));
        }
        if (table && cursor.accept(Keyword.DETACH)) {
            cursor.expect(Keyword.PARTITION);
            ObjectName partition = Names.qualifiedName(cursor);
            boolean concurrently = cursor.accept(Keyword.CONCURRENTLY);
            boolean finalizing = !concurrently && cursor.accept(Keyword.FINALIZE);
            return List.of(
                    new AlterTableAction.DetachPartition(partition, concurrently, finalizing, cursor.rangeFrom(start)));
        }
        return List.of();
    }

    /** RENAME ATTRIBUTE and the actions of ALTER TYPE on a composite type (alter_type_cmd). */
    static AlterTableAction attributeAction(Cursor cursor) {
        int start = cursor.start();
        switch (cursor.kind()) {
            case Keyword.ADD -> {
                cursor.advance();
                cursor.expect(Keyword.ATTRIBUTE);
                ColumnDef attribute = ColumnParser.attribute(cursor);
                boolean cascadeAdd = OptionParser.optDropBehavior(cursor);
                return new AlterTableAction.AddColumn(false, attribute, cascadeAdd, cursor.rangeFrom(start));
            }
            case Keyword.DROP -> {
                cursor.advance();
                cursor.expect(Keyword.ATTRIBUTE);
                boolean ifExists = OptionParser.ifExists(cursor);
                Name dropped = Names.colId(cursor);
                boolean cascade = OptionParser.optDropBehavior(cursor);
                return new AlterTableAction.DropColumn(ifExists, dropped, cascade, cursor.rangeFrom(start));
            }
            default -> {
                return alterAttribute(cursor, start);
            }
        }
    }

    private static AlterTableAction alterAttribute(Cursor cursor, int start) {
        cursor.expect(Keyword.ALTER);
        cursor.expect(Keyword.ATTRIBUTE);
        Name name = Names.colId(cursor);
        if (cursor.accept(Keyword.SET)) {
            cursor.expect(Keyword.DATA);
        }
        cursor.expect(Keyword.TYPE);
        TypeName type = TypeParser.typename(cursor);
        ObjectName collation = ColumnParser.optCollate(cursor);
        boolean cascade = OptionParser.optDropBehavior(cursor);
        return new AlterTableAction.AlterColumnType(name, type, collation, null, cascade, cursor.rangeFrom(start));
    }

    /** {@code RENAME ATTRIBUTE name TO name}, behind RENAME. */
    static Statement renameAttribute(Cursor cursor, int start, ObjectName type) {
        cursor.expect(Keyword.ATTRIBUTE);
        Name name = Names.colId(cursor);
        ObjectReference object =
                new ObjectReference(ObjectType.ATTRIBUTE, ObjectName.of(name), type, null, name.range());
        cursor.expect(Keyword.TO);
        Name newName = Names.colId(cursor);
        boolean cascade = OptionParser.optDropBehavior(cursor);
        return new Rename(object, ObjectType.TYPE, false, false, newName, cascade, cursor.rangeFrom(start));
    }
}
