package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.AlterTableAction.Firing;
import dev.pgmigrate.sql.ast.AlterTableAction.Identity;
import dev.pgmigrate.sql.ast.AlterTableAction.RowSecurity;
import dev.pgmigrate.sql.ast.AlterTableAction.Triggers;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.parser.ConstraintAttributes.Allowed;
import java.util.List;

/** Parses one action of ALTER TABLE: alter_table_cmd of the grammar. */
final class AlterActionParser {
    private AlterActionParser() {}

    /** alter_table_cmd. */
    static AlterTableAction action(Cursor cursor) {
        int start = cursor.start();
        int kind = cursor.kind();
        switch (kind) {
            case Keyword.ADD -> {
                cursor.advance();
                return add(cursor, start);
            }
            case Keyword.ALTER -> {
                cursor.advance();
                return cursor.accept(Keyword.CONSTRAINT)
                        ? alterConstraint(cursor, start)
                        : AlterColumnParser.alter(cursor, start);
            }
            case Keyword.DROP -> {
                cursor.advance();
                return drop(cursor, start);
            }
            case Keyword.VALIDATE -> {
                cursor.advance();
                cursor.expect(Keyword.CONSTRAINT);
                return new AlterTableAction.ValidateConstraint(Names.colId(cursor), cursor.rangeFrom(start));
            }
            case Keyword.SET -> {
                cursor.advance();
                return set(cursor, start);
            }
            case Keyword.RESET -> {
                cursor.advance();
                List<DefElem> options = OptionParser.reloptions(cursor);
                return new AlterTableAction.SetOptions(true, options, cursor.rangeFrom(start));
            }
            case Keyword.CLUSTER -> {
                cursor.advance();
                cursor.expect(Keyword.ON);
                return new AlterTableAction.ClusterOn(Names.colId(cursor), cursor.rangeFrom(start));
            }
            case Keyword.ENABLE -> {
                cursor.advance();
                return enable(cursor, start);
            }
            case Keyword.DISABLE -> {
                cursor.advance();
                return disable(cursor, start);
            }
            case Keyword.FORCE -> {
                cursor.advance();
                return rowSecurity(cursor, start, RowSecurity.FORCE);
            }
            case Keyword.NO -> {
                cursor.advance();
                if (cursor.accept(Keyword.FORCE)) {
                    return rowSecurity(cursor, start, RowSecurity.NO_FORCE);
                }
                cursor.expect(Keyword.INHERIT);
                return new AlterTableAction.Inherit(false, Names.qualifiedName(cursor), cursor.rangeFrom(start));
            }
            case Keyword.INHERIT -> {
                cursor.advance();
                return new AlterTableAction.Inherit(true, Names.qualifiedName(cursor), cursor.rangeFrom(start));
            }
            case Keyword.OF -> {
                cursor.advance();
                return new AlterTableAction.OfType(Names.anyName(cursor), cursor.rangeFrom(start));
            }
            case Keyword.NOT -> {
                cursor.advance();
                cursor.expect(Keyword.OF);
                return new AlterTableAction.OfType(null, cursor.rangeFrom(start));
            }
            case Keyword.OWNER -> {
                cursor.advance();
                cursor.expect(Keyword.TO);
                return new AlterTableAction.OwnerTo(Names.roleSpec(cursor), cursor.rangeFrom(start));
            }
            case Keyword.REPLICA -> {
                cursor.advance();
                cursor.expect(Keyword.IDENTITY);
                return replicaIdentity(cursor, start);
            }
            case Keyword.OPTIONS -> {
                List<DefElem> generic = OptionParser.alterGenericOptions(cursor);
                return new AlterTableAction.AlterOptions(generic, cursor.rangeFrom(start));
            }
            default -> throw cursor.syntaxError();
        }
    }

    private static AlterTableAction add(Cursor cursor, int start) {
        if (!cursor.at(Keyword.COLUMN) && ConstraintParser.atTableConstraint(cursor)) {
            Constraint constraint = ConstraintParser.tableConstraint(cursor);
            return new AlterTableAction.AddConstraint(constraint, cursor.rangeFrom(start));
        }
        cursor.accept(Keyword.COLUMN);
        boolean ifNotExists = OptionParser.ifNotExists(cursor);
        ColumnDef column = ColumnParser.columnDef(cursor);
        return new AlterTableAction.AddColumn(ifNotExists, column, false, cursor.rangeFrom(start));
    }

    private static AlterTableAction drop(Cursor cursor, int start) {
        boolean constraint = cursor.accept(Keyword.CONSTRAINT);
        if (!constraint) {
            cursor.accept(Keyword.COLUMN);
        }
        boolean ifExists = OptionParser.ifExists(cursor);
        Name name = Names.colId(cursor);
        boolean cascade = OptionParser.optDropBehavior(cursor);
        return constraint
                ? new AlterTableAction.DropConstraint(ifExists, name, cascade, cursor.rangeFrom(start))
                : new AlterTableAction.DropColumn(ifExists, name, cascade, cursor.rangeFrom(start));
    }

    private static AlterTableAction alterConstraint(Cursor cursor, int start) {
        Name name = Names.colId(cursor);
        if (cursor.accept(Keyword.INHERIT)) {
            return new AlterTableAction.AlterConstraint(
                    name, Constraint.Attributes.NONE, true, cursor.rangeFrom(start));
        }
        ConstraintAttributes written = ConstraintAttributes.spec(cursor);
        Constraint.Attributes attributes = written.attributes();
        SourceRange place = written.place();
        if (attributes.notValid() && place != null) {
            throw cursor.error("constraints cannot be altered to be NOT VALID", place);
        }
        written.checked(cursor, "FOREIGN KEY", Allowed.DEFERRABLE, Allowed.ENFORCED, Allowed.NO_INHERIT);
        Boolean inherit = attributes.noInherit() ? Boolean.FALSE : null;
        return new AlterTableAction.AlterConstraint(name, attributes, inherit, cursor.rangeFrom(start));
    }

    private static AlterTableAction set(Cursor cursor, int start) {
        switch (cursor.kind()) {
            case '(' -> {
                List<DefElem> options = OptionParser.reloptions(cursor);
                return new AlterTableAction.SetOptions(false, options, cursor.rangeFrom(start));
            }
            case Keyword.LOGGED -> {
                cursor.advance();
                return new AlterTableAction.SetLogged(true, cursor.rangeFrom(start));
            }
            case Keyword.UNLOGGED -> {
                cursor.advance();
                return new AlterTableAction.SetLogged(false, cursor.rangeFrom(start));
            }
            case Keyword.TABLESPACE -> {
                cursor.advance();
                return new AlterTableAction.SetTablespace(Names.colId(cursor), cursor.rangeFrom(start));
            }
            case Keyword.ACCESS -> {
                cursor.advance();
                cursor.expect(Keyword.METHOD);
                Name method = cursor.accept(Keyword.DEFAULT) ? null : Names.colId(cursor);
                return new AlterTableAction.SetAccessMethod(method, cursor.rangeFrom(start));
            }
            case Keyword.WITHOUT -> {
                cursor.advance();
                if (cursor.accept(Keyword.CLUSTER)) {
                    return new AlterTableAction.ClusterOn(null, cursor.rangeFrom(start));
                }
                cursor.expect(Keyword.OIDS);
                return new AlterTableAction.SetWithoutOids(cursor.rangeFrom(start));
            }
            default -> throw cursor.syntaxError();
        }
    }

    private static AlterTableAction enable(Cursor cursor, int start) {
        if (cursor.at(Keyword.ROW)) {
            return rowSecurity(cursor, start, RowSecurity.ENABLE);
        }
        if (cursor.accept(Keyword.ALWAYS)) {
            return triggerOrRule(cursor, start, Firing.ENABLE_ALWAYS);
        }
        if (cursor.accept(Keyword.REPLICA)) {
            return triggerOrRule(cursor, start, Firing.ENABLE_REPLICA);
        }
        return triggerOrRule(cursor, start, Firing.ENABLE);
    }

    private static AlterTableAction disable(Cursor cursor, int start) {
        return cursor.at(Keyword.ROW)
                ? rowSecurity(cursor, start, RowSecurity.DISABLE)
                : triggerOrRule(cursor, start, Firing.DISABLE);
    }

    private static AlterTableAction triggerOrRule(Cursor cursor, int start, Firing firing) {
        if (cursor.accept(Keyword.RULE)) {
            return new AlterTableAction.SetRule(firing, Names.colId(cursor), cursor.rangeFrom(start));
        }
        cursor.expect(Keyword.TRIGGER);
        boolean groups = firing == Firing.ENABLE || firing == Firing.DISABLE;
        if (groups && cursor.accept(Keyword.ALL)) {
            return new AlterTableAction.SetTrigger(firing, Triggers.ALL, null, cursor.rangeFrom(start));
        }
        if (groups && cursor.accept(Keyword.USER)) {
            return new AlterTableAction.SetTrigger(firing, Triggers.USER, null, cursor.rangeFrom(start));
        }
        Name name = Names.colId(cursor);
        return new AlterTableAction.SetTrigger(firing, Triggers.NAMED, name, cursor.rangeFrom(start));
    }

    private static AlterTableAction rowSecurity(Cursor cursor, int start, RowSecurity mode) {
        cursor.expect(Keyword.ROW);
        cursor.expect(Keyword.LEVEL);
        cursor.expect(Keyword.SECURITY);
        return new AlterTableAction.SetRowSecurity(mode, cursor.rangeFrom(start));
    }

    private static AlterTableAction replicaIdentity(Cursor cursor, int start) {
        Identity identity;
        Name index = null;
        if (cursor.accept(Keyword.NOTHING)) {
            identity = Identity.NOTHING;
        } else if (cursor.accept(Keyword.FULL)) {
            identity = Identity.FULL;
        } else if (cursor.accept(Keyword.DEFAULT)) {
            identity = Identity.DEFAULT;
        } else {
            cursor.expect(Keyword.USING);
            cursor.expect(Keyword.INDEX);
            identity = Identity.INDEX;
            index = Names.colId(cursor);
        }
        return new AlterTableAction.ReplicaIdentity(identity, index, cursor.rangeFrom(start));
    }
}
