package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements on triggers and event triggers. */
public sealed interface TriggerStatement extends Statement {
    /** When a trigger fires. */
    enum Timing {
        BEFORE,
        AFTER,
        INSTEAD_OF
    }

    /** What it fires on. */
    enum Event {
        INSERT,
        UPDATE,
        DELETE,
        TRUNCATE
    }

    /**
     * {@code CREATE TRIGGER}.
     *
     * @param constraint whether it is a {@code CONSTRAINT TRIGGER}
     * @param columns of {@code UPDATE OF}
     * @param referencing the transition tables
     * @param forEachRow false for a statement trigger, which is the default
     */
    record CreateTrigger(
            boolean orReplace,
            boolean constraint,
            Name name,
            Timing timing,
            List<Event> events,
            List<Name> columns,
            ObjectName table,
            @Nullable ObjectName from,
            Constraint.Attributes attributes,
            List<Transition> referencing,
            boolean forEachRow,
            @Nullable Expression when,
            ObjectName function,
            List<String> arguments,
            SourceRange range)
            implements TriggerStatement, Making {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(ObjectType.TRIGGER, name, table);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_TRIG;
        }
    }

    /** One {@code OLD TABLE AS name} of {@code REFERENCING}. */
    record Transition(boolean isNew, boolean isTable, Name name, SourceRange range) implements Node {}

    /** {@code CREATE EVENT TRIGGER}. */
    record CreateEventTrigger(Name name, Name event, List<DefFilter> filters, ObjectName function, SourceRange range)
            implements TriggerStatement, Making {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(ObjectType.EVENT_TRIGGER, name);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_EVENT_TRIG;
        }
    }

    /** {@code TAG IN ('…', …)} of an event trigger. */
    record DefFilter(Name variable, List<String> values, SourceRange range) implements Node {}

    /** {@code ALTER EVENT TRIGGER … ENABLE} and {@code DISABLE}. */
    record AlterEventTrigger(Name name, AlterTableAction.Firing firing, SourceRange range) implements TriggerStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_EVENT_TRIG;
        }
    }
}
