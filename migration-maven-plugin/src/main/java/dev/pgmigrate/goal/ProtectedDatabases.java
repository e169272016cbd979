package dev.pgmigrate.goal;

import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.server.ConnectionTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The databases that are changed only by someone who names them again, so that a wrong terminal changes nothing. */
public final class ProtectedDatabases {
    private final DatabaseNames.Patterns patterns;

    /** Says that a database is protected, or that a pattern cannot be meant. */
    public static final class ProtectedException extends ExplainedException {
        private static final long serialVersionUID = 1L;

        ProtectedException(String message) {
            super(message);
        }
    }

    /**
     * @param patterns of hosts, databases, {@code host/database} and Supabase projects; {@code *} stands for any text
     * @throws ProtectedException if one of them matches every database
     */
    public ProtectedDatabases(List<String> patterns) {
        this.patterns = new DatabaseNames.Patterns("migrate.protected", patterns);
    }

    /**
     * Refuses to change a protected database without its name.
     *
     * @param confirmedOrNull what was typed
     * @throws ProtectedException if {@code target} is protected and was not named
     */
    public void require(ConnectionTarget target, @Nullable String confirmedOrNull) {
        DatabaseNames names = DatabaseNames.of(target);
        boolean matches = names.matches(patterns);
        String name = names.first();
        if (matches && (confirmedOrNull == null || !name.equalsIgnoreCase(confirmedOrNull.strip()))) {
            throw new ProtectedException("The database " + name + " is protected, and "
                    + (confirmedOrNull == null
                            ? "nobody has confirmed"
                            : "\"" + confirmedOrNull + "\" does not confirm")
                    + " that it is meant. Nothing was changed. To change it, type -Dmigrate.confirm=" + name);
        }
    }
}
