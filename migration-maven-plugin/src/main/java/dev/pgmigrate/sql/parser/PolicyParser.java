package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PolicyStatement.AlterPolicy;
import dev.pgmigrate.sql.ast.PolicyStatement.Command;
import dev.pgmigrate.sql.ast.PolicyStatement.CreatePolicy;
import dev.pgmigrate.sql.ast.RoleSpec;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses CREATE POLICY and ALTER POLICY. */
final class PolicyParser {
    private PolicyParser() {}

    /** CreatePolicyStmt, behind POLICY. */
    static Statement create(Cursor cursor, int start) {
        Name name = Names.colId(cursor);
        cursor.expect(Keyword.ON);
        ObjectName table = Names.qualifiedName(cursor);
        boolean permissive = permissive(cursor);
        Command command = command(cursor);
        List<RoleSpec> roles = roles(cursor);
        Expression using = using(cursor);
        Expression withCheck = withCheck(cursor);
        return new CreatePolicy(name, table, permissive, command, roles, using, withCheck, cursor.rangeFrom(start));
    }

    private static boolean permissive(Cursor cursor) {
        if (!cursor.accept(Keyword.AS)) {
            return true;
        }
        if (!cursor.at(Token.IDENT)) {
            throw cursor.syntaxError();
        }
        Name word = cursor.takeName();
        return switch (word.text()) {
            case "permissive" -> true;
            case "restrictive" -> false;
            default -> throw cursor.error("unrecognized row security option \"" + word.text() + "\"", word.range());
        };
    }

    private static Command command(Cursor cursor) {
        if (!cursor.accept(Keyword.FOR)) {
            return Command.ALL;
        }
        Command command = switch (cursor.kind()) {
            case Keyword.ALL -> Command.ALL;
            case Keyword.SELECT -> Command.SELECT;
            case Keyword.INSERT -> Command.INSERT;
            case Keyword.UPDATE -> Command.UPDATE;
            case Keyword.DELETE -> Command.DELETE;
            default -> throw cursor.syntaxError();
        };
        cursor.advance();
        return command;
    }

    private static List<RoleSpec> roles(Cursor cursor) {
        return cursor.accept(Keyword.TO) ? Names.roleList(cursor) : List.of();
    }

    private static @Nullable Expression using(Cursor cursor) {
        return cursor.accept(Keyword.USING) ? ConstraintParser.parenthesized(cursor) : null;
    }

    private static @Nullable Expression withCheck(Cursor cursor) {
        if (!cursor.accept(Keyword.WITH)) {
            return null;
        }
        cursor.expect(Keyword.CHECK);
        return ConstraintParser.parenthesized(cursor);
    }

    /** AlterPolicyStmt and its RENAME, behind POLICY. */
    static Statement alter(Cursor cursor, int start) {
        boolean ifExists = OptionParser.ifExists(cursor);
        Name name = Names.colId(cursor);
        cursor.expect(Keyword.ON);
        ObjectName table = Names.qualifiedName(cursor);
        if (ifExists || cursor.at(Keyword.RENAME)) {
            ObjectReference policy =
                    new ObjectReference(ObjectType.POLICY, ObjectName.of(name), table, null, name.range());
            return AlterObjectParser.rename(cursor, start, policy, ifExists);
        }
        List<RoleSpec> roles = roles(cursor);
        Expression using = using(cursor);
        Expression withCheck = withCheck(cursor);
        return new AlterPolicy(name, table, roles, using, withCheck, cursor.rangeFrom(start));
    }
}
