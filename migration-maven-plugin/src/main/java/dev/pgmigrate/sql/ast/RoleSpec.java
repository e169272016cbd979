package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;

/**
 * A role as a statement names it (RoleSpec of the grammar).
 *
 * @param name the role's name, or the keyword in lower case
 */
public record RoleSpec(Kind kind, Name name, SourceRange range) implements Node {
    /** Whether a role is named or stands for one that the session knows. */
    public enum Kind {
        NAMED,
        PUBLIC,
        CURRENT_ROLE,
        CURRENT_USER,
        SESSION_USER
    }
}
