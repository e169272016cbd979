package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Table.Column;
import dev.pgmigrate.replay.Table.Generation;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.LikeClause;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Persistence;
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
import org.jspecify.annotations.Nullable;

/** Replays {@code CREATE TABLE} and what {@code ALTER TABLE … ADD} has in common with it. */
final class TableCreation {
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
                statement.bound(),
                statement instanceof CreateTable create && create.ofType() != null
                        ? model.schema().resolveType(create.ofType().qualified())
                        : null,
                model.origin());
        table = Tables.logged(
                table, !(statement instanceof CreateTable create && create.persistence() == Persistence.UNLOGGED));
        // What the file says of it further up the server refuses, but whoever mends that moves it behind the CREATE.
        Optional<Table> named = model.schema()
                .table(name)
                .filter(known -> !known.created()
                        && known.origin().file() == model.origin().file());
        if (named.isPresent()) {
            table = Tables.withPolicies(table, named.get().policies());
        }
        table = ofType(table, model);
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
            table = ConstraintCreation.add(table, constraint, List.of(), model);
            model.put(table);
        }
        model.put(withoutUnchecked(table));
        Mentions.by(name, model).add(table);
        PartitionIndexes.makeOn(table, model);
        PartitionTriggers.makeOn(table, model);
    }

    /** Gives a typed table the attributes of its type as columns. */
    private static Table ofType(Table table, Model model) {
        QualifiedName name = table.ofType();
        if (name == null) {
            return table;
        }
        SchemaObject.Type type = model.schema().type(name).orElse(null);
        if (type == null || type.kind() != SchemaObject.TypeKind.COMPOSITE || !type.complete()) {
            return Tables.withColumns(table, table.columns(), false);
        }
        Table changed = table;
        for (int i = 0; i < type.labels().size(); i++) {
            ColumnType of = type.parts().get(i);
            changed = Tables.withColumn(changed, Column.of(type.labels().get(i), of, model.origin()));
        }
        return changed;
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
        Table table = Tables.create(name, statement.temporary(), false, null, null, null, null, model.origin());
        for (Name column : statement.columns()) {
            table = Tables.withColumn(table, Column.of(column.text(), null, model.origin()));
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
                        collation(definition, inherited),
                        storage(definition, inherited),
                        notNull || (inherited != null && inherited.notNull()),
                        base == null ? value : base.defaultValue(),
                        base == null ? generation(generated) : base.generation(),
                        identity,
                        definition.constraints().stream()
                                .anyMatch(constraint -> constraint instanceof Constraint.Identity own && own.always()),
                        serial || (base != null && base.serial()),
                        table.partitionOf() == null,
                        new Origin(model.origin().file(), definition.range())));
        if (defaultValue != null) {
            Column column = changed.column(name).orElseThrow();
            changed = Tables.withColumn(changed, column.defaulting(defaultValue.expression()));
        }
        changed.column(name).ifPresent(Mentions.by(table.name(), model)::add);
        if (identity) {
            ownSequence(table, name, model);
        }
        for (Constraint constraint : definition.constraints()) {
            changed = ConstraintCreation.add(changed, constraint, List.of(name), model);
        }
        return changed;
    }

    private static @Nullable QualifiedName collation(ColumnDef definition, @Nullable Column inherited) {
        if (definition.collation() != null) {
            return definition.collation().qualified();
        }
        return inherited != null && definition.type() == null ? inherited.collation() : null;
    }

    private static @Nullable String storage(ColumnDef definition, @Nullable Column inherited) {
        if (definition.storage() != null) {
            return definition.storage().text();
        }
        return inherited == null ? null : inherited.storage();
    }

    private static Generation generation(Constraint.@Nullable Generated generated) {
        if (generated == null) {
            return Generation.NONE;
        }
        return Boolean.TRUE.equals(generated.stored()) ? Generation.STORED : Generation.VIRTUAL;
    }

    /** Makes the sequence of a {@code serial} or identity column. */
    static void ownSequence(Table table, String column, Model model) {
        String sequence = GeneratedNames.choose(
                table.name().name(), List.of(column), "seq", other -> ConstraintCreation.isTaken(model, table, other));
        model.ownSequence(new QualifiedName(table.name().schemaOrNull(), sequence), table.name(), column);
    }
}
