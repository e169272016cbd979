package dev.pgmigrate.replay;

import dev.pgmigrate.sql.plpgsql.PlCondition;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands around a statement inside a PL/pgSQL body: the exception handlers that would catch its error, and whether
 * a condition decides if it runs at all.
 *
 * @param handlers the conditions of the handlers around it, innermost first
 * @param conditional whether an {@code IF}, a {@code CASE} or a loop stands around it
 */
public record Guard(List<PlCondition> handlers, boolean conditional) {
    /** Nothing around: the statement runs, and its error is the file's error. */
    public static final Guard NONE = new Guard(List.of(), false);

    public Guard {
        handlers = List.copyOf(handlers);
    }

    /** Returns whether an error with this SQLSTATE is caught before it reaches the file. */
    public boolean handles(String sqlState) {
        return !handlers.isEmpty() && handlers.stream().anyMatch(condition -> condition.matches(sqlState));
    }

    /** Returns whether there is a handler at all, right or wrong. */
    public boolean hasHandlers() {
        return !handlers.isEmpty();
    }

    /** Returns whether anything stands around it, a condition or a handler, right or wrong. */
    public boolean isPresent() {
        return conditional || hasHandlers();
    }

    Guard within(List<PlCondition> conditions) {
        return new Guard(Stream.concat(conditions.stream(), handlers.stream()).toList(), conditional);
    }

    Guard whenConditional() {
        return conditional ? this : new Guard(handlers, true);
    }
}
