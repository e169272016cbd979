package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.RoleSpec;
import dev.pgmigrate.sql.ast.RoleStatement.AlterRole;
import dev.pgmigrate.sql.ast.RoleStatement.AlterRoleSet;
import dev.pgmigrate.sql.ast.RoleStatement.CreateRole;
import dev.pgmigrate.sql.ast.RoleStatement.DropOwned;
import dev.pgmigrate.sql.ast.RoleStatement.ReassignOwned;
import dev.pgmigrate.sql.ast.RoleStatement.RoleOption;
import dev.pgmigrate.sql.ast.RoleStatement.Word;
import dev.pgmigrate.sql.ast.SettingChange;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses statements on roles. */
final class RoleParser {
    private RoleParser() {}

    /** CreateRoleStmt, CreateUserStmt and CreateGroupStmt, behind their word. */
    static Statement create(Cursor cursor, int start, Word word) {
        Name name = Names.roleId(cursor);
        SequenceParser.optWith(cursor);
        List<RoleOption> options = new ArrayList<>();
        while (atOption(cursor) || atCreateOption(cursor)) {
            options.add(createOption(cursor));
        }
        return new CreateRole(word, name, List.copyOf(options), cursor.rangeFrom(start));
    }

    private static boolean atOption(Cursor cursor) {
        return switch (cursor.kind()) {
            case Token.IDENT,
                    Keyword.PASSWORD,
                    Keyword.ENCRYPTED,
                    Keyword.UNENCRYPTED,
                    Keyword.INHERIT,
                    Keyword.CONNECTION,
                    Keyword.VALID,
                    Keyword.USER -> true;
            default -> false;
        };
    }

    private static boolean atCreateOption(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.SYSID, Keyword.ADMIN, Keyword.ROLE, Keyword.IN -> true;
            default -> false;
        };
    }

    /** CreateOptRoleElem. */
    private static RoleOption createOption(Cursor cursor) {
        int start = cursor.start();
        if (cursor.accept(Keyword.SYSID)) {
            String id = Integer.toString(Names.iconst(cursor));
            return new RoleOption("sysid", id, List.of(), cursor.rangeFrom(start));
        }
        if (cursor.accept(Keyword.ADMIN)) {
            return new RoleOption("adminmembers", null, Names.roleList(cursor), cursor.rangeFrom(start));
        }
        if (cursor.accept(Keyword.ROLE)) {
            return new RoleOption("rolemembers", null, Names.roleList(cursor), cursor.rangeFrom(start));
        }
        if (cursor.accept(Keyword.IN)) {
            if (!cursor.accept(Keyword.GROUP)) {
                cursor.expect(Keyword.ROLE);
            }
            return new RoleOption("addroleto", null, Names.roleList(cursor), cursor.rangeFrom(start));
        }
        return option(cursor);
    }

    /** AlterOptRoleElem. */
    private static RoleOption option(Cursor cursor) {
        int start = cursor.start();
        SourceRange place = cursor.range();
        int kind = cursor.kind();
        if (kind == Token.IDENT) {
            return flag(cursor);
        }
        cursor.advance();
        switch (kind) {
            case Keyword.PASSWORD -> {
                String password = cursor.accept(Keyword.NULL) ? null : Names.sconst(cursor);
                return new RoleOption("password", password, List.of(), cursor.rangeFrom(start));
            }
            case Keyword.ENCRYPTED -> {
                cursor.expect(Keyword.PASSWORD);
                return new RoleOption("password", Names.sconst(cursor), List.of(), cursor.rangeFrom(start));
            }
            case Keyword.UNENCRYPTED -> {
                cursor.expect(Keyword.PASSWORD);
                Names.sconst(cursor);
                throw cursor.error("UNENCRYPTED PASSWORD is no longer supported", place);
            }
            case Keyword.INHERIT -> {
                return new RoleOption("inherit", "true", List.of(), place);
            }
            case Keyword.CONNECTION -> {
                cursor.expect(Keyword.LIMIT);
                String limit = Integer.toString(Names.signedIconst(cursor));
                return new RoleOption("connectionlimit", limit, List.of(), cursor.rangeFrom(start));
            }
            case Keyword.VALID -> {
                cursor.expect(Keyword.UNTIL);
                return new RoleOption("validUntil", Names.sconst(cursor), List.of(), cursor.rangeFrom(start));
            }
            default -> {
                return new RoleOption("rolemembers", null, Names.roleList(cursor), cursor.rangeFrom(start));
            }
        }
    }

    /** The options that are no keywords. */
    private static RoleOption flag(Cursor cursor) {
        Name word = cursor.takeName();
        String text = word.text();
        return switch (text) {
            case "superuser", "createrole", "createdb", "bypassrls" -> flag(word, text, true);
            case "nosuperuser", "nocreaterole", "nocreatedb", "nobypassrls", "noinherit" ->
                flag(word, text.substring(2), false);
            case "replication" -> flag(word, "isreplication", true);
            case "noreplication" -> flag(word, "isreplication", false);
            case "login" -> flag(word, "canlogin", true);
            case "nologin" -> flag(word, "canlogin", false);
            default -> throw cursor.error("unrecognized role option \"" + text + "\"", word.range());
        };
    }

    private static RoleOption flag(Name word, String name, boolean on) {
        return new RoleOption(name, Boolean.toString(on), List.of(), word.range());
    }

    /** AlterRoleStmt, AlterRoleSetStmt and the RENAME of a role, behind ROLE or USER. */
    static Statement alter(Cursor cursor, int start) {
        if (cursor.accept(Keyword.ALL)) {
            return set(cursor, start, null);
        }
        RoleSpec role = Names.roleSpec(cursor);
        if (cursor.at(Keyword.RENAME)) {
            return rename(cursor, start, role);
        }
        if (cursor.at(Keyword.IN) || cursor.at(Keyword.SET) || cursor.at(Keyword.RESET)) {
            return set(cursor, start, role);
        }
        SequenceParser.optWith(cursor);
        List<RoleOption> options = new ArrayList<>();
        while (atOption(cursor)) {
            options.add(option(cursor));
        }
        return new AlterRole(role, List.copyOf(options), cursor.rangeFrom(start));
    }

    private static Statement set(Cursor cursor, int start, @Nullable RoleSpec role) {
        Name database = null;
        if (cursor.accept(Keyword.IN)) {
            cursor.expect(Keyword.DATABASE);
            database = Names.colId(cursor);
        }
        if (!cursor.at(Keyword.SET) && !cursor.at(Keyword.RESET)) {
            throw cursor.syntaxError();
        }
        SettingChange change = SettingParser.setResetClause(cursor);
        return new AlterRoleSet(role, database, change, cursor.rangeFrom(start));
    }

    private static Statement rename(Cursor cursor, int start, RoleSpec role) {
        Name name = Names.roleId(cursor, role);
        ObjectReference object = new ObjectReference(ObjectType.ROLE, ObjectName.of(name), null, null, role.range());
        cursor.expect(Keyword.RENAME);
        cursor.expect(Keyword.TO);
        Name newName = Names.roleId(cursor);
        return new ObjectStatement.Rename(object, null, false, false, newName, false, cursor.rangeFrom(start));
    }

    /** AlterGroupStmt and the RENAME of a group, behind GROUP. */
    static Statement alterGroup(Cursor cursor, int start) {
        RoleSpec role = Names.roleSpec(cursor);
        if (!cursor.at(Keyword.ADD) && !cursor.at(Keyword.DROP)) {
            return rename(cursor, start, role);
        }
        int from = cursor.start();
        boolean add = cursor.accept(Keyword.ADD);
        if (!add) {
            cursor.expect(Keyword.DROP);
        }
        cursor.expect(Keyword.USER);
        List<RoleSpec> members = Names.roleList(cursor);
        RoleOption option = new RoleOption("rolemembers", add ? "add" : "drop", members, cursor.rangeFrom(from));
        return new AlterRole(role, List.of(option), cursor.rangeFrom(start));
    }

    /** ReassignOwnedStmt. */
    static Statement reassignOwned(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.REASSIGN);
        cursor.expect(Keyword.OWNED);
        cursor.expect(Keyword.BY);
        List<RoleSpec> roles = Names.roleList(cursor);
        cursor.expect(Keyword.TO);
        RoleSpec owner = Names.roleSpec(cursor);
        return new ReassignOwned(roles, owner, cursor.rangeFrom(start));
    }

    /** DropOwnedStmt, behind OWNED. */
    static Statement dropOwned(Cursor cursor, int start) {
        cursor.expect(Keyword.BY);
        List<RoleSpec> roles = Names.roleList(cursor);
        boolean cascade = OptionParser.optDropBehavior(cursor);
        return new DropOwned(roles, cascade, cursor.rangeFrom(start));
    }
}
