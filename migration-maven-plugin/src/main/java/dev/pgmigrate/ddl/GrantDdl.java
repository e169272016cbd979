package dev.pgmigrate.ddl;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SnapshotKey;
import dev.pgmigrate.schema.SnapshotObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Grants, from the words in which a snapshot says how they differ from those of a new object. */
final class GrantDdl {
    private static final String PUBLIC = "PUBLIC";
    private static final String OWNER = "owner";
    private static final String ALL = "ALL";
    private static final String NOTHING = "nothing";
    private static final String OPTION = " WITH GRANT OPTION";

    /** All that an owner has, but for MAINTAIN, which older servers do not know. */
    private static final Map<String, Set<String>> OF_AN_OWNER = Map.of(
            "tables",
            Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"),
            "sequences",
            Set.of("SELECT", "UPDATE", "USAGE"),
            "functions",
            Set.of("EXECUTE"),
            "types",
            Set.of("USAGE"),
            "schemas",
            Set.of("USAGE", "CREATE"));

    private final SnapshotObject object;
    private final String on;
    private final String prefix;
    private final String owner;

    private GrantDdl(SnapshotObject object, String on, String prefix, String owner) {
        this.object = object;
        this.on = on;
        this.prefix = prefix;
        this.owner = owner;
    }

    /**
     * Returns the statements that make one list of grants the other.
     *
     * @param owner who owns the object, or the table of a column
     */
    static List<String> changes(SnapshotObject object, String owner, @Nullable String before, @Nullable String after) {
        GrantDdl grants = object.key().kind() == ObjectKind.DEFAULT_PRIVILEGES
                ? new GrantDdl(object, object.key().name().toUpperCase(Locale.ROOT), defaults(object.key()), owner)
                : new GrantDdl(object, target(object.key()), "", owner);
        return grants.changes(before == null ? "" : before, after == null ? "" : after);
    }

    private static String defaults(SnapshotKey key) {
        return "ALTER DEFAULT PRIVILEGES "
                + (Roles.isRunner(key.of()) ? "" : "FOR ROLE " + Identifier.quoteIdent(key.of()) + " ")
                + (key.schema().isEmpty() ? "" : "IN SCHEMA " + Identifier.quoteIdent(key.schema()) + " ");
    }

    private static String target(SnapshotKey key) {
        return switch (key.kind()) {
            case COLUMN -> "TABLE " + SqlNames.owner(key);
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> "TABLE " + SqlNames.of(key);
            case AGGREGATE -> "FUNCTION " + SqlNames.of(key).replaceFirst("\\(\\*\\)$", "()");
            case SERVER -> "FOREIGN SERVER " + SqlNames.of(key);
            case TYPE -> "TYPE " + SqlNames.of(key);
            default -> SqlNames.keyword(key.kind()) + " " + SqlNames.of(key);
        };
    }

    private List<String> changes(String before, String after) {
        Map<String, Set<String>> old = read(before);
        Map<String, Set<String>> wanted = read(after);
        Set<String> grantees = new TreeSet<>(old.keySet());
        grantees.addAll(wanted.keySet());
        List<String> statements = new ArrayList<>();
        if (isOfWholeDatabase()) {
            grantees.addAll(List.of(OWNER, PUBLIC));
        }
        for (String grantee : grantees) {
            Set<String> from = of(old, grantee);
            Set<String> to = of(wanted, grantee);
            // Only the grantor can grant in his name (PostgreSQL manual, GRANT).
            if (!from.equals(to) && !grantee.endsWith(")")) {
                add(statements, grantee, from, to);
            }
        }
        return statements;
    }

    private boolean isOfWholeDatabase() {
        return object.key().kind() == ObjectKind.DEFAULT_PRIVILEGES
                && object.key().schema().isEmpty();
    }

    /** Default privileges of the whole database, once there are any, say all that a new object grants. */
    private Set<String> of(Map<String, Set<String>> grants, String grantee) {
        if (!isOfWholeDatabase() || grants.isEmpty()) {
            return grants.getOrDefault(grantee, usual(grantee));
        }
        Set<String> some = grants.getOrDefault(grantee, Set.of());
        return grantee.equals(OWNER)
                        && some.containsAll(
                                OF_AN_OWNER.getOrDefault(object.key().name(), Set.of(ALL)))
                ? Set.of(ALL)
                : some;
    }

    private void add(List<String> statements, String grantee, Set<String> from, Set<String> to) {
        boolean afresh = from.contains(ALL) || to.isEmpty();
        Set<String> gone = new TreeSet<>(from);
        gone.removeAll(to);
        if (afresh && !to.contains(ALL)) {
            statements.add(prefix + "REVOKE " + privileges(Set.of(ALL)) + " ON " + on + " FROM " + role(grantee));
        } else if (!gone.isEmpty() && !to.contains(ALL)) {
            Set<String> plain =
                    gone.stream().map(word -> word.replace(OPTION, "")).collect(Collectors.toCollection(TreeSet::new));
            statements.add(prefix + "REVOKE " + privileges(plain) + " ON " + on + " FROM " + role(grantee));
        }
        Set<String> added = new TreeSet<>(to);
        if (!afresh) {
            Set<String> lost =
                    gone.stream().map(word -> word.replace(OPTION, "")).collect(Collectors.toSet());
            added.removeIf(word -> from.contains(word) && !lost.contains(word.replace(OPTION, "")));
        }
        for (boolean withOption : new boolean[] {false, true}) {
            Set<String> some = added.stream()
                    .filter(word -> word.endsWith(OPTION) == withOption)
                    .map(word -> word.replace(OPTION, ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!some.isEmpty()) {
                statements.add(prefix + "GRANT " + privileges(some) + " ON " + on + " TO " + role(grantee)
                        + (withOption ? OPTION : ""));
            }
        }
    }

    private String privileges(Set<String> privileges) {
        if (object.key().kind() != ObjectKind.COLUMN) {
            return String.join(", ", privileges);
        }
        String column = " (" + SqlNames.own(object.key()) + ")";
        return privileges.stream().map(privilege -> privilege + column).collect(Collectors.joining(", "));
    }

    private String role(String grantee) {
        if (grantee.equals(PUBLIC)) {
            return PUBLIC;
        }
        return grantee.equals(OWNER) ? Roles.sql(owner) : Identifier.quoteIdent(grantee);
    }

    /** Returns what a new object grants (PostgreSQL manual, 5.8 "Privileges"). */
    private Set<String> usual(String grantee) {
        boolean perSchema = object.key().kind() == ObjectKind.DEFAULT_PRIVILEGES
                && !object.key().schema().isEmpty();
        if (perSchema || object.key().kind() == ObjectKind.COLUMN) {
            return Set.of();
        }
        if (grantee.equals(OWNER)) {
            return Set.of(ALL);
        }
        return grantee.equals(PUBLIC) ? usualOfPublic() : Set.of();
    }

    private Set<String> usualOfPublic() {
        return switch (object.key().kind()) {
            case FUNCTION, PROCEDURE, AGGREGATE -> Set.of("EXECUTE");
            case ENUM, COMPOSITE_TYPE, DOMAIN, RANGE, TYPE, LANGUAGE -> Set.of("USAGE");
            case DEFAULT_PRIVILEGES ->
                switch (object.key().name()) {
                    case "functions" -> Set.of("EXECUTE");
                    case "types" -> Set.of("USAGE");
                    default -> Set.of();
                };
            default -> Set.of();
        };
    }

    private static Map<String, Set<String>> read(String text) {
        Map<String, Set<String>> grants = new TreeMap<>();
        text.lines().forEach(line -> {
            int colon = line.lastIndexOf(": ");
            if (colon > 0) {
                String privileges = line.substring(colon + 2);
                grants.put(
                        line.substring(0, colon),
                        privileges.equals(NOTHING) ? Set.of() : new TreeSet<>(Arrays.asList(privileges.split(", "))));
            }
        });
        return grants;
    }
}
