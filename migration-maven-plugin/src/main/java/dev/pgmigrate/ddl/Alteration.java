package dev.pgmigrate.ddl;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.Literal;
import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SecretMask;
import dev.pgmigrate.schema.SnapshotKey;
import dev.pgmigrate.schema.SnapshotObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The statements that change one property of an object. */
final class Alteration {
    /** What {@code CREATE} does not say, and is said after it. */
    private static final Set<String> AFTERWARDS = Set.of(
            "owner",
            "grants",
            "comment",
            "row level security",
            "row level security forced",
            "replica identity",
            "clustered",
            "enabled",
            "owned by",
            "mappings",
            "storage",
            "statistics target");

    private final Contents contents;
    private final ColumnAlteration columns;

    /** Creates one for the objects of {@code contents}, as they are to be. */
    Alteration(Contents contents) {
        this.contents = contents;
        this.columns = new ColumnAlteration(contents);
    }

    /** Returns the statements for what creating {@code object} left out. */
    List<Change> rest(SnapshotObject object) {
        List<Change> changes = new ArrayList<>();
        new TreeMap<>(object.properties()).forEach((property, value) -> {
            boolean column = object.key().kind() == ObjectKind.COLUMN && property.equals("options");
            if (AFTERWARDS.contains(property) || column) {
                sql(object, property, null, value)
                        .ifPresent(
                                statements -> statements.forEach(sql -> changes.add(Change.create(object.key(), sql))));
            }
        });
        if (isOfView(object)) {
            object.property("default")
                    .ifPresent(value -> changes.add(Change.create(
                            object.key(),
                            "ALTER VIEW " + SqlNames.owner(object.key()) + " ALTER COLUMN " + SqlNames.own(object.key())
                                    + " SET DEFAULT " + value)));
        }
        return changes;
    }

    private boolean isOfView(SnapshotObject object) {
        return object.key().kind() == ObjectKind.COLUMN
                && contents.owner(object.key())
                        .filter(owner -> owner.key().kind() == ObjectKind.VIEW)
                        .isPresent();
    }

    /**
     * Returns the statements for one property of {@code object}, as it is to be.
     *
     * @return empty where no statement changes it, so that the object would have to be made anew
     */
    Optional<List<String>> sql(
            SnapshotObject object, String property, @Nullable String before, @Nullable String after) {
        SnapshotKey key = object.key();
        return switch (property) {
            case "owner" -> owner(key, before, after);
            case "comment" ->
                Optional.of(List.of(
                        "COMMENT ON " + commented(key) + " IS " + (after == null ? "NULL" : Literal.quote(after))));
            case "grants" -> Optional.of(GrantDdl.changes(object, ownerOf(object), before, after));
            default -> ofKind(object, property, before, after);
        };
    }

    private Optional<List<String>> ofKind(
            SnapshotObject object, String property, @Nullable String before, @Nullable String after) {
        SnapshotKey key = object.key();
        String name = SqlNames.of(key);
        return switch (key.kind()) {
            case TABLE, FOREIGN_TABLE, MATERIALIZED_VIEW, VIEW -> relation(object, property, before, after);
            case COLUMN -> columns.sql(object, property, before, after);
            case SEQUENCE -> sequence(object, property);
            case INDEX -> index(key, property, after);
            case TRIGGER, RULE -> enabled(key, property, after);
            case EVENT_TRIGGER ->
                property.equals("enabled") ? one("ALTER EVENT TRIGGER " + name + " " + state(after)) : Optional.empty();
            case CONSTRAINT ->
                property.equals("validated") && after == null
                        ? one("ALTER TABLE " + SqlNames.owner(key) + " VALIDATE CONSTRAINT " + SqlNames.own(key))
                        : Optional.empty();
            case ENUM -> property.equals("labels") ? labels(name, text(before), text(after)) : Optional.empty();
            case DOMAIN -> domain(name, property, after);
            case STATISTICS ->
                property.equals("statistics target")
                        ? one("ALTER STATISTICS " + name + " SET STATISTICS " + (after == null ? "-1" : after))
                        : Optional.empty();
            case SETTING ->
                after == null || SecretMask.isMasked(after) ? Optional.empty() : one(SettingDdl.set(object));
            case TEXT_SEARCH_CONFIGURATION ->
                property.equals("mappings") ? Optional.of(SearchDdl.mappings(object, before, after)) : Optional.empty();
            case EXTENSION -> extension(name, property, text(after));
            case PUBLICATION ->
                property.equals("all tables")
                        ? Optional.empty()
                        : one("ALTER PUBLICATION " + name + " SET (" + PublicationDdl.options(object) + ")");
            case SERVER, FOREIGN_DATA_WRAPPER ->
                property.equals("options")
                        ? one("ALTER " + SqlNames.keyword(key.kind()) + " " + name + " OPTIONS ("
                                + new OptionList(text(after)).foreignChanges(new OptionList(text(before))) + ")")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    static Optional<List<String>> one(String sql) {
        return Optional.of(List.of(sql));
    }

    private static Optional<List<String>> owner(SnapshotKey key, @Nullable String before, @Nullable String after) {
        if (after == null || (before == null && Roles.isRunner(after))) {
            return Optional.of(List.of());
        }
        String name = SqlNames.of(key);
        return one("ALTER " + SqlNames.keyword(key.kind()) + " " + name + " OWNER TO " + Roles.sql(after));
    }

    private String ownerOf(SnapshotObject object) {
        if (object.key().kind() == ObjectKind.DEFAULT_PRIVILEGES) {
            return object.key().of();
        }
        return object.property("owner")
                .or(() -> contents.owner(object.key()).flatMap(owner -> owner.property("owner")))
                .orElse(Roles.RUNNER);
    }

    private static String commented(SnapshotKey key) {
        String own = SqlNames.own(key);
        return switch (key.kind()) {
            case COLUMN -> "COLUMN " + SqlNames.column(key);
            case CONSTRAINT, TRIGGER, RULE, POLICY ->
                SqlNames.keyword(key.kind()) + " " + own + " ON " + SqlNames.owner(key);
            case DOMAIN_CONSTRAINT -> "CONSTRAINT " + own + " ON DOMAIN " + SqlNames.owner(key);
            case INDEX -> "INDEX " + Identifier.quoteIdent(key.schema()) + "." + own;
            default -> SqlNames.keyword(key.kind()) + " " + SqlNames.of(key);
        };
    }

    private Optional<List<String>> relation(
            SnapshotObject object, String property, @Nullable String before, @Nullable String after) {
        SnapshotKey key = object.key();
        String alter = "ALTER " + SqlNames.keyword(key.kind()) + " " + SqlNames.of(key) + " ";
        return switch (property) {
            case "row level security" -> one(alter + (after == null ? "DISABLE" : "ENABLE") + " ROW LEVEL SECURITY");
            case "row level security forced" ->
                one(alter + (after == null ? "NO FORCE" : "FORCE") + " ROW LEVEL SECURITY");
            case "replica identity" -> replicaIdentity(alter, after);
            case "persistence" -> one(alter + (after == null ? "SET LOGGED" : "SET UNLOGGED"));
            case "tablespace" ->
                one(alter + "SET TABLESPACE " + (after == null ? "pg_default" : Identifier.quoteIdent(after)));
            case "access method" -> one(alter + "SET ACCESS METHOD " + (after == null ? "heap" : after));
            case "storage parameters" -> parameters(alter, before, after, "");
            case "toast storage parameters" -> parameters(alter, before, after, "toast.");
            case "options" ->
                key.kind() == ObjectKind.FOREIGN_TABLE
                        ? one(alter + "OPTIONS ("
                                + new OptionList(text(after)).foreignChanges(new OptionList(text(before))) + ")")
                        : parameters(alter, before, after, "");
            default -> Optional.empty();
        };
    }

    /** The index that is the identity says so itself. */
    private static Optional<List<String>> replicaIdentity(String alter, @Nullable String after) {
        if (after == null) {
            return one(alter + "REPLICA IDENTITY DEFAULT");
        }
        return after.equals("index")
                ? Optional.of(List.of())
                : one(alter + "REPLICA IDENTITY " + after.toUpperCase(Locale.ROOT));
    }

    static Optional<List<String>> parameters(
            String alter, @Nullable String before, @Nullable String after, String prefix) {
        OptionList old = new OptionList(text(before));
        OptionList wanted = new OptionList(text(after));
        List<String> statements = new ArrayList<>();
        List<String> gone = old.without(wanted, prefix);
        if (!gone.isEmpty()) {
            statements.add(alter + "RESET (" + String.join(", ", gone) + ")");
        }
        if (after != null) {
            statements.add(alter + "SET (" + wanted.parameters(prefix) + ")");
        }
        return Optional.of(statements);
    }

    private static Optional<List<String>> sequence(SnapshotObject sequence, String property) {
        String alter = "ALTER SEQUENCE " + SqlNames.of(sequence.key()) + " ";
        return switch (property) {
            case "owned by" ->
                sequence.property("identity").isPresent()
                        ? Optional.of(List.of())
                        : one(alter + "OWNED BY "
                                + sequence.property("owned by").orElse("NONE"));
            case "type", "start", "increment", "minimum", "maximum", "cache", "cycle" ->
                one(alter + "AS " + sequence.property("type").orElse("bigint") + " " + SequenceOptions.all(sequence));
            case "persistence" ->
                one(alter + (sequence.property(property).isPresent() ? "SET UNLOGGED" : "SET LOGGED"));
            default -> Optional.empty();
        };
    }

    private static Optional<List<String>> index(SnapshotKey key, String property, @Nullable String after) {
        String table = "ALTER TABLE " + SqlNames.owner(key) + " ";
        return switch (property) {
            case "clustered" ->
                one(table + (after == null ? "SET WITHOUT CLUSTER" : "CLUSTER ON " + SqlNames.own(key)));
            case "replica identity" ->
                after == null
                        ? Optional.of(List.of())
                        : one(table + "REPLICA IDENTITY USING INDEX " + SqlNames.own(key));
            default -> Optional.empty();
        };
    }

    private static Optional<List<String>> enabled(SnapshotKey key, String property, @Nullable String after) {
        return property.equals("enabled")
                ? one("ALTER TABLE " + SqlNames.owner(key) + " " + state(after) + " " + SqlNames.keyword(key.kind())
                        + " " + SqlNames.own(key))
                : Optional.empty();
    }

    private static String state(@Nullable String enabled) {
        if (enabled == null) {
            return "ENABLE";
        }
        return switch (enabled) {
            case "no" -> "DISABLE";
            case "on replica" -> "ENABLE REPLICA";
            default -> "ENABLE ALWAYS";
        };
    }

    /** Labels can be added, and neither removed nor moved. */
    private static Optional<List<String>> labels(String name, String before, String after) {
        List<String> old = TypeDdl.labels(before);
        List<String> wanted = TypeDdl.labels(after);
        List<String> kept = wanted.stream().filter(old::contains).toList();
        if (!kept.equals(old)) {
            return Optional.empty();
        }
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (!old.contains(wanted.get(i))) {
                String place = i == 0 ? " BEFORE " + old.get(0) : " AFTER " + wanted.get(i - 1);
                statements.add("ALTER TYPE " + name + " ADD VALUE IF NOT EXISTS " + wanted.get(i) + place);
            }
        }
        return Optional.of(statements);
    }

    private static Optional<List<String>> domain(String name, String property, @Nullable String after) {
        return switch (property) {
            case "default" -> one("ALTER DOMAIN " + name + (after == null ? " DROP DEFAULT" : " SET DEFAULT " + after));
            case "not null" -> one("ALTER DOMAIN " + name + (after == null ? " DROP" : " SET") + " NOT NULL");
            default -> Optional.empty();
        };
    }

    private static Optional<List<String>> extension(String name, String property, String after) {
        return switch (property) {
            case "version" -> one("ALTER EXTENSION " + name + " UPDATE TO " + Literal.quote(after));
            case "schema" -> one("ALTER EXTENSION " + name + " SET SCHEMA " + after);
            default -> Optional.empty();
        };
    }
}
