package dev.pgmigrate.ddl;

import dev.pgmigrate.postgres.Identifier;

/** Roles in statements. */
public final class Roles {
    /** Stands for the role that runs migrations, which may have different names on two servers. */
    public static final String RUNNER = "the migrating role";

    private Roles() {}

    static boolean isRunner(String role) {
        return role.equals(RUNNER);
    }

    static String sql(String role) {
        return isRunner(role) ? "CURRENT_USER" : Identifier.quoteIdent(role);
    }
}
