package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;

/** What a function does. */
public sealed interface FunctionBody extends Node {
    /**
     * A body in a string, for the language to read.
     *
     * @param text the string without its quotes
     * @param range the whole token with its quotes
     */
    record Source(String text, SourceRange range) implements FunctionBody {}

    /** {@code AS 'file', 'symbol'} of a function in C. */
    record Library(String file, String symbol, SourceRange range) implements FunctionBody {}

    /** {@code RETURN expression} (PostgreSQL 14), alone or as the last statement of {@code BEGIN ATOMIC}. */
    record Return(Expression expression, SourceRange range) implements FunctionBody, Statement {
        @Override
        public StatementKind kind() {
            return StatementKind.RETURN;
        }
    }

    /** {@code BEGIN ATOMIC … END} (PostgreSQL 14). */
    record Statements(List<Statement> statements, SourceRange range) implements FunctionBody {}
}
