package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Index;
import dev.pgmigrate.replay.Table.Column;
import dev.pgmigrate.replay.TableConstraint.Kind;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.IndexElement;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.SortBy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Replays a constraint that {@code CREATE TABLE} or {@code ALTER TABLE … ADD} makes, with the index behind it. */
final class ConstraintCreation {
    static final String BTREE = "btree";

    private ConstraintCreation() {}

    /**
     * Adds a constraint; the caller puts the table.
     *
     * @param column the column that it stands behind, or empty for a constraint of the table
     */
    static Table add(Table table, Constraint constraint, List<String> column, Model model) {
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
                true,
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
