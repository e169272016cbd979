package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements on logical replication. */
public sealed interface PublicationStatement extends Statement {
    Name name();

    /** What one item of a publication's list names. */
    enum ItemKind {
        TABLE,
        TABLES_IN_SCHEMA,
        TABLES_IN_CURRENT_SCHEMA
    }

    /**
     * One table or schema of a publication.
     *
     * @param name null for {@code CURRENT_SCHEMA}
     */
    record Item(
            ItemKind kind,
            boolean only,
            @Nullable ObjectName name,
            List<Name> columns,
            @Nullable Expression where,
            SourceRange range)
            implements Node {}

    /** {@code CREATE PUBLICATION}. */
    record CreatePublication(Name name, boolean allTables, List<Item> items, List<DefElem> options, SourceRange range)
            implements PublicationStatement, Making {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(ObjectType.PUBLICATION, name);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_PUBLICATION;
        }
    }

    /** What {@code ALTER PUBLICATION} does with its items. */
    enum Change {
        SET_OPTIONS,
        ADD,
        SET,
        DROP
    }

    /** {@code ALTER PUBLICATION}. */
    record AlterPublication(Name name, Change change, List<Item> items, List<DefElem> options, SourceRange range)
            implements PublicationStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_PUBLICATION;
        }
    }

    /** {@code CREATE SUBSCRIPTION}. */
    record CreateSubscription(
            Name name, String connection, List<Name> publications, List<DefElem> options, SourceRange range)
            implements PublicationStatement, Making {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(ObjectType.SUBSCRIPTION, name);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_SUBSCRIPTION;
        }
    }

    /** What {@code ALTER SUBSCRIPTION} does. */
    enum SubscriptionChange {
        SET_OPTIONS,
        CONNECTION,
        REFRESH_PUBLICATION,
        ADD_PUBLICATION,
        DROP_PUBLICATION,
        SET_PUBLICATION,
        ENABLE,
        DISABLE,
        SKIP
    }

    /** {@code ALTER SUBSCRIPTION}. */
    record AlterSubscription(
            Name name,
            SubscriptionChange change,
            @Nullable String connection,
            List<Name> publications,
            List<DefElem> options,
            SourceRange range)
            implements PublicationStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_SUBSCRIPTION;
        }
    }
}
