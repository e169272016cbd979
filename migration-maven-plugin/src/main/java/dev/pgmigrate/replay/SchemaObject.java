package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.ast.DefineStatement.Define;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionBody;
import dev.pgmigrate.sql.ast.FunctionOption;
import dev.pgmigrate.sql.ast.FunctionParameter;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.IndexElement;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that the files have made, altered or spoken of as existing. */
public sealed interface SchemaObject {
    QualifiedName name();

    /** The statement that made it; the first that spoke of it where none made it. */
    Origin origin();

    /** What lives in {@code pg_class} and so shares one name space. */
    sealed interface Relation extends SchemaObject permits TableOrView, Index, Sequence {
        /** Returns what a {@code DROP} of it has to say; empty for a table of which only the name was seen. */
        default Optional<ObjectType> dropType() {
            if (this instanceof Table table) {
                ObjectType type = table.foreign() ? ObjectType.FOREIGN_TABLE : ObjectType.TABLE;
                return table.created() ? Optional.of(type) : Optional.empty();
            }
            if (this instanceof View view) {
                return Optional.of(view.materialized() ? ObjectType.MATERIALIZED_VIEW : ObjectType.VIEW);
            }
            return Optional.of(this instanceof Index ? ObjectType.INDEX : ObjectType.SEQUENCE);
        }
    }

    /** What can be written to, and so has triggers and rules. */
    sealed interface TableOrView extends Relation permits Table, View {
        Members<Table.Trigger> triggers();

        /** The rules by name, but for what makes a view one. */
        Members<RelationRule> rules();

        Presence columnPresence(String column);

        Presence triggerPresence(String trigger);

        Presence rulePresence(String rule);

        TableOrView withTriggers(Members<Table.Trigger> other);

        TableOrView withRules(Members<RelationRule> other);
    }

    /**
     * An index.
     *
     * @param elements the keys; empty where it is only known to exist
     * @param included the columns of {@code INCLUDE}
     * @param method the access method, {@code btree} where none was written
     * @param where the predicate of a partial index
     * @param concurrently whether it was built so, in which case a failed build may have left it invalid
     * @param constraint the constraint that owns it, or null
     */
    record Index(
            QualifiedName name,
            QualifiedName table,
            List<IndexElement> elements,
            List<String> included,
            boolean unique,
            String method,
            @Nullable Expression where,
            boolean concurrently,
            @Nullable String constraint,
            Origin origin)
            implements Relation {
        /** Returns the names of the leading keys that are plain columns. */
        public List<String> leadingColumns() {
            return elements.stream()
                    .takeWhile(element -> element.column() != null)
                    .map(Index::columnName)
                    .toList();
        }

        /** Returns what it computes: its keys that are no plain columns, and its predicate. */
        public List<Expression> expressions() {
            return Stream.concat(elements.stream().map(IndexElement::expression), Stream.of(where))
                    .filter(Objects::nonNull)
                    .toList();
        }

        private static String columnName(IndexElement element) {
            return element.column() == null ? "" : element.column().text();
        }

        Index named(QualifiedName other) {
            return new Index(other, table, elements, included, unique, method, where, concurrently, constraint, origin);
        }

        Index on(QualifiedName other) {
            return new Index(name, other, elements, included, unique, method, where, concurrently, constraint, origin);
        }

        /** What it computes from columns keeps their old names: expressions are as they were written. */
        Index renamingColumn(String from, String to) {
            List<IndexElement> renamed = elements.stream()
                    .map(element -> columnName(element).equals(from) ? element.ofColumn(to) : element)
                    .toList();
            List<String> renamedIncluded = included.stream()
                    .map(column -> column.equals(from) ? to : column)
                    .toList();
            return new Index(
                    name, table, renamed, renamedIncluded, unique, method, where, concurrently, constraint, origin);
        }

        Index ownedBy(@Nullable String owner) {
            return new Index(name, table, elements, included, unique, method, where, concurrently, owner, origin);
        }
    }

    /**
     * A view or a materialized view.
     *
     * @param columns its column names where they are spelled out; empty where they follow from the query
     * @param output all its columns; null where the files do not show them
     * @param uses the relations that its query names, in its order
     */
    record View(
            QualifiedName name,
            boolean materialized,
            List<String> columns,
            @Nullable List<OutputColumn> output,
            Set<QualifiedName> uses,
            boolean securityInvoker,
            @Nullable Statement query,
            Members<Table.Trigger> triggers,
            Members<RelationRule> rules,
            Origin origin)
            implements TableOrView {
        View invokedBy(boolean caller) {
            return new View(name, materialized, columns, output, uses, caller, query, triggers, rules, origin);
        }

        View named(QualifiedName other) {
            return new View(
                    other, materialized, columns, output, uses, securityInvoker, query, triggers, rules, origin);
        }

        View using(Set<QualifiedName> other) {
            return new View(
                    name, materialized, columns, output, other, securityInvoker, query, triggers, rules, origin);
        }

        View giving(@Nullable List<OutputColumn> other) {
            return new View(name, materialized, columns, other, uses, securityInvoker, query, triggers, rules, origin);
        }

        @Override
        public View withTriggers(Members<Table.Trigger> other) {
            return new View(name, materialized, columns, output, uses, securityInvoker, query, other, rules, origin);
        }

        @Override
        public View withRules(Members<RelationRule> other) {
            return new View(name, materialized, columns, output, uses, securityInvoker, query, triggers, other, origin);
        }

        @Override
        public Presence columnPresence(String column) {
            if (output == null) {
                return Presence.UNKNOWN;
            }
            Set<@Nullable String> names = new HashSet<>();
            output.forEach(given -> names.add(given.name()));
            if (names.contains(column)) {
                return Presence.PRESENT;
            }
            return names.contains(null) ? Presence.UNKNOWN : Presence.ABSENT;
        }

        /** {@code OR REPLACE} does not tell whether it was there, with triggers that no file shows. */
        @Override
        public Presence triggerPresence(String trigger) {
            return triggers.presence(trigger, false);
        }

        @Override
        public Presence rulePresence(String rule) {
            return rules.presence(rule, false);
        }
    }

    /**
     * A sequence.
     *
     * @param owner the table that owns it, by {@code serial}, identity or {@code OWNED BY}
     * @param column the column of the owner
     */
    record Sequence(
            QualifiedName name,
            @Nullable QualifiedName owner,
            @Nullable String column,
            Origin origin) implements Relation {}

    /** What kind a type is. */
    enum TypeKind {
        ENUM,
        DOMAIN,
        COMPOSITE,
        RANGE,
        BASE,
        /** Only announced, for the functions of the base type that it will be (manual, CREATE TYPE). */
        SHELL
    }

    /**
     * A type of its own; the row types of tables are not kept.
     *
     * @param labels an enum's labels in order; a composite type's attributes
     * @param parts what it is made of: the type of a domain or of a range, those of a composite type's attributes
     * @param constraints a domain's constraints by name, made up as the server would where none was written
     * @param complete whether it was seen being made, so that a label not listed is not there
     */
    record Type(
            QualifiedName name,
            TypeKind kind,
            List<String> labels,
            List<ColumnType> parts,
            Members<Origin> constraints,
            boolean complete,
            Origin origin)
            implements SchemaObject {
        public Presence label(String label) {
            if (labels.contains(label)) {
                return Presence.PRESENT;
            }
            return complete ? Presence.ABSENT : Presence.UNKNOWN;
        }

        /** Returns whether a domain has a constraint; the server may have made up another name than is known. */
        public Presence constraintPresence(String constraint) {
            return constraints.presence(constraint, complete && !GeneratedNames.isOfDomain(constraint));
        }

        /** Returns a domain's type. */
        public Optional<ColumnType> base() {
            return kind == TypeKind.DOMAIN ? parts.stream().findFirst() : Optional.empty();
        }

        Type named(QualifiedName other) {
            return new Type(other, kind, labels, parts, constraints, complete, origin);
        }

        Type labelled(List<String> other) {
            return new Type(name, kind, other, parts, constraints, complete, origin);
        }

        Type madeOf(List<String> attributes, List<ColumnType> types) {
            return new Type(name, kind, attributes, types, constraints, complete, origin);
        }

        Type constrained(Members<Origin> other) {
            return new Type(name, kind, labels, parts, other, complete, origin);
        }
    }

    /**
     * A function, procedure or aggregate.
     *
     * @param kind function, procedure or aggregate
     * @param signature the input types, normalised, joined by commas
     * @param definition the {@code CREATE} that made it; null where only a drop or a comment spoke of it
     * @param options what is written behind its parameters, and what an {@code ALTER} has put there since
     * @param body its body where that is PL/pgSQL
     */
    record Routine(
            QualifiedName name,
            ObjectType kind,
            String signature,
            @Nullable Statement definition,
            List<FunctionOption> options,
            @Nullable PlpgsqlBody body,
            Origin origin)
            implements SchemaObject {
        public Routine {
            options = List.copyOf(options);
        }

        /**
         * Returns what the server keeps of it as it was read: defaults, {@code RETURN} and {@code BEGIN ATOMIC}, and the options of
         * an aggregate.
         */
        public List<Node> kept() {
            List<Node> kept = new ArrayList<>();
            if (definition instanceof CreateFunction function) {
                if (function.body() instanceof FunctionBody.Statements
                        || function.body() instanceof FunctionBody.Return) {
                    kept.add(function.body());
                }
                for (FunctionParameter parameter : function.parameters()) {
                    if (parameter.defaultValue() != null) {
                        kept.add(parameter.defaultValue());
                    }
                }
            } else if (definition instanceof Define aggregate) {
                kept.addAll(aggregate.definition());
            }
            return kept;
        }

        Routine named(QualifiedName other) {
            return new Routine(other, kind, signature, definition, options, body, origin);
        }

        Routine with(List<FunctionOption> more) {
            List<FunctionOption> all = new ArrayList<>(options);
            all.addAll(more);
            return new Routine(name, kind, signature, definition, all, body, origin);
        }
    }

    /**
     * What {@code GRANT} and {@code REVOKE} last said of reading a relation, or of running a routine.
     *
     * @param name the relation or routine
     * @param roles by role, {@code public} for all of them: whether it was granted
     */
    record Privileges(QualifiedName name, PersistentMap<Word> roles, Origin origin) implements SchemaObject {
        /** The last word on a role: whether it was a grant, and when it was said. */
        record Word(boolean granted, int time) {}
    }

    /**
     * Anything else that is known by its name: a schema, an extension, a role, a publication.
     *
     * @param details what it holds where that matters: the tables of a publication, the schema of an extension
     */
    record Other(QualifiedName name, ObjectType kind, Set<String> details, Origin origin) implements SchemaObject {}
}
