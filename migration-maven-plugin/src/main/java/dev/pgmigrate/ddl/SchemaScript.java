package dev.pgmigrate.ddl;

import dev.pgmigrate.ddl.Change.Step;
import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SchemaDifference;
import dev.pgmigrate.schema.SchemaSnapshot;
import dev.pgmigrate.schema.SnapshotKey;
import dev.pgmigrate.schema.SnapshotObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes the statements that make one schema another, in an order in which most of them run: the server that they are tried
 * on finds the order of the rest.
 */
public final class SchemaScript {
    /** The order in which objects are made; those that are not named come last. */
    private static final List<ObjectKind> ORDER = List.of(
            ObjectKind.SCHEMA,
            ObjectKind.EXTENSION,
            ObjectKind.COLLATION,
            ObjectKind.ENUM,
            ObjectKind.DOMAIN,
            ObjectKind.COMPOSITE_TYPE,
            ObjectKind.RANGE,
            ObjectKind.FOREIGN_DATA_WRAPPER,
            ObjectKind.SERVER,
            ObjectKind.SEQUENCE,
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE,
            ObjectKind.AGGREGATE,
            ObjectKind.OPERATOR,
            ObjectKind.OPERATOR_FAMILY,
            ObjectKind.OPERATOR_CLASS,
            ObjectKind.OPERATOR_FAMILY_MEMBER,
            ObjectKind.TEXT_SEARCH_DICTIONARY,
            ObjectKind.TEXT_SEARCH_CONFIGURATION,
            ObjectKind.CAST,
            ObjectKind.TABLE,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.STATISTICS);

    /** What is dropped and made again where no statement changes it: no row is lost by that. */
    private static final Set<ObjectKind> REMADE = EnumSet.of(
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE,
            ObjectKind.AGGREGATE,
            ObjectKind.CONSTRAINT,
            ObjectKind.DOMAIN_CONSTRAINT,
            ObjectKind.INDEX,
            ObjectKind.STATISTICS,
            ObjectKind.TRIGGER,
            ObjectKind.RULE,
            ObjectKind.POLICY,
            ObjectKind.EVENT_TRIGGER,
            ObjectKind.PUBLICATION_TABLE,
            ObjectKind.OPERATOR,
            ObjectKind.OPERATOR_CLASS,
            ObjectKind.OPERATOR_FAMILY_MEMBER,
            ObjectKind.TEXT_SEARCH_DICTIONARY,
            ObjectKind.CAST);

    private static final Set<ObjectKind> REPLACED =
            EnumSet.of(ObjectKind.FUNCTION, ObjectKind.PROCEDURE, ObjectKind.TRIGGER, ObjectKind.RULE, ObjectKind.VIEW);

    private final Contents from;
    private final Contents to;
    private final Creation creation;
    private final Alteration alteration;
    private final Removal removal;
    private final List<Change> changes = new ArrayList<>();
    private final Set<SnapshotKey> made = new HashSet<>();

    private SchemaScript(SchemaSnapshot from, SchemaSnapshot to) {
        this.from = new Contents(from);
        this.to = new Contents(to);
        this.creation = new Creation(this.to);
        this.alteration = new Alteration(this.to);
        this.removal = new Removal(this.from);
    }

    /**
     * Returns the statements for {@code differences}, which are those of {@code from} and {@code to}.
     *
     * <p>What has no statement is left out, such as {@link Unwritten} kinds: whoever runs them has to compare again.
     */
    public static List<Change> of(SchemaSnapshot from, SchemaSnapshot to, List<SchemaDifference> differences) {
        SchemaScript script = new SchemaScript(from, to);
        script.write(differences);
        return script.ordered();
    }

    private void write(List<SchemaDifference> differences) {
        Map<SnapshotKey, List<SchemaDifference>> different = new LinkedHashMap<>();
        List<SnapshotObject> added = new ArrayList<>();
        for (SchemaDifference difference : differences) {
            SnapshotKey key = difference.key();
            switch (difference.state()) {
                case ADDED -> to.object(key).ifPresent(added::add);
                case MISSING -> from.object(key).ifPresent(object -> changes.addAll(removed(object)));
                case DIFFERENT ->
                    different.computeIfAbsent(key, same -> new ArrayList<>()).add(difference);
            }
        }
        dropCircularKeys(differences);
        Set<SnapshotKey> remade = Remade.of(from, to, differences);
        remade.forEach(this::remake);
        create(added);
        different.forEach((key, properties) -> {
            if (!remade.contains(key) && !remade.contains(ownerKey(key))) {
                to.object(key).ifPresent(object -> change(object, properties));
            }
        });
    }

    private static SnapshotKey ownerKey(SnapshotKey part) {
        return new SnapshotKey(ObjectKind.VIEW, part.schema(), "", part.of());
    }

    /** Tables that refer to each other can only go once a key or a policy of their circle has gone. */
    private void dropCircularKeys(List<SchemaDifference> differences) {
        Map<String, SnapshotObject> gone = new TreeMap<>();
        differences.stream()
                .filter(difference -> difference.state() == SchemaDifference.State.MISSING)
                .flatMap(difference -> from.object(difference.key()).stream())
                .filter(Contents::isTable)
                .forEach(table -> gone.put(SqlNames.of(table.key()), table));
        Set<String> seen = new HashSet<>();
        List<Change> keys = new ArrayList<>();
        gone.values().forEach(table -> keys.addAll(policiesThatRead(table)));
        gone.keySet().forEach(name -> circularKeys(name, gone, new LinkedHashSet<>(), seen, keys));
        changes.addAll(0, keys);
    }

    /** A table that a policy reads goes after it, and a key may say the opposite of the tables. */
    private List<Change> policiesThatRead(SnapshotObject table) {
        return from.parts(table, ObjectKind.POLICY).stream()
                .filter(policy -> policy.properties().values().stream().anyMatch(text -> text.contains("FROM ")))
                .flatMap(policy -> removal.of(policy).stream())
                .toList();
    }

    private void circularKeys(
            String name, Map<String, SnapshotObject> gone, Set<String> open, Set<String> seen, List<Change> keys) {
        SnapshotObject table = gone.get(name);
        if (table == null || !seen.add(name)) {
            return;
        }
        open.add(name);
        for (SnapshotObject constraint : from.parts(table, ObjectKind.CONSTRAINT)) {
            String referenced =
                    ReferencedTables.of(TableDdl.definition(constraint)).orElse(name);
            if (!referenced.equals(name) && open.contains(referenced)) {
                keys.addAll(removal.of(constraint));
            }
            circularKeys(referenced, gone, open, seen, keys);
        }
        open.remove(name);
    }

    /** Default privileges are no object to drop: they are what they were before somebody changed them. */
    private List<Change> removed(SnapshotObject object) {
        SnapshotKey key = object.key();
        if (key.kind() != ObjectKind.DEFAULT_PRIVILEGES) {
            return removal.of(object);
        }
        boolean goesWithSchema = !key.schema().isEmpty()
                && to.object(new SnapshotKey(ObjectKind.SCHEMA, "", "", key.schema()))
                        .isEmpty();
        return goesWithSchema
                ? List.of()
                : GrantDdl.changes(object, key.of(), object.property("grants").orElse(null), null).stream()
                        .map(sql -> Change.create(key, sql))
                        .toList();
    }

    private void remake(SnapshotKey key) {
        from.object(key).ifPresent(object -> changes.addAll(removal.of(object)));
        to.object(key).ifPresent(object -> changes.addAll(creation.of(object, definition -> true)));
    }

    private void create(List<SnapshotObject> added) {
        Map<String, SnapshotObject> tables = new TreeMap<>();
        List<SnapshotObject> others = new ArrayList<>();
        for (SnapshotObject object : added) {
            if (Contents.isTable(object)) {
                tables.put(SqlNames.of(object.key()), object);
            } else {
                others.add(object);
            }
        }
        Set<String> open = new LinkedHashSet<>();
        for (SnapshotObject table : List.copyOf(tables.values())) {
            createAfterReferenced(table, tables, open);
        }
        for (SnapshotObject object : others) {
            boolean part = Creation.isPart(object.key());
            boolean privileges = object.key().kind() == ObjectKind.DEFAULT_PRIVILEGES;
            if (privileges) {
                changes.addAll(alteration.rest(object));
            } else {
                changes.addAll(part ? creation.part(object, Step.INDEX) : creation.of(object, definition -> true));
            }
        }
    }

    /** Makes the tables first that a table refers to, so that a foreign key can stand within it. */
    private void createAfterReferenced(SnapshotObject table, Map<String, SnapshotObject> tables, Set<String> open) {
        String name = SqlNames.of(table.key());
        if (!made.add(table.key())) {
            return;
        }
        open.add(name);
        for (String referenced : ReferencedTables.of(table, to)) {
            SnapshotObject other = tables.get(referenced);
            if (other != null) {
                createAfterReferenced(other, tables, open);
            }
        }
        open.remove(name);
        changes.addAll(creation.of(
                table,
                definition ->
                        ReferencedTables.of(definition).filter(open::contains).isEmpty()));
    }

    private void change(SnapshotObject object, List<SchemaDifference> properties) {
        Set<String> altered = new LinkedHashSet<>(droppedDefault(object, properties));
        boolean anew = false;
        boolean signature = false;
        for (SchemaDifference difference : typesFirst(properties)) {
            String property = difference.property().orElse("");
            Optional<List<String>> sql =
                    alteration.sql(object, property, difference.leftOrNull(), difference.rightOrNull());
            sql.ifPresent(altered::addAll);
            anew |= sql.isEmpty();
            signature |= property.equals("result") || property.equals("arguments");
        }
        if (!anew || !REMADE.contains(object.key().kind())) {
            altered.forEach(sql -> changes.add(Change.create(object.key(), sql)));
            return;
        }
        if (signature || !REPLACED.contains(object.key().kind())) {
            from.object(object.key()).ifPresent(old -> changes.addAll(removal.of(old)));
        }
        changes.addAll(
                Creation.isPart(object.key())
                        ? creation.part(object, Step.INDEX)
                        : creation.of(object, definition -> true));
    }

    /** A default that the new type cannot take has to go before the type changes (PostgreSQL manual, ALTER TABLE). */
    private List<String> droppedDefault(SnapshotObject object, List<SchemaDifference> properties) {
        boolean retyped = properties.stream()
                .anyMatch(difference ->
                        difference.property().filter("type"::equals).isPresent());
        Optional<String> before = from.object(object.key()).flatMap(old -> old.property("default"));
        return retyped && before.isPresent()
                ? alteration.sql(object, "default", before.get(), null).orElse(List.of())
                : List.of();
    }

    private static List<SchemaDifference> typesFirst(List<SchemaDifference> properties) {
        return properties.stream()
                .sorted(Comparator.comparing(difference ->
                        difference.property().filter("type"::equals).isEmpty()))
                .toList();
    }

    private List<Change> ordered() {
        Map<Step, List<Change>> steps = new TreeMap<>();
        changes.forEach(change ->
                steps.computeIfAbsent(change.step(), step -> new ArrayList<>()).add(change));
        List<Change> all = new ArrayList<>();
        steps.forEach((step, some) -> {
            List<Change> sorted = new ArrayList<>(new LinkedHashSet<>(some));
            Comparator<Change> order = Comparator.comparing(this::rank);
            sorted.sort(step == Step.DROP ? order.reversed() : order);
            all.addAll(sorted);
        });
        return all;
    }

    /** Parts count as what they belong to. */
    private int rank(Change change) {
        SnapshotKey key = change.key();
        ObjectKind kind = to.owner(key)
                .or(() -> from.owner(key))
                .map(owner -> owner.key().kind())
                .orElse(key.kind());
        int rank = ORDER.indexOf(kind);
        return rank < 0 ? ORDER.size() : rank;
    }
}
