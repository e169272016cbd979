package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.GrantStatement.AlterDefaultPrivileges;
import dev.pgmigrate.sql.ast.GrantStatement.Grant;
import dev.pgmigrate.sql.ast.GrantStatement.GrantRole;
import dev.pgmigrate.sql.ast.GrantStatement.Privilege;
import dev.pgmigrate.sql.ast.GrantStatement.Scope;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.RoleSpec;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses GRANT, REVOKE and ALTER DEFAULT PRIVILEGES. */
final class GrantParser {
    private GrantParser() {}

    /** GrantStmt and GrantRoleStmt. */
    static Statement grant(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.GRANT);
        boolean all = cursor.at(Keyword.ALL);
        List<Privilege> privileges = privileges(cursor);
        if (all || cursor.at(Keyword.ON)) {
            cursor.expect(Keyword.ON);
            GrantTarget target = GrantTarget.parse(cursor);
            cursor.expect(Keyword.TO);
            List<RoleSpec> grantees = cursor.list(GrantParser::grantee);
            boolean grantOption = withGrantOption(cursor);
            RoleSpec grantor = grantedBy(cursor);
            return new Grant(
                    true,
                    privileges,
                    target.type(),
                    target.scope(),
                    target.objects(),
                    grantees,
                    grantOption,
                    grantor,
                    false,
                    cursor.rangeFrom(start));
        }
        cursor.expect(Keyword.TO);
        List<RoleSpec> grantees = Names.roleList(cursor);
        List<DefElem> options = List.of();
        if (cursor.accept(Keyword.WITH)) {
            options = cursor.list(GrantParser::roleOption);
        }
        RoleSpec grantor = grantedBy(cursor);
        return new GrantRole(true, privileges, grantees, options, grantor, false, cursor.rangeFrom(start));
    }

    /** RevokeStmt and RevokeRoleStmt. */
    static Statement revoke(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.REVOKE);
        boolean grantOption = grantOptionFor(cursor);
        List<DefElem> options = List.of();
        boolean roleOption = false;
        if (!grantOption && Keywords.isColId(cursor.kind()) && cursor.peek(1) == Keyword.OPTION) {
            Name name = Names.colId(cursor);
            cursor.expect(Keyword.OPTION);
            cursor.expect(Keyword.FOR);
            options = List.of(OptionParser.element(cursor, name, null));
            roleOption = true;
        }
        boolean all = cursor.at(Keyword.ALL) && !roleOption;
        List<Privilege> privileges = roleOption ? privilegeList(cursor) : privileges(cursor);
        if (grantOption || all || (cursor.at(Keyword.ON) && !roleOption)) {
            cursor.expect(Keyword.ON);
            GrantTarget target = GrantTarget.parse(cursor);
            cursor.expect(Keyword.FROM);
            List<RoleSpec> grantees = cursor.list(GrantParser::grantee);
            RoleSpec grantor = grantedBy(cursor);
            boolean cascade = OptionParser.optDropBehavior(cursor);
            return new Grant(
                    false,
                    privileges,
                    target.type(),
                    target.scope(),
                    target.objects(),
                    grantees,
                    grantOption,
                    grantor,
                    cascade,
                    cursor.rangeFrom(start));
        }
        cursor.expect(Keyword.FROM);
        List<RoleSpec> grantees = Names.roleList(cursor);
        RoleSpec grantor = grantedBy(cursor);
        boolean cascade = OptionParser.optDropBehavior(cursor);
        return new GrantRole(false, privileges, grantees, options, grantor, cascade, cursor.rangeFrom(start));
    }

    private static boolean grantOptionFor(Cursor cursor) {
        if (!cursor.accept(Keyword.GRANT)) {
            return false;
        }
        cursor.expect(Keyword.OPTION);
        cursor.expect(Keyword.FOR);
        return true;
    }

    /** privileges: ALL, or a list. */
    private static List<Privilege> privileges(Cursor cursor) {
        int start = cursor.start();
        if (!cursor.accept(Keyword.ALL)) {
            return privilegeList(cursor);
        }
        cursor.accept(Keyword.PRIVILEGES);
        List<Name> columns = Names.optColumnList(cursor);
        return List.of(new Privilege("all", columns, cursor.rangeFrom(start)));
    }

    private static List<Privilege> privilegeList(Cursor cursor) {
        return cursor.list(GrantParser::privilege);
    }

    /** privilege: a word, which a role's name is too. */
    private static Privilege privilege(Cursor cursor) {
        int start = cursor.start();
        if (cursor.accept(Keyword.ALTER, Keyword.SYSTEM)) {
            return new Privilege("alter system", List.of(), cursor.rangeFrom(start));
        }
        String name = switch (cursor.kind()) {
            case Keyword.SELECT, Keyword.REFERENCES, Keyword.CREATE ->
                cursor.takeName().text();
            default -> Names.colId(cursor).text();
        };
        List<Name> columns = Names.optColumnList(cursor);
        return new Privilege(name, columns, cursor.rangeFrom(start));
    }

    /** grantee. */
    private static RoleSpec grantee(Cursor cursor) {
        cursor.accept(Keyword.GROUP);
        return Names.roleSpec(cursor);
    }

    private static boolean withGrantOption(Cursor cursor) {
        if (!cursor.accept(Keyword.WITH)) {
            return false;
        }
        cursor.expect(Keyword.GRANT);
        cursor.expect(Keyword.OPTION);
        return true;
    }

    /** opt_granted_by. */
    private static @Nullable RoleSpec grantedBy(Cursor cursor) {
        if (!cursor.accept(Keyword.GRANTED)) {
            return null;
        }
        cursor.expect(Keyword.BY);
        return Names.roleSpec(cursor);
    }

    /** grant_role_opt. */
    private static DefElem roleOption(Cursor cursor) {
        Name name = Names.colLabel(cursor);
        SourceRange place = cursor.range();
        boolean off = cursor.at(Keyword.FALSE);
        if (!cursor.accept(Keyword.OPTION) && !cursor.accept(Keyword.TRUE)) {
            cursor.expect(Keyword.FALSE);
        }
        DefElem.Arg arg = new DefElem.Arg(DefElem.Kind.BOOLEAN, off ? "false" : "true", place);
        return OptionParser.element(cursor, name, arg);
    }

    /** AlterDefaultPrivilegesStmt, behind DEFAULT. */
    static Statement alterDefault(Cursor cursor, int start) {
        cursor.expect(Keyword.PRIVILEGES);
        List<RoleSpec> roles = new ArrayList<>();
        List<Name> schemas = new ArrayList<>();
        while (cursor.at(Keyword.IN) || cursor.at(Keyword.FOR)) {
            if (cursor.accept(Keyword.IN)) {
                cursor.expect(Keyword.SCHEMA);
                schemas.addAll(Names.nameList(cursor));
            } else {
                cursor.advance();
                if (!cursor.accept(Keyword.USER)) {
                    cursor.expect(Keyword.ROLE);
                }
                roles.addAll(Names.roleList(cursor));
            }
        }
        Grant grant = defaultAction(cursor);
        return new AlterDefaultPrivileges(List.copyOf(roles), List.copyOf(schemas), grant, cursor.rangeFrom(start));
    }

    /** DefACLAction. */
    private static Grant defaultAction(Cursor cursor) {
        int start = cursor.start();
        boolean isGrant = cursor.accept(Keyword.GRANT);
        boolean grantOption = false;
        if (!isGrant) {
            cursor.expect(Keyword.REVOKE);
            grantOption = grantOptionFor(cursor);
        }
        List<Privilege> privileges = privileges(cursor);
        cursor.expect(Keyword.ON);
        ObjectType type = GrantTarget.defaultType(cursor);
        cursor.expect(isGrant ? Keyword.TO : Keyword.FROM);
        List<RoleSpec> grantees = cursor.list(GrantParser::grantee);
        boolean cascade = false;
        if (isGrant) {
            grantOption = withGrantOption(cursor);
        } else {
            cascade = OptionParser.optDropBehavior(cursor);
        }
        return new Grant(
                isGrant,
                privileges,
                type,
                Scope.DEFAULTS,
                List.of(),
                grantees,
                grantOption,
                null,
                cascade,
                cursor.rangeFrom(start));
    }
}
