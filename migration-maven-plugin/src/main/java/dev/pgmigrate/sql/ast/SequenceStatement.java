package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;

/** Statements that make or alter sequences. */
public sealed interface SequenceStatement extends Statement {
    ObjectName name();

    List<SequenceOption> options();

    /** {@code CREATE SEQUENCE}. */
    record CreateSequence(
            Persistence persistence,
            boolean ifNotExists,
            ObjectName name,
            List<SequenceOption> options,
            SourceRange range)
            implements SequenceStatement, Making {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(ObjectType.SEQUENCE, name);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_SEQ;
        }
    }

    /** {@code ALTER SEQUENCE}. */
    record AlterSequence(boolean ifExists, ObjectName name, List<SequenceOption> options, SourceRange range)
            implements SequenceStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_SEQ;
        }
    }
}
