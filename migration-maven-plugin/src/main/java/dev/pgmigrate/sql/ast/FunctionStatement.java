package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that make, alter or run functions and procedures. */
public sealed interface FunctionStatement extends Statement {
    /**
     * {@code CREATE FUNCTION} and {@code CREATE PROCEDURE}.
     *
     * @param returns null for a procedure, and where {@code RETURNS TABLE} or {@code OUT} parameters say it
     * @param returnsSet whether {@code RETURNS SETOF} or {@code RETURNS TABLE}
     * @param options in the order written, each with its range
     * @param body null where neither {@code AS} nor an SQL-standard body is written
     */
    record CreateFunction(
            boolean orReplace,
            boolean procedure,
            ObjectName name,
            List<FunctionParameter> parameters,
            @Nullable TypeName returns,
            boolean returnsSet,
            List<FunctionParameter> tableColumns,
            List<FunctionOption> options,
            @Nullable FunctionBody body,
            SourceRange range)
            implements FunctionStatement, Making {
        /** Returns the word after {@code LANGUAGE}, {@code sql} where only an SQL-standard body says so, else empty. */
        public String language() {
            for (FunctionOption option : options) {
                if (option instanceof FunctionOption.Language language) {
                    return language.name();
                }
            }
            return body instanceof FunctionBody.Statements || body instanceof FunctionBody.Return ? "sql" : "";
        }

        /** Returns whether its body is the name of a C function, in a library or in the server itself (manual, 36.10). */
        public boolean isCompiled() {
            return language().equals("c") || language().equals("internal");
        }

        @Override
        public ObjectReference made() {
            ObjectType type = procedure ? ObjectType.PROCEDURE : ObjectType.FUNCTION;
            return ObjectReference.of(type, name, ObjectReference.Signature.of(parameters, name.range()));
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_FUNCTION;
        }
    }

    /** {@code ALTER FUNCTION}, {@code ALTER PROCEDURE}, {@code ALTER ROUTINE} with options. */
    record AlterFunction(ObjectReference function, List<FunctionOption> options, SourceRange range)
            implements FunctionStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_FUNCTION;
        }
    }

    /**
     * {@code DO}.
     *
     * @param language null where it is the default, {@code plpgsql}
     * @param body null where only a language is written, which the server refuses
     */
    record DoStatement(@Nullable String language, FunctionBody.@Nullable Source body, SourceRange range)
            implements FunctionStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.DO;
        }
    }

    /** {@code CALL}. */
    record CallStatement(Expression call, SourceRange range) implements FunctionStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.CALL;
        }
    }
}
