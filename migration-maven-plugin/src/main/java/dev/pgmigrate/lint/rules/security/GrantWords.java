package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.sql.ast.GrantStatement;
import dev.pgmigrate.sql.ast.GrantStatement.Grant;
import dev.pgmigrate.sql.ast.GrantStatement.Scope;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.RoleSpec;
import dev.pgmigrate.sql.ast.Statement;
import org.jspecify.annotations.Nullable;

/** How messages name what a {@code GRANT} gives and to whom. */
final class GrantWords {
    private GrantWords() {}

    /** Returns the grant that a statement is or makes the default; null for REVOKE and whatever else. */
    static @Nullable Grant of(Statement statement) {
        if (statement instanceof GrantStatement.AlterDefaultPrivileges defaults) {
            return defaults.grant().isGrant() ? defaults.grant() : null;
        }
        return statement instanceof Grant own && own.isGrant() ? own : null;
    }

    /** Returns the objects as people read them. */
    static String objects(Grant grant) {
        String kind = grant.objectType().words() + "s";
        if (grant.scope() == Scope.DEFAULTS) {
            return "every one of the `" + kind + "` made from now on";
        }
        StringBuilder names = new StringBuilder(grant.scope() == Scope.ALL_IN_SCHEMA ? "all " + kind + " in " : "");
        String separator = "";
        for (ObjectReference object : grant.objects()) {
            names.append(separator).append('`').append(object.name()).append('`');
            separator = ", ";
        }
        return names.toString();
    }

    /** Returns the role for everybody among the grantees, or null. */
    static @Nullable RoleSpec everybody(Grant grant) {
        for (RoleSpec role : grant.grantees()) {
            if (role.kind() == RoleSpec.Kind.PUBLIC) {
                return role;
            }
        }
        return null;
    }

    /** Returns whether there is but one privilege on such an object, so that ALL is another word for it. */
    static boolean hasOnePrivilege(ObjectType type) {
        return switch (type) {
            case FUNCTION, PROCEDURE, ROUTINE, TYPE, DOMAIN, LANGUAGE, FOREIGN_SERVER, FOREIGN_DATA_WRAPPER -> true;
            default -> false;
        };
    }
}
