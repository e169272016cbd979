package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.ObjectType;

/**
 * Something that a statement makes although it is there already, so that the server refuses it.
 *
 * @param type what it is; {@code COLUMN} and {@code TABLE_CONSTRAINT} for what an {@code ALTER TABLE} adds
 * @param name its name as people read it, with its table where it belongs to one: {@code users.email}, or
 *     {@code positive` on `users}, since backticks go around it
 * @param sqlState the error, {@code 42P07}
 * @param at where its name is written, in front of which {@code IF NOT EXISTS} belongs
 */
public record Collision(ObjectType type, String name, String sqlState, SourceRange at) {
    /** Returns the error of a {@code CREATE} of such an object where it is there already. */
    static String sqlStateOfExisting(ObjectType type) {
        return switch (type) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX -> SqlState.DUPLICATE_TABLE;
            case SCHEMA -> SqlState.DUPLICATE_SCHEMA;
            case DATABASE -> SqlState.DUPLICATE_DATABASE;
            case FUNCTION, PROCEDURE, AGGREGATE, OPERATOR -> SqlState.DUPLICATE_FUNCTION;
            case TEXT_SEARCH_CONFIGURATION, TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_PARSER, TEXT_SEARCH_TEMPLATE ->
                SqlState.UNIQUE_VIOLATION;
            default -> SqlState.DUPLICATE_OBJECT;
        };
    }

    /** Returns the error of a {@code RENAME} that has been done: of a policy the new name is looked up first. */
    public static String sqlStateOfRenamed(ObjectType type) {
        return type == ObjectType.POLICY ? SqlState.DUPLICATE_OBJECT : sqlStateOfMissingToAlter(type);
    }

    /** Returns the error of an {@code ALTER} of such an object where it is not there: an index is looked up as a relation. */
    public static String sqlStateOfMissingToAlter(ObjectType type) {
        return type == ObjectType.INDEX ? SqlState.UNDEFINED_TABLE : sqlStateOfMissing(type);
    }

    /** Returns the error of a {@code DROP} of such an object where it is not there. */
    public static String sqlStateOfMissing(ObjectType type) {
        return switch (type) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE -> SqlState.UNDEFINED_TABLE;
            case COLUMN, ATTRIBUTE -> SqlState.UNDEFINED_COLUMN;
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE, OPERATOR -> SqlState.UNDEFINED_FUNCTION;
            case SCHEMA -> SqlState.UNDEFINED_SCHEMA;
            case DATABASE -> SqlState.UNDEFINED_DATABASE;
            default -> SqlState.UNDEFINED_OBJECT;
        };
    }
}
