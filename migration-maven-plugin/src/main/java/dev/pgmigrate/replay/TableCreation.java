package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Index;
import dev.pgmigrate.replay.Table.Column;
import dev.pgmigrate.replay.TableConstraint.Kind;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.IndexElement;
import dev.pgmigrate.sql.ast.LikeClause;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.SortBy;
import dev.pgmigrate.sql.ast.TableElement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import dev.pgmigrate.sql.ast.TableStatement.CreateTableAs;
import dev.pgmigrate.sql.ast.TableStatement.Definition;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Replays {@code CREATE TABLE} and what {@code ALTER TABLE … ADD} has in common with it. */
final class TableCreation {
    static final String BTREE = "btree";

    private TableCreation() {}

    static void create(TableStatement statement, Model model) {
        if (statement instanceof Definition definition) {
            create(definition, model);
        } else if (statement instanceof CreateTableAs create) {
            create(create, model);
        }
    }

    private static void create(Definition statement, Model model) {
        QualifiedName name = model.target(statement, statement.made());
        if (!model.makes(ObjectKey.relation(name), statement)) {
            return;
        }
        ObjectName parent = statement.partitionOf();
        Table table = Tables.create(
                name,
                Schema.TEMPORARY.equals(name.schemaOrNull()),
                !(statement instanceof CreateTable),
                statement instanceof CreateTable create ? create.partitionBy() : null,
                parent == null || model.schema().resolve(parent).equals(name)
                        ? null
                        : model.schema().resolve(parent),
                model.origin());
        // What the file says of it further up the server refuses, but whoever mends that moves it behind the CREATE.
        Optional<Table> named = model.schema()
                .table(name)
                .filter(known -> !known.created()
                        && known.origin().file() == model.origin().file());
        if (named.isPresent()) {
            table = Tables.withPolicies(table, named.get().policies());
        }
        boolean typed = statement instanceof CreateTable create && create.ofType() != null;
        // A column that the parent gets later comes to its children as well.
        table = Tables.withColumns(
                table, table.columns(), !typed && statement.inherits().isEmpty());
        List<ObjectName> sources = new ArrayList<>(statement.inherits());
        if (parent != null) {
            sources.add(parent);
        }
        for (ObjectName source : sources) {
            table = TableCopies.inherit(table, model.table(source));
        }
        for (ObjectName inherited : statement.inherits()) {
            table = Tables.inheriting(table, model.schema().resolve(inherited), true);
        }
        // The new table may hide one of the same name.
        IdentityHashMap<LikeClause, Table> likes = new IdentityHashMap<>();
        for (TableElement element : statement.elements()) {
            if (element instanceof LikeClause like) {
                likes.put(like, model.table(like.source()));
            }
        }
        if (!statement.ifNotExists() && isDoubtful(name, model.schema())) {
            // The server makes it, so that what may have been there is gone.
            model.dropRelation(name, false);
        }
        model.put(table);
        for (TableElement element : statement.elements()) {
            if (element instanceof ColumnDef column) {
                table = addColumn(table, column, model);
            } else if (element instanceof LikeClause like) {
                table = TableCopies.like(table, like, Objects.requireNonNull(likes.get(like)), model);
            }
            model.put(table);
        }
        for (Constraint constraint : statement.constraints()) {
            table = addConstraint(table, constraint, List.of(), model);
            model.put(table);
        }
        model.put(withoutUnchecked(table));
        PartitionIndexes.makeOn(table, model);
    }

    private static boolean isDoubtful(QualifiedName name, Schema schema) {
        return schema.relationPresence(name).isPresent()
                && !schema.certain().relationPresence(name).isPresent();
    }

    /** There are no rows that a {@code NOT VALID} could leave unchecked; what is {@code NOT ENFORCED} stays so. */
    private static Table withoutUnchecked(Table table) {
        Table changed = table;
        for (TableConstraint constraint : table.constraints().all()) {
            changed = constraint.enforced() ? Tables.withConstraint(changed, constraint.whenValidated()) : changed;
        }
        return changed;
    }

    private static void create(CreateTableAs statement, Model model) {
        QualifiedName name = model.target(statement, statement.made());
        if (!model.makes(ObjectKey.relation(name), statement)) {
            return;
        }
        Table table = Tables.create(name, statement.temporary(), false, null, null, model.origin());
        for (Name column : statement.columns()) {
            table = Tables.withColumn(
                    table, new Column(column.text(), null, false, null, false, false, false, model.origin()));
        }
        // What the query gives behind the written names keeps the names that it has there.
        List<OutputColumn> given = QueryColumns.of(statement.query(), List.of(), model.schema());
        int written = statement.columns().size();
        table = Tables.withColumns(table, table.columns(), written > 0 && (given == null || given.size() == written));
        model.put(statement.withData() ? Tables.filled(table, Table.Rows.ANY) : table);
    }

    /** Adds a column with its constraints; the caller puts the table. */
    static Table addColumn(Table table, ColumnDef definition, Model model) {
        String name = definition.name().text();
        boolean serial = definition.type() != null && ColumnType.isSerial(definition.type());
        Constraint.Default defaultValue = definition.constraint(Constraint.Default.class);
        Constraint.Generated generated = definition.constraint(Constraint.Generated.class);
        boolean identity = serial || definition.has(Constraint.Identity.class);
        boolean notNull =
                identity || definition.has(Constraint.NotNull.class) || definition.has(Constraint.PrimaryKey.class);
        ColumnType type = definition.type() == null
                ? null
                : ColumnType.of(definition.type()).withoutSerial();
        Column inherited = table.column(name).orElse(null);
        Column base = defaultValue == null && generated == null ? inherited : null;
        Expression value = generated == null ? null : generated.expression();
        Table changed = Tables.withColumn(
                table,
                new Column(
                        name,
                        type == null && inherited != null ? inherited.type() : type,
                        notNull || (inherited != null && inherited.notNull()),
                        base == null ? value : base.defaultValue(),
                        base == null ? generated != null : base.generated(),
                        identity,
                        serial || (base != null && base.serial()),
                        new Origin(model.origin().file(), definition.range())));
        if (defaultValue != null) {
            Column column = changed.column(name).orElseThrow();
            changed = Tables.withColumn(changed, column.defaulting(defaultValue.expression()));
        }
        if (identity) {
            ownSequence(table, name, model);
        }
        for (Constraint constraint : definition.constraints()) {
            changed = addConstraint(changed, constraint, List.of(name), model);
        }
        return changed;
    }

    /** Makes the sequence of a {@code serial} or identity column. */
    static void ownSequence(Table table, String column, Model model) {
        String sequence = GeneratedNames.choose(
                table.name().name(), List.of(column), "seq", other -> isTaken(model, table, other));
        model.ownSequence(new QualifiedName(table.name().schemaOrNull(), sequence), table.name(), column);
    }

    /**
     * Adds a constraint; the caller puts the table.
     *
     * @param column the column that it stands behind, or empty for a constraint of the table
     */
    static Table addConstraint(Table table, Constraint constraint, List<String> column, Model model) {
        TableConstraint added = constraint(table, constraint, column, model);
        if (added == null) {
            Name notNull = constraint instanceof Constraint.NotNull ? constraint.name() : null;
            return notNull == null
                    ? table
                    : Tables.withConstraints(table, table.constraints().unsure(notNull.text()));
        }
        if (added.kind() == Kind.NOT_NULL && !added.named() && column.isEmpty() && isNotNull(table, added)) {
            // It is that of the column, under whatever name.
            return Tables.withConstraints(table, table.constraints().unsure(added.name()));
        }
        Table changed = model.withConstraint(table, added);
        if (constraint instanceof Constraint.Key key) {
            addKeyIndex(table, added, key, model);
        } else if (constraint instanceof Constraint.Exclude exclude) {
            List<IndexElement> elements = exclude.elements().stream()
                    .map(Constraint.ExclusionElement::element)
                    .toList();
            String method = exclude.method() == null ? BTREE : exclude.method().text();
            model.put(index(table, added, elements, names(exclude.including()), method, exclude.where(), model));
        }
        if (added.kind() == Kind.PRIMARY_KEY || (added.kind() == Kind.NOT_NULL && added.validated())) {
            for (String name : added.columns()) {
                changed = changed.column(name).isEmpty()
                        ? changed
                        : Tables.withColumn(changed, changed.column(name).get().nullable(false));
            }
        }
        return changed;
    }

    private static boolean isNotNull(Table table, TableConstraint added) {
        return added.columns().stream()
                .allMatch(name -> table.column(name).map(Column::notNull).orElse(false));
    }

    private static void addKeyIndex(Table table, TableConstraint added, Constraint.Key key, Model model) {
        Name using = key.usingIndex();
        if (using == null) {
            List<IndexElement> elements = added.columns().stream()
                    .map(name -> new IndexElement(
                            new Name(name, key.range()),
                            null,
                            null,
                            null,
                            List.of(),
                            SortBy.Direction.DEFAULT,
                            SortBy.NullsOrder.DEFAULT,
                            key.range()))
                    .toList();
            // WITHOUT OVERLAPS needs an operator that a B-tree does not have (manual, CREATE TABLE).
            List<String> included = names(key.including());
            String method = key.withoutOverlaps() ? "gist" : BTREE;
            model.put(index(table, added, elements, included, method, null, model));
            return;
        }
        QualifiedName old = new QualifiedName(table.name().schemaOrNull(), using.text());
        Index index = model.schema().index(old).orElse(null);
        model.remove(ObjectKey.relation(old));
        QualifiedName name = new QualifiedName(table.name().schemaOrNull(), added.name());
        model.put(
                index == null
                        ? index(table, added, List.of(), List.of(), BTREE, null, model)
                        : index.named(name).ownedBy(added.name()));
    }

    static Index index(
            Table table,
            TableConstraint constraint,
            List<IndexElement> elements,
            List<String> included,
            String method,
            @Nullable Expression where,
            Model model) {
        return new Index(
                new QualifiedName(table.name().schemaOrNull(), constraint.name()),
                table.name(),
                elements,
                included,
                constraint.kind() != Kind.EXCLUDE,
                method,
                where,
                false,
                constraint.name(),
                model.origin());
    }

    private static @Nullable TableConstraint constraint(
            Table table, Constraint constraint, List<String> column, Model model) {
        Kind kind = kind(constraint);
        if (kind == null) {
            return null;
        }
        boolean listed = column.isEmpty() || kind == Kind.CHECK;
        List<String> columns = listed ? columns(table, constraint, model) : column;
        Name written = constraint.name();
        String name = written != null ? written.text() : generatedName(table, constraint, kind, columns, model);
        Constraint.ForeignKey reference = constraint instanceof Constraint.ForeignKey key ? key : null;
        boolean enforced = !Boolean.FALSE.equals(constraint.attributes().enforced());
        return new TableConstraint(
                name,
                kind,
                columns,
                reference == null ? null : model.schema().resolve(reference.referenced()),
                reference == null
                        ? List.of()
                        : reference.referencedColumns().stream().map(Name::text).toList(),
                constraint instanceof Constraint.Check check ? check.expression() : null,
                !constraint.notValid() && enforced,
                enforced,
                written != null,
                !constraint.attributes().noInherit(),
                new Origin(model.origin().file(), constraint.range()));
    }

    static @Nullable Kind kind(Constraint constraint) {
        if (constraint instanceof Constraint.Check) {
            return Kind.CHECK;
        }
        if (constraint instanceof Constraint.ForeignKey) {
            return Kind.FOREIGN_KEY;
        }
        if (constraint instanceof Constraint.PrimaryKey) {
            return Kind.PRIMARY_KEY;
        }
        if (constraint instanceof Constraint.Unique) {
            return Kind.UNIQUE;
        }
        if (constraint instanceof Constraint.Exclude) {
            return Kind.EXCLUDE;
        }
        // Before 18 a NOT NULL is only a mark on its column; a name for it is read and forgotten.
        boolean isOne = constraint instanceof Constraint.NotNull notNull
                && (notNull.column() != null || notNull.attributes().noInherit());
        return isOne ? Kind.NOT_NULL : null;
    }

    private static List<String> columns(Table table, Constraint constraint, Model model) {
        if (constraint instanceof Constraint.Key key) {
            Name using = key.usingIndex();
            if (using != null) {
                return model.schema()
                        .index(new QualifiedName(table.name().schemaOrNull(), using.text()))
                        .map(Index::leadingColumns)
                        .orElse(List.of());
            }
            return key.columns().stream().map(Name::text).toList();
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return key.columns().stream().map(Name::text).toList();
        }
        if (constraint instanceof Constraint.Check check) {
            return TreeNames.columns(check.expression());
        }
        if (constraint instanceof Constraint.NotNull notNull && notNull.column() != null) {
            return List.of(notNull.column().text());
        }
        if (constraint instanceof Constraint.Exclude exclude) {
            return IndexChanges.columnNames(exclude.elements().stream()
                    .map(Constraint.ExclusionElement::element)
                    .toList());
        }
        return List.of();
    }

    private static String generatedName(
            Table table, Constraint constraint, Kind kind, List<String> columns, Model model) {
        Name using = constraint.usingIndex();
        if (using != null) {
            return using.text();
        }
        List<String> all = new ArrayList<>(columns);
        including(constraint).forEach(name -> all.add(name.text()));
        return generatedName(table.name(), kind, all, name -> isTaken(model, table, name));
    }

    private static List<String> names(List<Name> names) {
        return names.stream().map(Name::text).toList();
    }

    private static List<Name> including(Constraint constraint) {
        if (constraint instanceof Constraint.Key key) {
            return key.including();
        }
        return constraint instanceof Constraint.Exclude exclude ? exclude.including() : List.of();
    }

    /** Returns the name that the server makes up for a constraint. */
    static String generatedName(QualifiedName table, Kind kind, List<String> columns, Predicate<String> taken) {
        String suffix = switch (kind) {
            case CHECK -> "check";
            case FOREIGN_KEY -> "fkey";
            case NOT_NULL -> "not_null";
            case PRIMARY_KEY -> "pkey";
            case UNIQUE -> "key";
            case EXCLUDE -> "excl";
        };
        List<String> named =
                kind == Kind.PRIMARY_KEY || (kind == Kind.CHECK && columns.size() != 1) ? List.of() : columns;
        return GeneratedNames.choose(table.name(), named, suffix, taken);
    }

    static boolean isTaken(Model model, Table table, String name) {
        return table.constraints().get(name).isPresent()
                || model.timeline()
                        .presence(
                                ObjectKey.relation(
                                        new QualifiedName(table.name().schemaOrNull(), name)),
                                model.timeline().now())
                        .isPresent();
    }
}
