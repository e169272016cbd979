package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Index;
import dev.pgmigrate.replay.SchemaObject.Other;
import dev.pgmigrate.replay.SchemaObject.Relation;
import dev.pgmigrate.replay.SchemaObject.Sequence;
import dev.pgmigrate.replay.SchemaObject.TableOrView;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes to the timeline while one statement is replayed. What it reads is the moment as it is now. */
final class Model {
    private final Timeline timeline;
    private final List<String> searchPath;
    private final boolean repeated;
    private final boolean unlessMade;
    private final Origin origin;
    private final @Nullable PlpgsqlBody body;

    /**
     * @param repeated whether this is a second run, in which a plain {@code CREATE} of something that is there fails and
     *     so changes nothing
     * @param unlessMade whether the statement runs only where what it makes is not there, as far as is known
     * @param body the body of the statement, where it makes a routine in PL/pgSQL
     */
    Model(
            Timeline timeline,
            List<String> searchPath,
            boolean repeated,
            boolean unlessMade,
            Origin origin,
            @Nullable PlpgsqlBody body) {
        this.timeline = timeline;
        this.searchPath = searchPath;
        this.repeated = repeated;
        this.unlessMade = unlessMade;
        this.origin = origin;
        this.body = body;
    }

    @Nullable
    PlpgsqlBody body() {
        return body;
    }

    Origin origin() {
        return origin;
    }

    Timeline timeline() {
        return timeline;
    }

    Schema schema() {
        return new Schema(timeline, timeline.now(), searchPath);
    }

    /** Returns a writer whose unqualified names are made in {@code schema}, as in {@code CREATE SCHEMA … elements}. */
    Model in(String schema) {
        return new Model(timeline, List.of(schema), repeated, unlessMade, origin, body);
    }

    /** Returns where something of that name is made: in its own schema, else in the first of the search path. */
    QualifiedName target(ObjectName name) {
        return name.qualified().inSchema(searchPath.get(0));
    }

    /** Returns the full name of what {@code making} makes now. */
    QualifiedName target(Making making, ObjectReference made) {
        return schema().target(making, made).name().qualified();
    }

    /** Returns whether a {@code CREATE} of {@code key} makes something now. */
    boolean makes(ObjectKey key, Making making) {
        return making.orReplace() || makes(key, making.ifNotExists());
    }

    boolean makes(ObjectKey key, boolean ifNotExists) {
        boolean present = timeline.presence(key, timeline.now()).isPresent();
        return !present || !(ifNotExists || repeated || unlessMade);
    }

    void put(Relation given) {
        Relation relation = given instanceof Table table ? withoutCircle(table) : given;
        ObjectKey key = ObjectKey.relation(relation.name());
        timeline.put(key, relation);
        if (Schema.TEMPORARY.equals(key.schema())) {
            timeline.link(Topics.TEMPORARY, key);
        }
        if (relation instanceof Index index) {
            timeline.link(Topics.indexesOf(index.table()), ObjectKey.relation(index.name()));
            Mentions.by(index.table(), this).add(index);
        } else if (relation instanceof View view) {
            view.uses().forEach(used -> timeline.link(Topics.usesOf(used), ObjectKey.relation(view.name())));
        } else if (relation instanceof Table table) {
            if (table.partitionOf() != null) {
                timeline.link(Topics.partitionsOf(table.partitionOf()), key);
            }
            table.parents().forEach(parent -> timeline.link(Topics.inheritorsOf(parent), key));
        }
    }

    /**
     * Takes a table out of the circle that it would close: the server refuses it, but a table that the files do not make may
     * get the name of its own parent here.
     */
    private Table withoutCircle(Table table) {
        Table open = table;
        if (table.partitionOf() != null && descends(table.partitionOf(), table.name())) {
            open = Tables.partitionOf(open, null, null);
        }
        for (QualifiedName parent : table.parents()) {
            if (descends(parent, table.name())) {
                open = Tables.inheriting(open, parent, false);
            }
        }
        return open;
    }

    /** Returns a table and what it is a partition of, up to the topmost. */
    List<Table> lineOf(Table table) {
        List<Table> line = new ArrayList<>(List.of(table));
        for (QualifiedName above = table.partitionOf(); above != null; ) {
            Optional<Table> known = schema().table(above);
            known.ifPresent(line::add);
            above = known.map(Table::partitionOf).orElse(null);
        }
        return line;
    }

    /** Returns whether a table is {@code ancestor} or descends from it. */
    boolean descends(QualifiedName table, QualifiedName ancestor) {
        Deque<QualifiedName> open = new ArrayDeque<>(List.of(table));
        Set<QualifiedName> seen = new HashSet<>();
        while (!open.isEmpty()) {
            QualifiedName current = open.pop();
            if (current.equals(ancestor)) {
                return true;
            }
            if (seen.add(current) && timeline.get(ObjectKey.relation(current), timeline.now()) instanceof Table known) {
                open.addAll(known.parents());
                if (known.partitionOf() != null) {
                    open.add(known.partitionOf());
                }
            }
        }
        return false;
    }

    void put(SchemaObject.Type type) {
        timeline.put(ObjectKey.type(type.name()), type);
    }

    void put(SchemaObject.Routine routine) {
        ObjectKey key = ObjectKey.routine(routine.name(), routine.signature());
        timeline.put(key, routine);
        timeline.link(Topics.routine(routine.name()), key);
        RoutineTypes.of(routine).forEach(type -> timeline.link(Topics.routinesOver(type), key));
        TreeNames.keptBy(routine).forEach(name -> timeline.link(Topics.routinesNaming(name), key));
    }

    /** Makes a change, in doubt if {@code doubtful}. */
    void doubtingIf(boolean doubtful, Runnable change) {
        if (doubtful) {
            doubting(change);
        } else {
            change.run();
        }
    }

    /** Makes a change of which it is not sure that it happens. */
    void doubting(Runnable change) {
        boolean before = timeline.doubt(true);
        change.run();
        timeline.doubt(before);
    }

    void remove(ObjectKey key) {
        timeline.remove(key);
        QualifiedName name = new QualifiedName(key.schema(), key.name());
        if (key.space() == ObjectKey.Space.RELATION) {
            forgetGrants(Grants.onRelation(name));
            forgetGrants(RelationRights.key(name));
            forgetGrants(RelationRights.ownerKey(name));
        } else if (key.space() == ObjectKey.Space.ROUTINE && key.detail() != null) {
            forgetGrants(Grants.onRoutine(name, key.detail()));
        }
    }

    /** Notes that something of that name may be there again. */
    void forget(ObjectKey key) {
        timeline.forget(key);
    }

    /** Notes that nothing is granted any more on what is gone; what comes under its name begins anew. */
    private void forgetGrants(ObjectKey privileges) {
        if (timeline.get(privileges, timeline.now()) != null) {
            timeline.remove(privileges);
        }
    }

    /** Returns the table, noting that it exists if nothing was known of it. */
    Table table(ObjectName name) {
        return table(name.qualified());
    }

    Table table(QualifiedName name) {
        return schema().table(name).orElseGet(() -> Table.mentioned(schema().resolve(name), origin));
    }

    void change(ObjectName name, UnaryOperator<Table> change) {
        change(name.qualified(), change);
    }

    /** Changes a table that is there or of which nothing is known; the server refuses it for one that is gone. */
    void change(QualifiedName name, UnaryOperator<Table> change) {
        QualifiedName resolved = schema().resolve(name);
        boolean other = schema().relation(resolved).isPresent()
                && schema().table(resolved).isEmpty();
        if (!other && !schema().relationPresence(resolved).isAbsent()) {
            put(change.apply(table(name)));
        }
    }

    /** Changes the triggers or rules of what an object belongs to; nothing where the statement does not say. */
    void changeWritable(@Nullable ObjectName name, UnaryOperator<TableOrView> change) {
        if (name != null) {
            changeWritable(name.qualified(), change);
        }
    }

    /** Changes the triggers or rules of a table or view that is there or of which nothing is known. */
    void changeWritable(QualifiedName name, UnaryOperator<TableOrView> change) {
        QualifiedName resolved = schema().resolve(name);
        Optional<Relation> relation = schema().relation(resolved);
        if (relation.isPresent() && relation.get() instanceof TableOrView known) {
            put(change.apply(known));
        } else if (relation.isEmpty() && !schema().relationPresence(resolved).isAbsent()) {
            put(change.apply(Table.mentioned(resolved, origin)));
        }
    }

    /** Adds a constraint, and for a key the index that it owns. */
    Table withConstraint(Table table, TableConstraint constraint) {
        link(constraint, table.name());
        Mentions.by(table.name(), this).add(constraint);
        return Tables.withConstraint(table, constraint);
    }

    /** Remembers what a foreign key refers to. */
    void link(TableConstraint constraint, QualifiedName table) {
        if (constraint.referenced() != null) {
            timeline.link(Topics.referencesTo(constraint.referenced()), ObjectKey.relation(table));
        }
    }

    void dropRelation(QualifiedName resolved, boolean cascade) {
        Optional<Relation> relation = schema().relation(resolved);
        remove(ObjectKey.relation(resolved));
        schema().indexesOf(resolved).forEach(index -> timeline.remove(ObjectKey.relation(index.name())));
        dropStatistics(resolved, null);
        if (relation.isPresent() && relation.get() instanceof Sequence sequence) {
            Cascades.defaults(sequence, cascade, this);
        }
        if (relation.isEmpty() || relation.get() instanceof Table) {
            dropOwnedSequences(resolved);
            schema().partitionsOf(resolved).forEach(part -> dropRelation(part.name(), cascade));
            dropReferences(resolved);
        }
        if (cascade) {
            if (relation.isPresent()) {
                Cascades.routines(resolved, this);
                Cascades.policies(resolved.name(), this);
                Cascades.bodies(resolved.name(), this);
            }
            for (Table child : schema().inheritorsOf(resolved)) {
                doubting(() -> dropRelation(child.name(), true));
            }
            for (View view : schema().viewsUsing(resolved)) {
                dropRelation(view.name(), true);
            }
        }
    }

    private void dropReferences(QualifiedName referenced) {
        for (Table user : schema().tablesReferencing(referenced)) {
            Table changed = user;
            for (TableConstraint constraint : user.constraints().all()) {
                if (referenced.equals(constraint.referenced())) {
                    changed = Tables.withoutConstraint(changed, constraint.name());
                }
            }
            put(changed);
        }
    }

    void ownSequence(QualifiedName sequence, QualifiedName table, @Nullable String column) {
        timeline.link(Topics.sequencesOf(table), ObjectKey.relation(sequence));
        put(new Sequence(sequence, table, column, origin));
    }

    List<Sequence> sequencesOf(QualifiedName table) {
        List<Sequence> found = new ArrayList<>();
        for (ObjectKey key : timeline.linked(Topics.sequencesOf(table))) {
            if (timeline.get(key, timeline.now()) instanceof Sequence sequence && table.equals(sequence.owner())) {
                found.add(sequence);
            }
        }
        return found;
    }

    /** Drops the sequences that a column owns. */
    void dropSequences(QualifiedName table, String column) {
        for (Sequence sequence : sequencesOf(table)) {
            if (column.equals(sequence.column())) {
                remove(ObjectKey.relation(sequence.name()));
            }
        }
    }

    /** Gives the sequences of a column to it under its new name. */
    void giveSequences(QualifiedName table, String from, String to) {
        for (Sequence sequence : sequencesOf(table)) {
            if (from.equals(sequence.column())) {
                ownSequence(sequence.name(), table, to);
            }
        }
    }

    /** The sequences of a table go on being its own under its new name. */
    void giveSequences(QualifiedName from, QualifiedName to) {
        sequencesOf(from).forEach(sequence -> ownSequence(sequence.name(), to, sequence.column()));
    }

    private void dropOwnedSequences(QualifiedName table) {
        sequencesOf(table).forEach(sequence -> remove(ObjectKey.relation(sequence.name())));
    }

    /** The statistics on a table go on being on it under its new name. */
    void giveStatistics(QualifiedName from, QualifiedName to) {
        statisticsOn(from).forEach((key, statistics) -> {
            giveStatistics(key, statistics, from.toString(), to.toString());
            timeline.link(Topics.statisticsOf(to), key);
        });
    }

    /** The statistics on a column go on being on it under its new name. */
    void giveStatistics(QualifiedName table, String from, String to) {
        statisticsOn(table).forEach((key, statistics) -> giveStatistics(key, statistics, from, to));
    }

    private void giveStatistics(ObjectKey key, Other statistics, String from, String to) {
        Set<String> details = new HashSet<>(statistics.details());
        if (details.remove(from)) {
            details.add(to);
            timeline.put(key, new Other(statistics.name(), statistics.kind(), Set.copyOf(details), origin));
        }
    }

    /** Drops the statistics on a table, or only those on one of its columns. */
    void dropStatistics(QualifiedName table, @Nullable String column) {
        statisticsOn(table).forEach((key, statistics) -> {
            if (column == null || statistics.details().contains(column)) {
                remove(key);
            }
        });
    }

    private Map<ObjectKey, Other> statisticsOn(QualifiedName table) {
        Map<ObjectKey, Other> found = new LinkedHashMap<>();
        for (ObjectKey key : timeline.linked(Topics.statisticsOf(table))) {
            if (timeline.get(key, timeline.now()) instanceof Other statistics
                    && statistics.details().contains(table.toString())) {
                found.put(key, statistics);
            }
        }
        return found;
    }
}
