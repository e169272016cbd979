package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Collision;
import dev.pgmigrate.replay.Presence;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.SchemaObject.TypeKind;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.DomainStatement;
import dev.pgmigrate.sql.ast.DomainStatement.AlterDomain;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Parts that something does not have: what its {@code CREATE} and later statements did not give it, it never had. */
final class MissingParts {
    private final Schema before;
    private final Schema after;
    private final Reporter reporter;

    MissingParts(Schema before, Schema after, Reporter reporter) {
        this.before = before;
        this.after = after;
        this.reporter = reporter;
    }

    /** Checks a part that a statement names together with what it belongs to. */
    void check(ObjectReference object) {
        ObjectName owner = object.parent();
        if (owner == null) {
            return;
        }
        boolean ofTable = before.tableOrView(owner.qualified()).isPresent();
        switch (object.type()) {
            case TRIGGER, RULE, POLICY, TABLE_CONSTRAINT ->
                reportIf(ofTable && before.presence(object).isAbsent(), object, SqlState.UNDEFINED_OBJECT);
            case DOMAIN_CONSTRAINT -> reportIf(before.presence(object).isAbsent(), object, SqlState.UNDEFINED_OBJECT);
            case ATTRIBUTE, COLUMN -> attribute(owner.qualified(), object.name().last());
            default -> {}
        }
    }

    private void reportIf(boolean holds, ObjectReference object, String sqlState) {
        if (holds) {
            reporter.report(
                    object.range(),
                    "There is no " + Words.of(object) + ", and the statement fails with " + sqlState,
                    "Name one that is there, or leave the statement out.");
        }
    }

    private void attribute(QualifiedName type, Name attribute) {
        SchemaObject.Type known = before.type(type)
                .filter(found -> found.kind() == TypeKind.COMPOSITE)
                .orElse(null);
        if (known != null && known.label(attribute.text()).isAbsent()) {
            report(attribute, "attribute", known.name(), SqlState.UNDEFINED_COLUMN);
        }
    }

    /** Checks what the actions on a table or on a composite type name; the same statement may add it. */
    void check(AlterTable alter) {
        Table table = before.table(alter.name()).orElse(null);
        for (AlterTableAction action : alter.actions()) {
            if (alter.objectType() == ObjectType.TYPE) {
                if (action instanceof AlterTableAction.DropColumn drop && !drop.ifExists()) {
                    attribute(alter.name().qualified(), drop.name());
                } else if (action instanceof AlterTableAction.AlterColumnType change) {
                    attribute(alter.name().qualified(), change.column());
                }
            } else if (table != null && table.created()) {
                action(action, table);
            }
        }
    }

    private void action(AlterTableAction action, Table table) {
        if (action instanceof AlterTableAction.DropConstraint drop && !drop.ifExists()) {
            constraint(drop.name(), table, Presence.ABSENT);
        } else if (action instanceof AlterTableAction.ValidateConstraint validate) {
            constraint(validate.name(), table, presenceAfter(validate.name(), table));
        } else if (action instanceof AlterTableAction.AlterConstraint alter) {
            constraint(alter.name(), table, presenceAfter(alter.name(), table));
        } else if (action instanceof AlterTableAction.SetTrigger set && set.name() != null) {
            if (table.triggerPresence(set.name().text()).isAbsent()) {
                report(set.name(), ObjectType.TRIGGER.words(), table.name(), SqlState.UNDEFINED_OBJECT);
            }
        } else if (action instanceof AlterTableAction.ClusterOn cluster && cluster.index() != null) {
            index(cluster.index(), table);
        } else if (action instanceof AlterTableAction.ReplicaIdentity identity && identity.index() != null) {
            index(identity.index(), table);
        }
    }

    private Presence presenceAfter(Name constraint, Table table) {
        return after.table(table.name())
                .map(known -> known.constraintPresence(constraint.text()))
                .orElse(Presence.UNKNOWN);
    }

    private void constraint(Name name, Table table, Presence afterwards) {
        if (table.constraintPresence(name.text()).isAbsent() && afterwards.isAbsent()) {
            report(name, ObjectType.TABLE_CONSTRAINT.words(), table.name(), SqlState.UNDEFINED_OBJECT);
        }
    }

    private void index(Name name, Table table) {
        QualifiedName index = new QualifiedName(table.name().schemaOrNull(), name.text());
        if (before.relationPresence(index).isAbsent()
                && !after.relationPresence(index).isPresent()) {
            report(name, ObjectType.INDEX.words(), table.name(), SqlState.UNDEFINED_OBJECT);
        }
    }

    void check(AlterDomain alter) {
        Name name = null;
        if (alter.action() instanceof DomainStatement.DropConstraint drop && !drop.ifExists()) {
            name = drop.name();
        } else if (alter.action() instanceof DomainStatement.ValidateConstraint validate) {
            name = validate.name();
        }
        SchemaObject.Type domain = before.type(alter.name().qualified()).orElse(null);
        if (name != null
                && domain != null
                && domain.constraintPresence(name.text()).isAbsent()) {
            report(
                    name,
                    ObjectType.DOMAIN_CONSTRAINT.words(),
                    domain.name(),
                    Collision.sqlStateOfMissing(ObjectType.DOMAIN_CONSTRAINT));
        }
    }

    private void report(Name at, String what, QualifiedName owner, String sqlState) {
        reporter.report(
                at.range(),
                "There is no " + what + " `" + at.text() + "` on `" + owner + "`, and the statement fails with "
                        + sqlState,
                "Name one that is there, or leave the statement out.");
    }
}
