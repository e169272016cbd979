package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Index;
import dev.pgmigrate.replay.SchemaObject.Relation;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.SchemaObject.TableOrView;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes down what a schema says, one line a fact: what is there, what is sure to be gone, and which of it is in doubt. */
final class SchemaText {
    /** No file has such a name, so that it tells what is said of a name that was never seen. */
    private static final String NEVER_SEEN = "never seen";

    private final Schema schema;
    private final Schema certain;
    private final Seen seen;
    private final Set<String> lines = new TreeSet<>();

    /** The names that have been seen so far; what is gone is asked for by its name. */
    static final class Seen {
        private final Set<String> words = new TreeSet<>();
        private final Set<QualifiedName> relations = new TreeSet<>(BY_TEXT);
        private final Set<QualifiedName> types = new TreeSet<>(BY_TEXT);
        private final Set<List<String>> routines = new TreeSet<>(Comparator.comparing(List::toString));
        private final Set<QualifiedName> others = new TreeSet<>(BY_TEXT);

        private static final Comparator<QualifiedName> BY_TEXT = Comparator.comparing(QualifiedName::toString);

        /** @param words what may be a name of something */
        Seen(Collection<String> words) {
            this.words.addAll(words);
            for (String word : words) {
                QualifiedName name = QualifiedName.of("public", word);
                relations.add(name);
                types.add(name);
                routines.add(List.of("public", word, ""));
                others.add(QualifiedName.of(word));
            }
        }
    }

    private SchemaText(Schema schema, Seen seen) {
        this.schema = schema;
        this.certain = schema.certain();
        this.seen = seen;
    }

    static Set<String> of(Schema schema, Seen seen) {
        SchemaText text = new SchemaText(schema, seen);
        text.present();
        text.absent();
        return text.lines;
    }

    private void present() {
        schema.tablesAndViews().forEach(relation -> seen.words.addAll(names(relation)));
        schema.types().forEach(type -> seen.words.addAll(type.labels()));
        schema.schemas().forEach(known -> seen.words.add(known.name().name()));
        for (Relation relation : schema.relations()) {
            seen.relations.add(relation.name());
            boolean sure = certain.relation(relation.name()).isPresent();
            add(relation.name(), describe(relation), sure);
            if (relation instanceof TableOrView writable) {
                parts(writable, sure);
            }
            privileges(relation.name().toString(), role -> schema.mayRead(relation.name(), role));
        }
        for (SchemaObject.Type type : schema.types()) {
            seen.types.add(type.name());
            boolean sure = certain.type(type.name()).isPresent();
            String base = type.base().map(of -> " of " + of).orElse("");
            add(type.name(), type.kind() + " " + type.labels() + base + mark(!type.complete(), "incomplete"), sure);
            names(type.name(), "constraint", Set.of(), type::constraintPresence, sure);
        }
        for (Routine routine : schema.routines()) {
            seen.routines.add(List.of(
                    String.valueOf(routine.name().schemaOrNull()),
                    routine.name().name(),
                    routine.signature()));
            routine(routine);
        }
        for (SchemaObject.Other known : schema.schemas()) {
            add(
                    known.name(),
                    "SCHEMA",
                    certain.schemaPresence(known.name().name()).isPresent());
        }
        for (ObjectType type : ObjectType.values()) {
            for (SchemaObject.Other other : schema.others(type)) {
                seen.others.add(other.name());
                boolean sure = certain.other(type, other.name()).isPresent();
                add(other.name(), type + " " + new TreeSet<>(other.details()), sure);
            }
        }
    }

    private void routine(Routine routine) {
        List<String> options = new ArrayList<>();
        routine.options().forEach(option -> options.add(text(routine, option)));
        Set<String> mentioned = new TreeSet<>();
        schema.types().stream()
                .filter(type -> RoutineTypes.mention(routine, type.name()))
                .forEach(type -> mentioned.add(type.name().toString()));
        String name = routine.name() + "(" + routine.signature() + ")";
        boolean sure = certain.routines(routine.name()).contains(routine);
        add(name, routine.kind() + " " + options + mark(!mentioned.isEmpty(), "of " + mentioned), sure);
        privileges(name, role -> schema.mayRun(routine, role));
    }

    private void privileges(String of, Function<String, Presence> privilege) {
        List<String> roles = new ArrayList<>();
        for (String role : seen.words) {
            Presence presence = privilege.apply(role);
            if (presence != Presence.UNKNOWN) {
                roles.add(role + (presence.isPresent() ? " yes" : " no"));
            }
        }
        if (!roles.isEmpty()) {
            lines.add(of + ": privilege " + roles);
        }
    }

    private String describe(Relation relation) {
        String dropped = relation.dropType().map(ObjectType::words).orElse("something");
        if (relation instanceof Table table) {
            return dropped + " " + describe(table);
        }
        if (relation instanceof View view) {
            List<String> output = new ArrayList<>();
            if (view.output() != null) {
                view.output().forEach(column -> output.add(column.name() + " " + column.type()));
            }
            return dropped + " " + view.columns() + " gives " + (view.output() == null ? "what is not known" : output)
                    + " of " + view.uses() + mark(view.securityInvoker(), "for its caller");
        }
        if (relation instanceof Index index) {
            List<String> keys = new ArrayList<>();
            index.elements()
                    .forEach(key -> keys.add(
                            key.column() != null ? key.column().text() : "(" + text(index, key.expression()) + ")"));
            return dropped + " on " + index.table() + " " + keys
                    + mark(!index.included().isEmpty(), "with " + index.included())
                    + mark(index.unique(), "unique") + " " + index.method() + mark(index.where() != null, "partial")
                    + mark(index.concurrently(), "concurrently")
                    + mark(index.constraint() != null, "of " + index.constraint());
        }
        SchemaObject.Sequence sequence = (SchemaObject.Sequence) relation;
        return dropped + mark(sequence.owner() != null, "of " + sequence.owner() + "." + sequence.column());
    }

    private String describe(Table table) {
        List<String> columns =
                table.columns().all().stream().map(Table.Column::name).toList();
        return columns
                + mark(!table.columnsKnown(), "and more")
                + mark(table.temporary(), "temporary")
                + mark(table.isPartitioned(), "partitioned")
                + mark(table.partitionOf() != null, "part of " + table.partitionOf())
                + mark(!table.parents().isEmpty(), "inherits " + table.parents())
                + mark(
                        table.created() ? !table.rowSecurity().isAbsent() : table.rowSecurity() != Presence.UNKNOWN,
                        "row security " + table.rowSecurity())
                + mark(table.rows() != Table.Rows.NONE, "rows " + table.rows())
                + mark(table.replicaIdentity() != null, "with identity")
                + Publications.of(table.name(), schema)
                        .map(name -> " published by " + name)
                        .orElse("");
    }

    private static Set<String> names(TableOrView relation) {
        Set<String> names = new TreeSet<>();
        relation.triggers().all().forEach(trigger -> names.add(trigger.name()));
        if (relation instanceof Table table) {
            table.columns().all().forEach(column -> names.add(column.name()));
            table.constraints().all().forEach(constraint -> names.add(constraint.name()));
            table.policies().all().forEach(policy -> names.add(policy.name()));
        } else if (relation instanceof View view && view.output() != null) {
            view.output().stream()
                    .map(OutputColumn::name)
                    .filter(Objects::nonNull)
                    .forEach(names::add);
        }
        return names;
    }

    private void parts(TableOrView relation, boolean sure) {
        Set<String> described = names(relation);
        names(relation.name(), "column", described, relation::columnPresence, sure);
        names(relation.name(), "trigger", described, relation::triggerPresence, sure);
        names(relation.name(), "rule", Set.of(), relation::rulePresence, sure);
        relation.triggers()
                .all()
                .forEach(trigger -> part(
                        relation,
                        trigger.name(),
                        "trigger runs " + trigger.function()
                                + mark(!trigger.columns().isEmpty(), "on " + trigger.columns())
                                + mark(trigger.constraint(), "constraint"),
                        sure));
        if (!(relation instanceof Table table)) {
            return;
        }
        names(relation.name(), "constraint", described, table::constraintPresence, sure);
        names(relation.name(), "policy", described, table::policyPresence, sure);
        table.columns().all().forEach(column -> part(table, column.name(), describe(column), sure));
        table.constraints().all().forEach(constraint -> part(table, constraint.name(), describe(constraint), sure));
        table.policies().all().forEach(policy -> part(table, policy.name(), describe(policy), sure));
    }

    private static String describe(Table.Policy policy) {
        return (policy.permissive() ? "permissive" : "restrictive") + " policy for " + policy.command() + " to "
                + policy.roles().stream().map(role -> role.name().text()).toList()
                + mark(policy.using() != null, "using " + text(policy.origin(), policy.using()))
                + mark(policy.check() != null, "check " + text(policy.origin(), policy.check()))
                + " of " + policy.conditions().size();
    }

    private static String describe(Table.Column column) {
        return "column " + (column.type() == null ? "of some type" : column.type()) + mark(column.notNull(), "not null")
                + mark(column.defaultValue() != null, "default " + text(column.origin(), column.defaultValue()))
                + mark(column.generated(), "generated") + mark(column.identity(), "identity")
                + mark(column.serial(), "serial");
    }

    private static String describe(TableConstraint constraint) {
        return constraint.kind() + " " + constraint.columns()
                + mark(
                        constraint.referenced() != null,
                        "to " + constraint.referenced() + " " + constraint.referencedColumns())
                + mark(!constraint.validated(), "not valid") + mark(!constraint.enforced(), "not enforced")
                + mark(constraint.named(), "named") + mark(!constraint.inherited(), "no inherit");
    }

    /** Says of which names something else holds than of one that was never seen. */
    private void names(
            QualifiedName of, String what, Set<String> described, Function<String, Presence> presence, boolean sure) {
        Presence unseen = presence.apply(NEVER_SEEN);
        for (String word : seen.words) {
            Presence now = presence.apply(word);
            if (now != unseen && !(now.isPresent() && described.contains(word))) {
                add(of + "." + word, what + " " + now.name().toLowerCase(Locale.ROOT), sure);
            }
        }
    }

    private void absent() {
        seen.relations.forEach(name -> gone(name, "relation", s -> s.relationPresence(name)));
        seen.types.forEach(name -> gone(name, "type", s -> s.typePresence(name)));
        seen.words.forEach(name -> gone(name, "schema", s -> s.schemaPresence(name)));
        for (List<String> routine : seen.routines) {
            QualifiedName name = QualifiedName.of(routine.get(0), routine.get(1));
            String signature = routine.get(2);
            gone(name + "(" + signature + ")", "routine", s -> s.routinePresence(name, signature));
        }
        for (ObjectType type : ObjectType.values()) {
            seen.others.forEach(name -> gone(name, type.words(), s -> s.presence(type, name)));
        }
    }

    private void gone(Object name, String what, Function<Schema, Presence> presence) {
        if (presence.apply(schema).isAbsent()) {
            add(name, "no " + what, presence.apply(certain).isAbsent());
        }
    }

    private void part(TableOrView relation, String name, String description, boolean sure) {
        add(relation.name() + "." + name, description, sure);
    }

    private void add(Object name, String description, boolean sure) {
        lines.add(name + ": " + description + mark(!sure, "in doubt"));
    }

    private static String mark(boolean said, String words) {
        return said ? ", " + words : "";
    }

    private static String text(SchemaObject object, @Nullable Node node) {
        return text(object.origin(), node);
    }

    private static String text(Origin origin, @Nullable Node node) {
        String text = node == null ? "" : origin.file().source().text(node.range());
        return text.lines().map(String::strip).collect(Collectors.joining(" "));
    }
}
