package dev.pgmigrate.migration;

import java.util.List;
import java.util.Locale;

/**
 * A database object that a directive names: {@code column public.users.email}.
 *
 * @param type what it is
 * @param name its dotted name, folded as the server stores it, outermost first
 */
public record RequiredObject(Type type, List<String> name) implements Condition {
    /** The types that a directive can name, with the maximum number of parts of a name. */
    public enum Type {
        SCHEMA(1, 1),
        EXTENSION(1, 1),
        ROLE(1, 1),
        TABLE(1, 2),
        VIEW(1, 2),
        SEQUENCE(1, 2),
        INDEX(1, 2),
        TYPE(1, 2),
        FUNCTION(1, 2),
        COLUMN(2, 3),
        CONSTRAINT(2, 3),
        TRIGGER(2, 3),
        POLICY(2, 3);

        private final int fewestParts;
        private final int mostParts;

        Type(int fewestParts, int mostParts) {
            this.fewestParts = fewestParts;
            this.mostParts = mostParts;
        }

        boolean takes(int parts) {
            return parts >= fewestParts && parts <= mostParts;
        }

        /** Returns the form of a name, for a message: {@code schema.table.column}. */
        String form() {
            String own = name().toLowerCase(Locale.ROOT);
            return switch (mostParts) {
                case 1 -> own;
                case 2 -> "schema." + own;
                default -> "schema.table." + own;
            };
        }
    }

    public RequiredObject {
        name = List.copyOf(name);
        if (!type.takes(name.size())) {
            throw new IllegalArgumentException("A " + type + " has no name of " + name.size() + " parts");
        }
    }
}
