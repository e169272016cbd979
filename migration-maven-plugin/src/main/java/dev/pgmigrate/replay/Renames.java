package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Index;
import dev.pgmigrate.replay.SchemaObject.Relation;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.SchemaObject.Sequence;
import dev.pgmigrate.replay.SchemaObject.TableOrView;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.replay.TableConstraint.Kind;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.ObjectStatement.Rename;
import dev.pgmigrate.sql.ast.ObjectStatement.SetSchema;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Replays {@code ALTER … RENAME} and {@code ALTER … SET SCHEMA}. */
final class Renames {
    private Renames() {}

    static void apply(ObjectStatement statement, Model model) {
        if (statement instanceof Rename rename) {
            rename(rename, model);
        } else if (statement instanceof SetSchema move) {
            setSchema(move, model);
        }
    }

    private static void rename(Rename statement, Model model) {
        ObjectReference object = statement.object();
        ObjectName subject = object.parent() == null ? object.name() : object.parent();
        model.doubtingIf(statement.ifExists() && isUnseen(subject, model), () -> rename(statement, object, model));
    }

    /** {@code IF EXISTS} does not say that it is there. */
    private static boolean isUnseen(ObjectName relation, Model model) {
        return model.schema().certain().relation(relation.qualified()).isEmpty();
    }

    private static void rename(Rename statement, ObjectReference object, Model model) {
        String from = object.name().last().text();
        String to = statement.newName().text();
        switch (object.type()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX -> {
                QualifiedName old = model.schema().resolve(object.name());
                moveRelation(object.type(), old, new QualifiedName(old.schemaOrNull(), to), model);
            }
            case COLUMN -> renameColumn(object, from, to, model);
            case ATTRIBUTE -> renameAttribute(object, from, to, model);
            case TABLE_CONSTRAINT -> change(object, model, table -> renameConstraint(table, from, to, model));
            case DOMAIN_CONSTRAINT -> TypeChanges.renameConstraint(object, to, model);
            case TRIGGER -> renameTrigger(object, from, to, model);
            case RULE ->
                model.changeWritable(
                        object.parent(),
                        relation -> relation.rulePresence(from).isAbsent()
                                ? relation
                                : relation.withRules(relation.rules()
                                        .renamed(from, to, RelationRule.renamed(relation, from, model.origin()))));
            case POLICY ->
                change(
                        object,
                        model,
                        table -> table.policies()
                                .get(from)
                                .map(old -> Tables.withPolicies(
                                        table, table.policies().renamed(from, to, renamed(old, to))))
                                .orElse(table));
            case TYPE, DOMAIN -> {
                QualifiedName old = model.schema().resolveType(object.name().qualified());
                moveType(old, new QualifiedName(old.schemaOrNull(), to), model);
            }
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> moveRoutines(object, null, to, model);
            case SCHEMA -> SchemaRename.rename(from, to, model);
            default -> {
                QualifiedName name = Others.name(object, model.schema());
                QualifiedName renamed =
                        new QualifiedName(name.schemaOrNull(), to + name.name().substring(from.length()));
                Others.move(object.type(), name, renamed, model);
            }
        }
    }

    private static void setSchema(SetSchema statement, Model model) {
        ObjectReference object = statement.object();
        String to = statement.schema().text();
        switch (object.type()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE -> {
                QualifiedName old = model.schema().resolve(object.name());
                Runnable move = () -> moveWithParts(object.type(), old, to, model);
                model.doubtingIf(statement.ifExists() && isUnseen(object.name(), model), move);
            }
            case TYPE, DOMAIN -> {
                QualifiedName old = model.schema().resolveType(object.name().qualified());
                moveType(old, QualifiedName.of(to, old.name()), model);
            }
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE ->
                moveRoutines(object, to, object.name().last().text(), model);
            case EXTENSION -> Others.moveExtension(object.name().last().text(), to, model);
            default -> Others.move(object, to, model);
        }
    }

    /** The indexes of a table and the sequences that it owns go with it. */
    private static void moveWithParts(ObjectType type, QualifiedName old, String to, Model model) {
        for (Index index : model.schema().indexesOf(old)) {
            moveRelation(
                    ObjectType.INDEX,
                    index.name(),
                    QualifiedName.of(to, index.name().name()),
                    model);
        }
        for (Sequence sequence : model.sequencesOf(old)) {
            moveRelation(
                    ObjectType.SEQUENCE,
                    sequence.name(),
                    QualifiedName.of(to, sequence.name().name()),
                    model);
        }
        moveRelation(type, old, QualifiedName.of(to, old.name()), model);
    }

    private static void renameAttribute(ObjectReference object, String from, String to, Model model) {
        ObjectName type = object.parent();
        TypeChanges.renameAttribute(object, to, model);
        if (type != null) {
            TableChanges.typed(type, model).forEach(table -> model.put(renamedColumn(table, from, to, model)));
        }
    }

    private static void renameColumn(ObjectReference object, String from, String to, Model model) {
        ObjectName parent = object.parent();
        View view =
                parent == null ? null : model.schema().view(parent.qualified()).orElse(null);
        if (view != null) {
            renameOutput(view, from, to, model);
            return;
        }
        change(object, model, table -> renamedColumn(table, from, to, model));
    }

    /** The partitions of a table have its columns, by the same names. */
    private static Table renamedColumn(Table table, String from, String to, Model model) {
        if (table.columnPresence(from).isAbsent()) {
            return table;
        }
        for (Table heir : model.schema().heirsOf(table.name())) {
            model.put(renamedColumn(heir, from, to, model));
        }
        model.giveSequences(table.name(), from, to);
        model.giveStatistics(table.name(), from, to);
        renameKeys(table.name(), from, to, model);
        return TableChanges.renameColumn(table, from, to, model.origin());
    }

    private static void renameKeys(QualifiedName relation, String from, String to, Model model) {
        for (Index index : model.schema().indexesOf(relation)) {
            if (IndexChanges.uses(index, from)) {
                model.put(index.renamingColumn(from, to));
            }
        }
    }

    private static void renameOutput(View view, String from, String to, Model model) {
        renameKeys(view.name(), from, to, model);
        List<OutputColumn> output = view.output();
        if (output != null) {
            List<OutputColumn> renamed = new ArrayList<>(output);
            renamed.replaceAll(column -> from.equals(column.name()) ? new OutputColumn(to, column.type()) : column);
            model.put(view.giving(List.copyOf(renamed)));
        }
    }

    private static void change(ObjectReference object, Model model, UnaryOperator<Table> change) {
        ObjectName parent = object.parent();
        if (parent == null) {
            return;
        }
        QualifiedName relation = model.schema().resolve(parent);
        boolean other = model.schema().relation(relation).isPresent()
                && model.schema().table(relation).isEmpty();
        boolean type = model.schema().type(parent.qualified()).isPresent();
        if (!other && !type && !model.schema().relationPresence(relation).isAbsent()) {
            model.change(relation, change);
        }
    }

    static void moveRelation(ObjectType type, QualifiedName from, QualifiedName to, Model model) {
        Presence presence = model.schema().relationPresence(from);
        // A name that something else has is refused.
        boolean taken = model.schema().certain().relationPresence(to).isPresent();
        if (presence.isAbsent() || taken) {
            return;
        }
        Optional<Relation> known = model.schema().relation(from);
        if (known.isEmpty() && (type == ObjectType.INDEX || type == ObjectType.SEQUENCE)) {
            model.remove(ObjectKey.relation(from));
            model.forget(ObjectKey.relation(to));
            return;
        }
        Relation relation = known.orElseGet(() -> Table.mentioned(from, model.origin()));
        Grants.moveRelation(from, to, model);
        model.remove(ObjectKey.relation(from));
        if (relation instanceof Table table) {
            model.put(Tables.named(table, to));
            Mentions.by(to, model).add(table);
            table.constraints().all().forEach(constraint -> model.link(constraint, to));
            model.giveSequences(from, to);
            model.giveStatistics(from, to);
            model.schema().indexesOf(from).forEach(index -> model.put(index.on(to)));
            for (Table user : model.schema().tablesReferencing(from)) {
                model.put(referring(user, from, to, model));
            }
            renameUsed(from, to, model);
            model.schema().partitionsOf(from).forEach(part -> model.put(Tables.partitionOf(part, to, part.bound())));
            for (Table child : model.schema().inheritorsOf(from)) {
                model.put(Tables.inheriting(Tables.inheriting(child, from, false), to, true));
            }
        } else if (relation instanceof Index index) {
            model.put(index.named(to));
            renameOwner(index, to, model);
        } else if (relation instanceof View view) {
            model.put(view.named(to));
            Mentions.by(to, model).add(view);
            model.schema().indexesOf(from).forEach(index -> model.put(index.on(to)));
            renameUsed(from, to, model);
        } else if (relation instanceof Sequence sequence && sequence.owner() != null) {
            model.ownSequence(to, sequence.owner(), sequence.column());
        } else {
            model.put(new Sequence(to, null, null, model.origin()));
        }
    }

    private static void renameUsed(QualifiedName from, QualifiedName to, Model model) {
        for (View view : model.schema().viewsUsing(from)) {
            Set<QualifiedName> uses = new LinkedHashSet<>(view.uses());
            uses.remove(from);
            uses.add(to);
            model.put(view.using(Collections.unmodifiableSet(uses)));
        }
    }

    /** A constraint and its index have one name, so that renaming either renames both. */
    private static void renameOwner(Index index, QualifiedName to, Model model) {
        String constraint = index.constraint();
        if (constraint != null) {
            model.put(index.named(to).ownedBy(to.name()));
            if (constraint.equals(to.name())) {
                return;
            }
            model.change(
                    index.table(),
                    table -> table.constraints()
                            .get(constraint)
                            .map(old -> Tables.withConstraints(
                                    table, table.constraints().renamed(constraint, to.name(), old.withName(to.name()))))
                            .orElse(table));
        }
    }

    private static Table referring(Table user, QualifiedName from, QualifiedName to, Model model) {
        Table changed = user;
        for (TableConstraint constraint : user.constraints().all()) {
            if (from.equals(constraint.referenced())) {
                changed = model.withConstraint(changed, constraint.referring(to));
            }
        }
        return changed;
    }

    private static Table renameConstraint(Table table, String from, String to, Model model) {
        boolean inherited = table.constraints()
                .get(from)
                .filter(constraint -> constraint.kind() == Kind.CHECK || constraint.kind() == Kind.NOT_NULL)
                .isPresent();
        for (Table heir : inherited ? model.schema().heirsOf(table.name()) : List.<Table>of()) {
            if (heir.constraints().get(from).isPresent()) {
                model.change(heir.name(), child -> renameConstraint(child, from, to, model));
            }
        }
        QualifiedName index = new QualifiedName(table.name().schemaOrNull(), from);
        model.schema()
                .index(index)
                .filter(found -> from.equals(found.constraint()))
                .ifPresent(found -> {
                    model.remove(ObjectKey.relation(index));
                    model.put(found.named(new QualifiedName(table.name().schemaOrNull(), to))
                            .ownedBy(to));
                });
        return table.constraints()
                .get(from)
                .map(old -> Tables.withConstraints(table, table.constraints().renamed(from, to, old.withName(to))))
                // One that nobody saw, such as that of a NOT NULL, has the new name all the same.
                .orElseGet(
                        () -> Tables.withConstraints(table, table.constraints().unsure(to)));
    }

    private static void renameTrigger(ObjectReference object, String from, String to, Model model) {
        model.changeWritable(
                object.parent(),
                relation -> relation.triggers()
                        .get(from)
                        .map(old -> relation.triggers().renamed(from, to, old.named(to)))
                        .map(relation::withTriggers)
                        .orElseGet(
                                () -> relation.withTriggers(relation.triggers().without(from))));
        if (object.parent() != null) {
            model.schema().table(object.parent()).ifPresent(table -> PartitionTriggers.rename(table, from, to, model));
        }
    }

    private static Table.Policy renamed(Table.Policy old, String to) {
        return new Table.Policy(
                to, old.permissive(), old.command(), old.roles(), old.using(), old.check(), old.origin());
    }

    static void moveType(QualifiedName from, QualifiedName to, Model model) {
        if (model.schema().typePresence(from).isAbsent()) {
            return;
        }
        SchemaObject.Type type = model.schema()
                .type(from)
                .orElseGet(() -> new SchemaObject.Type(
                        from, SchemaObject.TypeKind.BASE, List.of(), List.of(), Members.none(), false, model.origin()));
        model.remove(ObjectKey.type(from));
        retype(from, to, model);
        model.put(type.named(to));
    }

    /** Columns keep their type under its new name. */
    private static void retype(QualifiedName from, QualifiedName to, Model model) {
        for (Table table : model.schema().tables()) {
            for (Table.Column column : table.columns().all()) {
                ColumnType old = column.type();
                if (old != null && Removals.isOf(old, from)) {
                    QualifiedName name = old.name().schemaOrNull() == null ? QualifiedName.of(to.name()) : to;
                    ColumnType renamed = new ColumnType(name, old.modifiers(), old.array());
                    model.change(table.name(), t -> Tables.withColumn(t, column.typed(renamed)));
                }
            }
        }
    }

    private static void moveRoutines(
            ObjectReference object, @org.jspecify.annotations.Nullable String schema, String name, Model model) {
        RoutineLookup.Outcome outcome = RoutineLookup.of(object, model.schema()).outcome();
        if (outcome == RoutineLookup.Outcome.AMBIGUOUS || outcome == RoutineLookup.Outcome.OF_ANOTHER_KIND) {
            return;
        }
        String signature = Signatures.of(object);
        List<Routine> routines = model.schema().routines(object.name().qualified());
        for (Routine routine : routines) {
            if (signature == null || signature.equals(routine.signature())) {
                QualifiedName to =
                        new QualifiedName(schema == null ? routine.name().schemaOrNull() : schema, name);
                moveRoutine(routine, to, model);
            }
        }
        if (signature == null && !routines.isEmpty()) {
            QualifiedName from = routines.get(0).name();
            QualifiedName to = new QualifiedName(schema == null ? from.schemaOrNull() : schema, name);
            if (!from.equals(to)) {
                // Nothing of that name is left, whatever its arguments; a DROP notes it in the same way.
                model.remove(ObjectKey.routine(from, ""));
            }
        }
    }

    /** Triggers go on running it; their functions have no arguments. */
    static void moveRoutine(Routine routine, QualifiedName to, Model model) {
        ObjectKey from = ObjectKey.routine(routine.name(), routine.signature());
        Grants.moveRoutine(from, ObjectKey.routine(to, routine.signature()), model);
        model.remove(from);
        model.put(routine.named(to));
        if (!routine.signature().isEmpty()) {
            return;
        }
        for (TableOrView relation :
                model.schema().relationsNaming(routine.name().name())) {
            for (Table.Trigger trigger : relation.triggers().all()) {
                if (trigger.function().equals(routine.name())) {
                    Table.Trigger moved = trigger.running(to);
                    Mentions.by(relation.name(), model).add(moved);
                    model.changeWritable(
                            relation.name(), r -> r.withTriggers(r.triggers().with(trigger.name(), moved)));
                }
            }
        }
    }
}
