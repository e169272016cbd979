package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.DomainStatement;
import dev.pgmigrate.sql.ast.DomainStatement.AlterDomain;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Determines whether a drop finds its object, and whether that was ever in use. {@code DROP … IF EXISTS} of a trigger or
 * policy that does not exist takes no lock on its table.
 */
public final class Drops {
    private Drops() {}

    /** Returns whether the object of {@code drop} exists; without {@code IF EXISTS} it has to. */
    public static boolean findSomething(DropStatement drop, Schema before) {
        if (!drop.ifExists()) {
            return true;
        }
        for (ObjectReference object : drop.objects()) {
            if (isThere(object, before)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isThere(ObjectReference object, Schema before) {
        return switch (object.type()) {
            case TRIGGER, POLICY -> before.presence(object).isPresent();
            default -> before.relationPresence(object.name().qualified()).isPresent();
        };
    }

    /** Returns the columns, attributes and constraints that a statement drops without {@code IF EXISTS}. */
    public static List<ObjectReference> partsOf(Statement statement) {
        List<ObjectReference> parts = new ArrayList<>();
        if (statement instanceof AlterTable alter) {
            for (AlterTableAction action : alter.actions()) {
                if (action instanceof AlterTableAction.Dropping drop && !drop.ifExists()) {
                    boolean column = drop instanceof AlterTableAction.DropColumn;
                    ObjectType field = alter.objectType() == ObjectType.TYPE ? ObjectType.ATTRIBUTE : ObjectType.COLUMN;
                    parts.add(part(
                            column ? field : ObjectType.TABLE_CONSTRAINT, drop.name(), alter.name(), drop.range()));
                }
            }
        } else if (statement instanceof AlterDomain alter
                && alter.action() instanceof DomainStatement.DropConstraint drop
                && !drop.ifExists()) {
            parts.add(part(ObjectType.DOMAIN_CONSTRAINT, drop.name(), alter.name(), drop.range()));
        }
        return parts;
    }

    private static ObjectReference part(ObjectType type, Name name, ObjectName whole, SourceRange range) {
        return new ObjectReference(type, new ObjectName(List.of(name), name.range()), whole, null, range);
    }

    /** Returns whether a step drops this policy of this table. */
    public static boolean ofPolicy(Step step, String policy, QualifiedName table) {
        if (!(step.statement() instanceof DropStatement drop) || drop.objectType() != ObjectType.POLICY) {
            return false;
        }
        for (ObjectReference object : drop.objects()) {
            ObjectName parent = object.parent();
            if (parent != null
                    && object.name().last().text().equals(policy)
                    && step.before().resolve(parent).equals(table)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether others may miss {@code object}: not if this file created it, nor if it is known not to exist. */
    public static boolean touchOthers(ObjectReference object, LintContext context) {
        if (context.schema().certain().presence(object).isAbsent()) {
            return false;
        }
        return !switch (object.type()) {
            case TABLE, FOREIGN_TABLE -> context.isMadeHere(object.name());
            case VIEW, MATERIALIZED_VIEW, INDEX, SEQUENCE -> context.isFresh(object.name());
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE, SCHEMA, TYPE, DOMAIN -> isMadeBefore(object, context);
            default -> false;
        };
    }

    private static boolean isMadeBefore(ObjectReference object, LintContext context) {
        if (context.file().before().presence(object).isPresent()) {
            return false;
        }
        for (Step step : context.earlier()) {
            if (!step.before().presence(object).isPresent()
                    && step.after().presence(object).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
