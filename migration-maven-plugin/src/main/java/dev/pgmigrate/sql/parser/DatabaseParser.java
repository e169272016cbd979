package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.DatabaseStatement.AlterDatabase;
import dev.pgmigrate.sql.ast.DatabaseStatement.AlterDatabaseRefreshCollation;
import dev.pgmigrate.sql.ast.DatabaseStatement.AlterDatabaseSet;
import dev.pgmigrate.sql.ast.DatabaseStatement.AlterTablespace;
import dev.pgmigrate.sql.ast.DatabaseStatement.CreateDatabase;
import dev.pgmigrate.sql.ast.DatabaseStatement.CreateTablespace;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.RoleSpec;
import dev.pgmigrate.sql.ast.SettingChange;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.parser.AlterObjectParser.Form;
import java.util.ArrayList;
import java.util.List;

/** Parses statements on databases and tablespaces. */
final class DatabaseParser {
    private DatabaseParser() {}

    /** CreatedbStmt, behind DATABASE. */
    static Statement create(Cursor cursor, int start) {
        Name name = Names.colId(cursor);
        SequenceParser.optWith(cursor);
        List<DefElem> options = options(cursor);
        return new CreateDatabase(name, options, cursor.rangeFrom(start));
    }

    /** createdb_opt_list. */
    private static List<DefElem> options(Cursor cursor) {
        List<DefElem> options = new ArrayList<>();
        while (atOption(cursor)) {
            options.add(option(cursor));
        }
        return List.copyOf(options);
    }

    private static boolean atOption(Cursor cursor) {
        return switch (cursor.kind()) {
            case Token.IDENT,
                    Keyword.CONNECTION,
                    Keyword.ENCODING,
                    Keyword.LOCATION,
                    Keyword.OWNER,
                    Keyword.TABLESPACE,
                    Keyword.TEMPLATE -> true;
            default -> false;
        };
    }

    private static DefElem option(Cursor cursor) {
        Name name = cursor.takeName();
        if (name.text().equals("connection") && cursor.tokens().kind(cursor.index() - 1) == Keyword.CONNECTION) {
            cursor.expect(Keyword.LIMIT);
            name = new Name("connection_limit", cursor.rangeFrom(name.range().start()));
        }
        cursor.accept('=');
        SourceRange place = cursor.range();
        DefElem.Arg arg = cursor.accept(Keyword.DEFAULT)
                ? new DefElem.Arg(DefElem.Kind.WORD, "default", place)
                : OptionParser.optionValue(cursor);
        return OptionParser.element(cursor, name, arg);
    }

    /** Every ALTER DATABASE, behind DATABASE. */
    static Statement alter(Cursor cursor, int start) {
        Name name = Names.colId(cursor);
        switch (cursor.kind()) {
            case Keyword.WITH, Token.WITH_LA -> {
                // Unlike CREATE DATABASE, ALTER DATABASE spells WITH out.
                cursor.expect(Keyword.WITH);
                return new AlterDatabase(name, options(cursor), cursor.rangeFrom(start));
            }
            case Keyword.RENAME -> {
                return AlterObjectParser.alter(cursor, start, reference(name), Form.RENAME);
            }
            case Keyword.OWNER -> {
                if (cursor.peek(1) == Keyword.TO) {
                    return AlterObjectParser.alter(cursor, start, reference(name), Form.OWNER);
                }
                return new AlterDatabase(name, options(cursor), cursor.rangeFrom(start));
            }
            case Keyword.REFRESH -> {
                cursor.advance();
                cursor.expect(Keyword.COLLATION);
                cursor.expect(Keyword.VERSION);
                return new AlterDatabaseRefreshCollation(name, cursor.rangeFrom(start));
            }
            case Keyword.SET -> {
                if (cursor.peek(1) == Keyword.TABLESPACE && Keywords.isColId(cursor.peek(2))) {
                    cursor.advance();
                    List<DefElem> tablespace = List.of(tablespace(cursor));
                    return new AlterDatabase(name, tablespace, cursor.rangeFrom(start));
                }
                return set(cursor, start, name);
            }
            case Keyword.RESET -> {
                return set(cursor, start, name);
            }
            default -> {
                return new AlterDatabase(name, options(cursor), cursor.rangeFrom(start));
            }
        }
    }

    private static DefElem tablespace(Cursor cursor) {
        Name option = cursor.takeName();
        Name value = Names.colId(cursor);
        DefElem.Arg arg = new DefElem.Arg(DefElem.Kind.WORD, value.text(), value.range());
        return OptionParser.element(cursor, option, arg);
    }

    private static Statement set(Cursor cursor, int start, Name name) {
        SettingChange change = SettingParser.setResetClause(cursor);
        return new AlterDatabaseSet(name, change, cursor.rangeFrom(start));
    }

    private static ObjectReference reference(Name name) {
        return new ObjectReference(ObjectType.DATABASE, ObjectName.of(name), null, null, name.range());
    }

    /** CreateTableSpaceStmt, behind TABLESPACE. */
    static Statement createTablespace(Cursor cursor, int start) {
        Name name = Names.colId(cursor);
        RoleSpec owner = cursor.accept(Keyword.OWNER) ? Names.roleSpec(cursor) : null;
        cursor.expect(Keyword.LOCATION);
        String location = Names.sconst(cursor);
        List<DefElem> options = OptionParser.optWithReloptions(cursor);
        return new CreateTablespace(name, owner, location, options, cursor.rangeFrom(start));
    }

    /** AlterTblSpcStmt and the general forms, behind TABLESPACE. */
    static Statement alterTablespace(Cursor cursor, int start) {
        Name name = Names.colId(cursor);
        boolean reset = cursor.accept(Keyword.RESET);
        if (reset || cursor.accept(Keyword.SET)) {
            List<DefElem> options = OptionParser.reloptions(cursor);
            return new AlterTablespace(name, reset, options, cursor.rangeFrom(start));
        }
        ObjectReference object =
                new ObjectReference(ObjectType.TABLESPACE, ObjectName.of(name), null, null, name.range());
        return AlterObjectParser.alter(cursor, start, object, Form.RENAME, Form.OWNER);
    }
}
