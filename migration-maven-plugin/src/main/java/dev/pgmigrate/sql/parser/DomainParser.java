package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DomainStatement;
import dev.pgmigrate.sql.ast.DomainStatement.Action;
import dev.pgmigrate.sql.ast.DomainStatement.AlterDomain;
import dev.pgmigrate.sql.ast.DomainStatement.CreateDomain;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.parser.ConstraintAttributes.Allowed;

/** Parses CREATE DOMAIN and ALTER DOMAIN. */
final class DomainParser {
    private DomainParser() {}

    /** CreateDomainStmt, behind DOMAIN. */
    static Statement create(Cursor cursor, int start) {
        ObjectName name = Names.anyName(cursor);
        cursor.accept(Keyword.AS);
        TypeName type = TypeParser.typename(cursor);
        ColumnParser.Qualifiers qualifiers = ColumnParser.qualifiers(cursor);
        return new CreateDomain(name, type, qualifiers.collation(), qualifiers.constraints(), cursor.rangeFrom(start));
    }

    /** AlterDomainStmt and the general forms, behind DOMAIN. */
    static Statement alter(Cursor cursor, int start) {
        ObjectName name = Names.anyName(cursor);
        if (cursor.accept(Keyword.RENAME, Keyword.CONSTRAINT)) {
            Name constraint = Names.colId(cursor);
            ObjectReference renamed = new ObjectReference(
                    ObjectType.DOMAIN_CONSTRAINT, ObjectName.of(constraint), name, null, constraint.range());
            return AlterObjectParser.renameTo(cursor, start, renamed, null, false, false);
        }
        if (cursor.at(Keyword.RENAME) || cursor.at(Keyword.OWNER) || cursor.at(Keyword.SET, Keyword.SCHEMA)) {
            ObjectReference object = new ObjectReference(ObjectType.DOMAIN, name, null, null, name.range());
            return AlterObjectParser.alter(
                    cursor,
                    start,
                    object,
                    AlterObjectParser.Form.RENAME,
                    AlterObjectParser.Form.OWNER,
                    AlterObjectParser.Form.SCHEMA);
        }
        Action action = action(cursor, cursor.start());
        return new AlterDomain(name, action, cursor.rangeFrom(start));
    }

    private static Action action(Cursor cursor, int start) {
        if (cursor.accept(Keyword.ADD)) {
            return new DomainStatement.AddConstraint(constraint(cursor), cursor.rangeFrom(start));
        }
        if (cursor.accept(Keyword.VALIDATE)) {
            cursor.expect(Keyword.CONSTRAINT);
            return new DomainStatement.ValidateConstraint(Names.colId(cursor), cursor.rangeFrom(start));
        }
        if (cursor.accept(Keyword.SET)) {
            if (cursor.accept(Keyword.DEFAULT)) {
                return new DomainStatement.SetDefault(Expressions.aExpr(cursor), cursor.rangeFrom(start));
            }
            cursor.expect(Keyword.NOT);
            cursor.expect(Keyword.NULL);
            return new DomainStatement.SetNotNull(cursor.rangeFrom(start));
        }
        cursor.expect(Keyword.DROP);
        if (cursor.accept(Keyword.DEFAULT)) {
            return new DomainStatement.DropDefault(cursor.rangeFrom(start));
        }
        if (cursor.accept(Keyword.NOT)) {
            cursor.expect(Keyword.NULL);
            return new DomainStatement.DropNotNull(cursor.rangeFrom(start));
        }
        cursor.expect(Keyword.CONSTRAINT);
        boolean ifExists = OptionParser.ifExists(cursor);
        Name name = Names.colId(cursor);
        boolean cascade = OptionParser.optDropBehavior(cursor);
        return new DomainStatement.DropConstraint(ifExists, name, cascade, cursor.rangeFrom(start));
    }

    /** DomainConstraint. */
    private static Constraint constraint(Cursor cursor) {
        int start = cursor.start();
        Name name = cursor.accept(Keyword.CONSTRAINT) ? Names.colId(cursor) : null;
        if (cursor.accept(Keyword.NOT)) {
            cursor.expect(Keyword.NULL);
            Constraint.Attributes attributes = ConstraintAttributes.spec(cursor).checked(cursor, "NOT NULL");
            return new Constraint.NotNull(name, null, attributes, cursor.rangeFrom(start));
        }
        cursor.expect(Keyword.CHECK);
        Expression expression = ConstraintParser.parenthesized(cursor);
        Constraint.Attributes attributes =
                ConstraintAttributes.spec(cursor).checked(cursor, "CHECK", Allowed.NOT_VALID, Allowed.NO_INHERIT);
        return new Constraint.Check(name, expression, attributes, cursor.rangeFrom(start));
    }
}
