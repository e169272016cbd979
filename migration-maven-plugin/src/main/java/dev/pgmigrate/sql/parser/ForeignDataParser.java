package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.ForeignDataStatement.AlterFdw;
import dev.pgmigrate.sql.ast.ForeignDataStatement.AlterServer;
import dev.pgmigrate.sql.ast.ForeignDataStatement.AlterUserMapping;
import dev.pgmigrate.sql.ast.ForeignDataStatement.CreateFdw;
import dev.pgmigrate.sql.ast.ForeignDataStatement.CreateServer;
import dev.pgmigrate.sql.ast.ForeignDataStatement.CreateUserMapping;
import dev.pgmigrate.sql.ast.ForeignDataStatement.ImportForeignSchema;
import dev.pgmigrate.sql.ast.ForeignDataStatement.Selection;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.RoleSpec;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.parser.AlterObjectParser.Form;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses statements on foreign data wrappers, servers and user mappings, and IMPORT FOREIGN SCHEMA. */
final class ForeignDataParser {
    private ForeignDataParser() {}

    /** CreateFdwStmt, behind FOREIGN DATA WRAPPER. */
    static Statement createWrapper(Cursor cursor, int start) {
        Name name = Names.colId(cursor);
        List<DefElem> functions = functions(cursor);
        List<DefElem> options = OptionParser.createGenericOptions(cursor);
        return new CreateFdw(name, functions, options, cursor.rangeFrom(start));
    }

    /** opt_fdw_options. */
    private static List<DefElem> functions(Cursor cursor) {
        List<DefElem> functions = new ArrayList<>();
        while (cursor.at(Keyword.HANDLER) || cursor.at(Keyword.VALIDATOR) || cursor.at(Keyword.NO)) {
            boolean no = cursor.accept(Keyword.NO);
            if (!cursor.at(Keyword.HANDLER) && !cursor.at(Keyword.VALIDATOR)) {
                throw cursor.syntaxError();
            }
            Name option = cursor.takeName();
            DefElem.Arg arg = null;
            if (!no) {
                ObjectName function = Names.anyName(cursor);
                arg = new DefElem.Arg(DefElem.Kind.WORD, function.toString(), function.range());
            }
            functions.add(OptionParser.element(cursor, option, arg));
        }
        return List.copyOf(functions);
    }

    /** AlterFdwStmt and the general forms, behind FOREIGN DATA WRAPPER. */
    static Statement alterWrapper(Cursor cursor, int start) {
        Name name = Names.colId(cursor);
        if (cursor.at(Keyword.RENAME) || cursor.at(Keyword.OWNER)) {
            return general(cursor, start, ObjectType.FOREIGN_DATA_WRAPPER, name);
        }
        List<DefElem> functions = functions(cursor);
        List<DefElem> options = functions.isEmpty() || cursor.at(Keyword.OPTIONS)
                ? OptionParser.alterGenericOptions(cursor)
                : List.of();
        return new AlterFdw(name, functions, options, cursor.rangeFrom(start));
    }

    private static Statement general(Cursor cursor, int start, ObjectType type, Name name) {
        ObjectReference object = new ObjectReference(type, ObjectName.of(name), null, null, name.range());
        return AlterObjectParser.alter(cursor, start, object, Form.RENAME, Form.OWNER);
    }

    /** CreateForeignServerStmt, behind SERVER. */
    static Statement createServer(Cursor cursor, int start) {
        boolean ifNotExists = OptionParser.ifNotExists(cursor);
        Name name = Names.colId(cursor);
        String type = cursor.accept(Keyword.TYPE) ? Names.sconst(cursor) : null;
        String version = cursor.at(Keyword.VERSION) ? version(cursor) : null;
        cursor.expect(Keyword.FOREIGN);
        cursor.expect(Keyword.DATA);
        cursor.expect(Keyword.WRAPPER);
        Name wrapper = Names.colId(cursor);
        List<DefElem> options = OptionParser.createGenericOptions(cursor);
        return new CreateServer(ifNotExists, name, type, version, wrapper, options, cursor.rangeFrom(start));
    }

    /** foreign_server_version. */
    private static @Nullable String version(Cursor cursor) {
        cursor.expect(Keyword.VERSION);
        return cursor.accept(Keyword.NULL) ? null : Names.sconst(cursor);
    }

    /** AlterForeignServerStmt and the general forms, behind SERVER. */
    static Statement alterServer(Cursor cursor, int start) {
        Name name = Names.colId(cursor);
        if (cursor.at(Keyword.RENAME) || cursor.at(Keyword.OWNER)) {
            return general(cursor, start, ObjectType.FOREIGN_SERVER, name);
        }
        boolean versioned = cursor.at(Keyword.VERSION);
        String version = versioned ? version(cursor) : null;
        List<DefElem> options =
                !versioned || cursor.at(Keyword.OPTIONS) ? OptionParser.alterGenericOptions(cursor) : List.of();
        return new AlterServer(name, version, options, cursor.rangeFrom(start));
    }

    /** CreateUserMappingStmt, behind USER MAPPING. */
    static Statement createMapping(Cursor cursor, int start) {
        boolean ifNotExists = OptionParser.optIfNotExists(cursor);
        int mapped = cursor.start();
        cursor.expect(Keyword.FOR);
        RoleSpec user = authIdent(cursor);
        cursor.expect(Keyword.SERVER);
        Name server = Names.colId(cursor);
        SourceRange mapping = cursor.rangeFrom(mapped);
        List<DefElem> options = OptionParser.createGenericOptions(cursor);
        return new CreateUserMapping(ifNotExists, user, server, mapping, options, cursor.rangeFrom(start));
    }

    /** AlterUserMappingStmt, behind USER MAPPING. */
    static Statement alterMapping(Cursor cursor, int start) {
        cursor.expect(Keyword.FOR);
        RoleSpec user = authIdent(cursor);
        cursor.expect(Keyword.SERVER);
        Name server = Names.colId(cursor);
        List<DefElem> options = OptionParser.alterGenericOptions(cursor);
        return new AlterUserMapping(user, server, options, cursor.rangeFrom(start));
    }

    /** auth_ident: USER stands for the current one. */
    static RoleSpec authIdent(Cursor cursor) {
        return cursor.at(Keyword.USER)
                ? new RoleSpec(RoleSpec.Kind.CURRENT_USER, cursor.takeName(), cursor.previousRange())
                : Names.roleSpec(cursor);
    }

    /** ImportForeignSchemaStmt. */
    static Statement importSchema(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.IMPORT);
        cursor.expect(Keyword.FOREIGN);
        cursor.expect(Keyword.SCHEMA);
        Name remote = Names.colId(cursor);
        Selection selection = Selection.ALL;
        List<ObjectName> tables = List.of();
        if (cursor.accept(Keyword.LIMIT)) {
            cursor.expect(Keyword.TO);
            selection = Selection.LIMIT_TO;
            tables = tables(cursor);
        } else if (cursor.accept(Keyword.EXCEPT)) {
            selection = Selection.EXCEPT;
            tables = tables(cursor);
        }
        cursor.expect(Keyword.FROM);
        cursor.expect(Keyword.SERVER);
        Name server = Names.colId(cursor);
        cursor.expect(Keyword.INTO);
        Name local = Names.colId(cursor);
        List<DefElem> options = OptionParser.createGenericOptions(cursor);
        return new ImportForeignSchema(remote, selection, tables, server, local, options, cursor.rangeFrom(start));
    }

    private static List<ObjectName> tables(Cursor cursor) {
        cursor.expect('(');
        List<ObjectName> tables = cursor.list(c -> RelationName.parse(c).name());
        cursor.expect(')');
        return tables;
    }
}
