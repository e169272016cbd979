package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.ObjectKey.Space;
import dev.pgmigrate.replay.SchemaObject.Index;
import dev.pgmigrate.replay.SchemaObject.Other;
import dev.pgmigrate.replay.SchemaObject.Relation;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.SchemaObject.TableOrView;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PartitionBound;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The schema at one moment of the replay. It never changes: later statements make later schemas.
 *
 * <p>A name without a schema is looked up along the search path that is in force at that moment. What was never seen is
 * {@link Presence#UNKNOWN}.
 */
public final class Schema {
    /** Where temporary objects are, whatever the server calls the schema of a session (manual, 20.11.1, {@code search_path}). */
    public static final String TEMPORARY = "pg_temp";

    private final Timeline timeline;
    private final int time;
    private final List<String> searchPath;
    private final boolean certain;
    private volatile @Nullable Schema certainly;
    private volatile @Nullable List<Table> tables;

    Schema(Timeline timeline, int time, List<String> searchPath) {
        this(timeline, time, searchPath, false);
    }

    private Schema(Timeline timeline, int time, List<String> searchPath, boolean certain) {
        this.timeline = timeline;
        this.time = time;
        this.searchPath = searchPath;
        this.certain = certain;
    }

    /**
     * Returns the same moment without what is in doubt: what a condition in a body decides, and what SQL that is made while
     * it runs may have changed, is unknown in it.
     */
    public Schema certain() {
        if (certain) {
            return this;
        }
        Schema known = certainly;
        if (known == null) {
            known = new Schema(timeline, time, searchPath, true);
            certainly = known;
        }
        return known;
    }

    /** Returns the schemas in which names without one are looked up; never empty. */
    public List<String> searchPath() {
        return searchPath;
    }

    /** Returns {@code name} with its schema: where such a relation is, else where it would be made. */
    public QualifiedName resolve(QualifiedName name) {
        if (name.schemaOrNull() != null) {
            return name;
        }
        return resolve(name, ObjectKey::relation);
    }

    /** Returns the reference by which later statements find what {@code making} makes at this moment. */
    public ObjectReference target(Making making, ObjectReference made) {
        return made.type().isInSchema() ? made.in(schemaOf(making, made)) : made;
    }

    private String schemaOf(Making making, ObjectReference made) {
        if (making.temporary()) {
            return TEMPORARY;
        }
        // An index lives in the schema of its table, so a name never has one of its own.
        QualifiedName name = made.type() == ObjectType.INDEX && making.table() != null
                ? resolve(making.table())
                : made.name().qualified();
        return name.schema().orElse(searchPath.get(0));
    }

    public QualifiedName resolve(ObjectName name) {
        return resolve(name.qualified());
    }

    public Optional<Table> table(ObjectName name) {
        return table(name.qualified());
    }

    public Optional<Table> table(QualifiedName name) {
        return relation(name, Table.class);
    }

    public Optional<Index> index(QualifiedName name) {
        return relation(name, Index.class);
    }

    public Optional<View> view(QualifiedName name) {
        return relation(name, View.class);
    }

    public Optional<TableOrView> tableOrView(QualifiedName name) {
        return relation(name, TableOrView.class);
    }

    /** Returns the table, view, index or sequence of that name. */
    public Optional<Relation> relation(QualifiedName name) {
        return relation(name, Relation.class);
    }

    /** Returns the kind of the relation that {@code object} names, if a drop of it names another and is refused with 42809. */
    public Optional<ObjectType> otherKind(ObjectReference object) {
        return switch (object.type()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX ->
                relation(object.name().qualified()).flatMap(Relation::dropType).filter(type -> type != object.type());
            default -> Optional.empty();
        };
    }

    /** Returns whether a table, view, index or sequence of that name is there. */
    public Presence relationPresence(QualifiedName name) {
        return presence(ObjectKey.relation(resolve(name)));
    }

    public Optional<SchemaObject.Type> type(QualifiedName name) {
        return Optional.ofNullable(object(ObjectKey.type(resolveType(name)))).map(SchemaObject.Type.class::cast);
    }

    public Presence typePresence(QualifiedName name) {
        return presence(ObjectKey.type(resolveType(name)));
    }

    /** Returns the functions, procedures and aggregates of that name, all signatures. */
    public List<Routine> routines(QualifiedName name) {
        QualifiedName resolved = resolve(name, n -> routineTopicKey(n));
        return linked(Topics.routine(resolved), Routine.class, routine -> true);
    }

    /** Returns whether a routine of that name with these input types (see {@link Signatures}) is there. */
    public Presence routinePresence(QualifiedName name, String signature) {
        return presence(ObjectKey.routine(resolve(name, n -> ObjectKey.routine(n, signature)), signature));
    }

    public Presence schemaPresence(String name) {
        return presence(ObjectKey.schema(name));
    }

    /** Returns whether an object of a kind that needs only its name is there: an extension, a role, a publication. */
    public Presence presence(ObjectType type, QualifiedName name) {
        return presence(otherKey(type, name));
    }

    /** Returns whether the last word on {@code role} reading a relation was GRANT or REVOKE; unknown if there was none. */
    public Presence mayRead(QualifiedName relation, String role) {
        return Grants.mayRead(resolve(relation), role, timeline, time);
    }

    /** Returns whether the last word on {@code role} running a routine was GRANT or REVOKE; unknown if there was none. */
    public Presence mayRun(Routine routine, String role) {
        return Grants.mayRun(routine.name(), routine.signature(), role, timeline, time);
    }

    public Optional<Other> other(ObjectType type, QualifiedName name) {
        return Optional.ofNullable(object(otherKey(type, name))).map(Other.class::cast);
    }

    /** Returns whether what a {@code DROP}, {@code COMMENT} or {@code ALTER} names is there. */
    public Presence presence(ObjectReference object) {
        return References.presence(object, this);
    }

    public List<Table> tables() {
        List<Table> known = tables;
        if (known == null) {
            known = all(key -> key.space() == Space.RELATION, Table.class);
            tables = known;
        }
        return known;
    }

    public List<TableOrView> tablesAndViews() {
        return all(key -> key.space() == Space.RELATION, TableOrView.class);
    }

    List<Relation> relations() {
        return all(key -> key.space() == Space.RELATION, Relation.class);
    }

    /** Returns the relations of this moment that are not the same any more at a later one. */
    public List<Relation> changedUntil(Schema later) {
        return later.timeline.notedBetween(time, later.time).stream()
                .map(this::object)
                .flatMap(object -> object instanceof Relation relation ? Stream.of(relation) : Stream.empty())
                .toList();
    }

    List<Other> schemas() {
        return all(key -> key.space() == Space.SCHEMA, Other.class);
    }

    public List<View> views() {
        return all(key -> key.space() == Space.RELATION, View.class);
    }

    public List<SchemaObject.Type> types() {
        return all(key -> key.space() == Space.TYPE, SchemaObject.Type.class);
    }

    public List<Routine> routines() {
        return all(key -> key.space() == Space.ROUTINE, Routine.class);
    }

    /** Returns the routines that take or give {@code type}, which may be the row type of a relation. */
    public List<Routine> routinesOver(QualifiedName type) {
        return linked(Topics.routinesOver(type.name()), Routine.class, routine -> RoutineTypes.mention(routine, type));
    }

    /** Returns the tables with policies whose conditions name, or named once, {@code name}: a relation, a routine. */
    public List<Table> tablesWithPoliciesNaming(String name) {
        return linked(
                Topics.relationsNaming(name),
                Table.class,
                table -> !table.policies().isEmpty());
    }

    /** Returns the tables and views of which a policy, a trigger, a default, a check, an index or the query names, or named once, {@code name}. */
    public List<TableOrView> relationsNaming(String name) {
        return linked(Topics.relationsNaming(name), TableOrView.class, relation -> true);
    }

    /** Returns the routines that name {@code name} in a default or in a body that the server keeps as it was read. */
    public List<Routine> routinesNaming(String name) {
        return linked(
                Topics.routinesNaming(name),
                Routine.class,
                routine -> TreeNames.keptBy(routine).contains(name));
    }

    public List<Other> others(ObjectType type) {
        return linked(Topics.kind(type.words()), Other.class, other -> true);
    }

    /** Returns the indexes of a table, those of its keys included. */
    public List<Index> indexesOf(QualifiedName table) {
        QualifiedName resolved = resolve(table);
        return linked(
                Topics.indexesOf(resolved), Index.class, index -> index.table().equals(resolved));
    }

    /** Returns the tables with a foreign key to {@code table}. */
    public List<Table> tablesReferencing(QualifiedName table) {
        QualifiedName resolved = resolve(table);
        return linked(
                Topics.referencesTo(resolved),
                Table.class,
                user -> user.constraints().all().stream()
                        .anyMatch(constraint -> resolved.equals(constraint.referenced())));
    }

    /** Returns the views whose query names {@code relation}. */
    public List<View> viewsUsing(QualifiedName relation) {
        QualifiedName resolved = resolve(relation);
        return linked(Topics.usesOf(resolved), View.class, view -> view.uses().contains(resolved));
    }

    /** Returns the partitions of {@code table}. */
    public List<Table> partitionsOf(QualifiedName table) {
        QualifiedName resolved = resolve(table);
        return linked(Topics.partitionsOf(resolved), Table.class, part -> resolved.equals(part.partitionOf()));
    }

    /** Returns the partition that takes the rows which no other one takes. */
    public Optional<Table> defaultPartitionOf(QualifiedName table) {
        return partitionsOf(table).stream()
                .filter(part -> part.bound() instanceof PartitionBound.Default)
                .findFirst();
    }

    /** Returns the partitions of {@code table} and the tables that inherit from it. */
    public List<Table> heirsOf(QualifiedName table) {
        List<Table> heirs = new ArrayList<>(partitionsOf(table));
        heirs.addAll(inheritorsOf(table));
        return heirs;
    }

    /** Returns the tables that inherit from {@code table}, without its partitions. */
    List<Table> inheritorsOf(QualifiedName table) {
        return linked(
                Topics.inheritorsOf(table),
                Table.class,
                child -> child.parents().contains(table));
    }

    QualifiedName resolveType(QualifiedName name) {
        return resolve(name, ObjectKey::type);
    }

    QualifiedName resolveRoutine(QualifiedName name, String signature) {
        return resolve(name, n -> ObjectKey.routine(n, signature));
    }

    QualifiedName resolve(QualifiedName name, Function<QualifiedName, ObjectKey> key) {
        if (name.schemaOrNull() != null) {
            return name;
        }
        QualifiedName temporary = name.inSchema(TEMPORARY);
        if (timeline.hasTemporary()
                && timeline.presence(key.apply(temporary), time).isPresent()) {
            return temporary;
        }
        if (searchPath.size() == 1) {
            return name.inSchema(searchPath.get(0));
        }
        for (String schema : searchPath) {
            QualifiedName candidate = name.inSchema(schema);
            if (timeline.presence(key.apply(candidate), time).isPresent()) {
                return candidate;
            }
        }
        return name.inSchema(searchPath.get(0));
    }

    static ObjectKey otherKey(ObjectType type, QualifiedName name) {
        return ObjectKey.other(type.words(), name);
    }

    /** Returns what is kept of an object beside its name; nothing where it is not there. */
    Set<String> details(ObjectKey key) {
        return object(key) instanceof Other other ? other.details() : Set.of();
    }

    PersistentMap<SchemaObject.Privileges.Word> words(ObjectKey key) {
        return object(key) instanceof SchemaObject.Privileges said ? said.roles() : PersistentMap.empty();
    }

    boolean isCertain(ObjectKey key) {
        return timeline.isCertain(key, time);
    }

    private ObjectKey routineTopicKey(QualifiedName name) {
        return timeline.linked(Topics.routine(name)).stream()
                .filter(key -> object(key) != null)
                .findFirst()
                .orElseGet(() -> ObjectKey.routine(name, ""));
    }

    private @Nullable SchemaObject object(ObjectKey key) {
        return certain && !timeline.isCertain(key, time) ? null : timeline.get(key, time);
    }

    private Presence presence(ObjectKey key) {
        return certain && !timeline.isCertain(key, time) ? Presence.UNKNOWN : timeline.presence(key, time);
    }

    private <R> Optional<R> relation(QualifiedName name, Class<R> type) {
        SchemaObject found = object(ObjectKey.relation(resolve(name)));
        return type.isInstance(found) ? Optional.of(type.cast(found)) : Optional.empty();
    }

    private <O> List<O> all(Predicate<ObjectKey> keys, Class<O> type) {
        List<O> found = new ArrayList<>();
        Predicate<ObjectKey> wanted = certain ? keys.and(key -> timeline.isCertain(key, time)) : keys;
        for (SchemaObject object : timeline.all(wanted, time)) {
            if (type.isInstance(object)) {
                found.add(type.cast(object));
            }
        }
        return Collections.unmodifiableList(found);
    }

    private <O> List<O> linked(String topic, Class<O> type, Predicate<O> stillTrue) {
        List<O> found = new ArrayList<>();
        for (ObjectKey key : timeline.linked(topic)) {
            SchemaObject object = object(key);
            if (type.isInstance(object) && stillTrue.test(type.cast(object))) {
                found.add(type.cast(object));
            }
        }
        return Collections.unmodifiableList(found);
    }
}
