package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.sql.ast.GrantStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a migration makes things, so that each finds what it needs. Statements that may stand anywhere have
 * no phase: on rows, comments, drops, functions, most of {@code ALTER TABLE}.
 */
enum Phase {
    SETTINGS,
    SCHEMAS_AND_EXTENSIONS,
    TYPES,
    TABLES,
    INDEXES,
    TRIGGERS,
    POLICIES,
    VIEWS,
    GRANTS,
    PUBLICATIONS;

    /** Returns the phase of a statement, or null; of grants those on a table, which come behind what the table is made of. */
    static @Nullable Phase of(Statement statement) {
        if (statement instanceof GrantStatement.Grant grant) {
            boolean onTables = grant.objectType() == ObjectType.TABLE && grant.scope() == GrantStatement.Scope.OBJECTS;
            return onTables && grant.isGrant() ? GRANTS : null;
        }
        return of(statement.kind());
    }

    private static @Nullable Phase of(StatementKind kind) {
        return switch (kind) {
            case CREATE_SCHEMA, CREATE_EXTENSION, ALTER_EXTENSION, ALTER_EXTENSION_CONTENTS -> SCHEMAS_AND_EXTENSIONS;
            case CREATE_ENUM,
                    CREATE_COMPOSITE_TYPE,
                    CREATE_RANGE,
                    ALTER_ENUM,
                    ALTER_TYPE,
                    CREATE_DOMAIN,
                    ALTER_DOMAIN -> TYPES;
            case CREATE_TABLE -> TABLES;
            case CREATE_INDEX -> INDEXES;
            case CREATE_TRIG -> TRIGGERS;
            case CREATE_POLICY -> POLICIES;
            case CREATE_VIEW -> VIEWS;
            case CREATE_PUBLICATION, ALTER_PUBLICATION, CREATE_SUBSCRIPTION, ALTER_SUBSCRIPTION -> PUBLICATIONS;
            default -> null;
        };
    }

    Phase later(Phase other) {
        return compareTo(other) < 0 ? other : this;
    }

    /** Returns the name in a message: {@code schemas and extensions}. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns all names, first things first. */
    static String allWords() {
        return Arrays.stream(values()).map(Phase::words).collect(Collectors.joining(", "));
    }
}
