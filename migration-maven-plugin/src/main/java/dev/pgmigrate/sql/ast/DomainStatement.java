package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that make or alter domains. */
public sealed interface DomainStatement extends Statement {
    ObjectName name();

    /** {@code CREATE DOMAIN}. */
    record CreateDomain(
            ObjectName name,
            TypeName type,
            @Nullable ObjectName collation,
            List<Constraint> constraints,
            SourceRange range)
            implements DomainStatement, Making {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(ObjectType.DOMAIN, name);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_DOMAIN;
        }
    }

    /** {@code ALTER DOMAIN}, one action a statement. */
    record AlterDomain(ObjectName name, Action action, SourceRange range) implements DomainStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_DOMAIN;
        }
    }

    /** What an {@code ALTER DOMAIN} does. */
    sealed interface Action extends Node {}

    /** {@code SET DEFAULT}. */
    record SetDefault(Expression expression, SourceRange range) implements Action {}

    /** {@code DROP DEFAULT}. */
    record DropDefault(SourceRange range) implements Action {}

    /** {@code SET NOT NULL}. */
    record SetNotNull(SourceRange range) implements Action {}

    /** {@code DROP NOT NULL}. */
    record DropNotNull(SourceRange range) implements Action {}

    /** {@code ADD constraint}. */
    record AddConstraint(Constraint constraint, SourceRange range) implements Action {}

    /** {@code DROP CONSTRAINT}. */
    record DropConstraint(boolean ifExists, Name name, boolean cascade, SourceRange range) implements Action {}

    /** {@code VALIDATE CONSTRAINT}. */
    record ValidateConstraint(Name name, SourceRange range) implements Action {}
}
