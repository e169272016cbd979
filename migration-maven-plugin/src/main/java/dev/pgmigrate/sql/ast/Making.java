package dev.pgmigrate.sql.ast;

import org.jspecify.annotations.Nullable;

/** A statement that makes one object, of whatever kind: every {@code CREATE}. */
public sealed interface Making extends Statement
        permits DatabaseStatement.CreateDatabase,
                DatabaseStatement.CreateTablespace,
                DefineStatement.Define,
                DomainStatement.CreateDomain,
                ForeignDataStatement.CreateFdw,
                ForeignDataStatement.CreateServer,
                ForeignDataStatement.CreateUserMapping,
                FunctionStatement.CreateFunction,
                IndexStatement.CreateIndex,
                OperatorStatement.CreateAccessMethod,
                OperatorStatement.CreateCast,
                OperatorStatement.CreateConversion,
                OperatorStatement.CreateLanguage,
                OperatorStatement.CreateOpClass,
                OperatorStatement.CreateOpFamily,
                OperatorStatement.CreateTransform,
                PolicyStatement.CreatePolicy,
                PublicationStatement.CreatePublication,
                PublicationStatement.CreateSubscription,
                RoleStatement.CreateRole,
                RuleStatement,
                SchemaStatement.CreateExtension,
                SchemaStatement.CreateSchema,
                SequenceStatement.CreateSequence,
                StatisticsStatement.CreateStatistics,
                TableStatement.CreateTableAs,
                TableStatement.Definition,
                TriggerStatement.CreateEventTrigger,
                TriggerStatement.CreateTrigger,
                TypeStatement.Definition,
                ViewStatement.CreateMaterializedView,
                ViewStatement.CreateView {
    /**
     * Returns the object as a later {@code DROP} names it, with the range where its name is written, in front of which
     * {@code IF NOT EXISTS} belongs; null where the server is to choose the name.
     */
    @Nullable
    ObjectReference made();

    /** Returns the table or view that an index, a trigger, a policy or a rule is made for; null for everything else. */
    default @Nullable ObjectName table() {
        return null;
    }

    /** Returns whether it does nothing where the object is there. */
    default boolean ifNotExists() {
        return false;
    }

    /** Returns whether it takes the place of an object that is there. */
    default boolean orReplace() {
        return false;
    }

    default Persistence persistence() {
        return Persistence.PERMANENT;
    }

    /** Returns whether the object is gone at the end of the session, and lives in a schema of that session. */
    default boolean temporary() {
        return persistence() == Persistence.TEMPORARY;
    }
}
