package dev.pgmigrate.ddl;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SchemaSnapshot;
import dev.pgmigrate.schema.SnapshotKey;
import dev.pgmigrate.schema.SnapshotObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of a snapshot with their parts, for statements that need both. */
final class Contents {
    private static final List<ObjectKind> WITH_PARTS = List.of(
            ObjectKind.TABLE,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.COMPOSITE_TYPE,
            ObjectKind.DOMAIN);

    private final SchemaSnapshot snapshot;
    private final Map<List<String>, List<SnapshotObject>> parts = new HashMap<>();
    private final Map<String, SnapshotObject> sequences = new HashMap<>();

    Contents(SchemaSnapshot snapshot) {
        this.snapshot = snapshot;
        for (SnapshotObject object : snapshot.objects()) {
            SnapshotKey key = object.key();
            if (!key.of().isEmpty()) {
                parts.computeIfAbsent(List.of(key.schema(), key.of()), owner -> new ArrayList<>())
                        .add(object);
            }
            if (key.kind() == ObjectKind.SEQUENCE) {
                object.property("owned by").ifPresent(column -> sequences.put(column, object));
            }
        }
        parts.values().forEach(list -> list.sort(Comparator.comparing(SnapshotObject::key)));
    }

    SchemaSnapshot snapshot() {
        return snapshot;
    }

    Optional<SnapshotObject> object(SnapshotKey key) {
        return snapshot.object(key);
    }

    /** Returns what {@code key} is a part of. */
    Optional<SnapshotObject> owner(SnapshotKey key) {
        return WITH_PARTS.stream()
                .flatMap(kind -> object(new SnapshotKey(kind, key.schema(), "", key.of())).stream())
                .findFirst();
    }

    /** Returns the parts of {@code owner} of a kind; columns in their order. */
    List<SnapshotObject> parts(SnapshotObject owner, ObjectKind kind) {
        List<SnapshotObject> found =
                parts.getOrDefault(List.of(owner.key().schema(), owner.key().name()), List.of()).stream()
                        .filter(part -> part.key().kind() == kind)
                        .toList();
        return kind == ObjectKind.COLUMN ? ordered(owner, found) : found;
    }

    /** Returns the sequence that a column owns, be it of {@code serial} or of an identity. */
    Optional<SnapshotObject> sequence(SnapshotKey column) {
        return Optional.ofNullable(sequences.get(SqlNames.column(column)));
    }

    /** Returns whether a table has rows of its own kind, and not the view of a composite type. */
    static boolean isTable(SnapshotObject object) {
        return object.key().kind() == ObjectKind.TABLE || object.key().kind() == ObjectKind.FOREIGN_TABLE;
    }

    /** Returns whether {@code text}, which the server wrote, speaks of a relation or a routine by its qualified name. */
    static boolean mentions(String text, SnapshotKey key) {
        String name = Identifier.quoteIdent(key.schema()) + "." + Identifier.quoteIdent(key.name());
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean longer = end < text.length() && isOfName(text.charAt(end));
            boolean inside = at > 0 && isOfName(text.charAt(at - 1));
            if (!longer && !inside) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '"';
    }

    /** The names of the order are on lines, and a name may hold a line break. */
    private static List<SnapshotObject> ordered(SnapshotObject owner, List<SnapshotObject> columns) {
        String order = owner.property("column order").orElse("");
        Map<String, SnapshotObject> byName = new HashMap<>();
        columns.forEach(column -> byName.put(column.key().name(), column));
        List<SnapshotObject> ordered = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        for (String line : order.split("\n", -1)) {
            name.append(name.length() == 0 ? "" : "\n").append(line);
            SnapshotObject column = byName.remove(name.toString());
            if (column != null) {
                ordered.add(column);
                name.setLength(0);
            }
        }
        columns.stream()
                .filter(column -> byName.containsKey(column.key().name()))
                .forEach(ordered::add);
        return ordered;
    }
}
