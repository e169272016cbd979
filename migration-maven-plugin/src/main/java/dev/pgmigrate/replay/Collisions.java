package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DefineStatement.Define;
import dev.pgmigrate.sql.ast.DomainStatement;
import dev.pgmigrate.sql.ast.DomainStatement.AlterDomain;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TypeStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a statement would make a second time. What says {@code IF NOT EXISTS} or {@code OR REPLACE} never collides. */
public final class Collisions {
    private final Schema schema;
    private final List<Collision> found = new ArrayList<>();

    private Collisions(Schema schema) {
        this.schema = schema;
    }

    /** Returns what {@code statement} makes that is present in {@code schema}. */
    public static List<Collision> of(Statement statement, Schema schema) {
        Collisions collisions = new Collisions(schema);
        collisions.look(statement);
        return List.copyOf(collisions.found);
    }

    private void look(Statement statement) {
        if (statement instanceof Making making) {
            made(making);
        } else if (statement instanceof TableStatement.AlterTable alter) {
            alter.actions().forEach(action -> action(alter, action));
        } else if (statement instanceof TypeStatement.AddEnumValue add && !add.ifNotExists()) {
            label(add.name(), add.value());
        } else if (statement instanceof TypeStatement.RenameEnumValue rename && has(rename.name(), rename.value())) {
            label(rename.name(), rename.newValue());
        } else if (statement instanceof AlterDomain alter
                && alter.action() instanceof DomainStatement.AddConstraint add
                && add.constraint() instanceof Constraint.Check check) {
            constraint(alter, check);
        }
    }

    private void made(Making making) {
        ObjectReference made = making.made();
        if (made == null || making.ifNotExists() || making.orReplace() || completesShell(making)) {
            return;
        }
        if (schema.presence(schema.target(making, made)).isPresent()) {
            add(made.type(), shown(made), Collision.sqlStateOfExisting(made.type()), made.range());
        }
    }

    /** A base type is announced first and defined later (manual, CREATE TYPE). */
    private boolean completesShell(Making making) {
        return making instanceof Define define
                && define.objectType() == ObjectType.TYPE
                && !define.definition().isEmpty()
                && schema.type(define.name().qualified())
                        .filter(type -> type.kind() == SchemaObject.TypeKind.SHELL)
                        .isPresent();
    }

    private static String shown(ObjectReference made) {
        ObjectName parent = made.parent();
        String arguments = Objects.requireNonNullElse(Signatures.of(made), "");
        return switch (made.type()) {
            case FUNCTION, PROCEDURE, AGGREGATE -> made.name() + "(" + arguments + ")";
            case CAST -> "(" + arguments.replace(",", " AS ") + ")";
            case TRIGGER, POLICY, RULE -> onTable(made.name().toString(), parent);
            case TRANSFORM -> made.name().last().text();
            case USER_MAPPING -> made.name() + " " + parent;
            default -> made.name().toString();
        };
    }

    private Optional<Table> table(ObjectName name) {
        return schema.table(name);
    }

    private void action(TableStatement.AlterTable alter, AlterTableAction action) {
        if (action instanceof AlterTableAction.AddColumn add && !add.ifNotExists() && !dropsColumn(alter, add)) {
            Name column = add.column().name();
            if (alter.objectType() == ObjectType.TYPE) {
                boolean present = schema.type(alter.name().qualified())
                        .filter(type -> type.labels().contains(column.text()))
                        .isPresent();
                part(ObjectType.ATTRIBUTE, column, alter.name(), present, SqlState.DUPLICATE_COLUMN);
            } else {
                boolean present = table(alter.name())
                        .map(table -> table.columnPresence(column.text()))
                        .filter(Presence::isPresent)
                        .isPresent();
                part(ObjectType.COLUMN, column, alter.name(), present, SqlState.DUPLICATE_COLUMN);
            }
        } else if (action instanceof AlterTableAction.AddConstraint add) {
            constraint(alter, add.constraint());
        }
    }

    /** Drops run before adds, so that one {@code ALTER TABLE} can replace a column. */
    private static boolean dropsColumn(TableStatement.AlterTable alter, AlterTableAction.AddColumn add) {
        for (AlterTableAction action : alter.actions()) {
            if (action instanceof AlterTableAction.DropColumn drop
                    && drop.name().text().equals(add.column().name().text())) {
                return true;
            }
        }
        return false;
    }

    private void constraint(TableStatement.AlterTable alter, Constraint constraint) {
        Optional<Table> table = table(alter.name());
        if (dropsFirst(alter, constraint) || table.isEmpty()) {
            return;
        }
        Name name = constraint.name() != null ? constraint.name() : constraint.usingIndex();
        Optional<TableConstraint> key = table.get().primaryKey();
        if (constraint instanceof Constraint.PrimaryKey
                && key.isPresent()
                && !drops(alter, key.get().name())) {
            String shown = onTable(key.get().name(), alter.name());
            boolean free = constraint.usingIndex() != null
                    && schema.index(new QualifiedName(
                                    table.get().name().schemaOrNull(),
                                    constraint.usingIndex().text()))
                            .filter(index -> index.constraint() == null)
                            .isPresent();
            String sqlState =
                    free ? SqlState.INVALID_TABLE_DEFINITION : sqlState(constraint, SqlState.INVALID_TABLE_DEFINITION);
            add(ObjectType.TABLE_CONSTRAINT, shown, sqlState, constraint.range());
        } else if (name != null
                && table.get().constraintPresence(name.text()).isPresent()
                && !repeats(constraint, table.get())
                && !merges(constraint, name, table.get())) {
            // Its index collides before the constraint does, if the other one has one as well.
            boolean index = (constraint instanceof Constraint.Key || constraint instanceof Constraint.Exclude)
                    && table.get()
                            .constraints()
                            .get(name.text())
                            .filter(TableConstraint::hasIndex)
                            .isPresent();
            part(
                    ObjectType.TABLE_CONSTRAINT,
                    name,
                    alter.name(),
                    true,
                    index ? sqlState(constraint, SqlState.DUPLICATE_TABLE) : SqlState.DUPLICATE_OBJECT);
        }
    }

    /** The index of {@code USING INDEX} is looked up first: it belongs to the constraint by now, and has got its name. */
    private static String sqlState(Constraint constraint, String otherwise) {
        Name index = constraint.usingIndex();
        if (index == null) {
            return otherwise;
        }
        boolean renamed = constraint.name() != null && !constraint.name().text().equals(index.text());
        return renamed ? SqlState.UNDEFINED_OBJECT : SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE;
    }

    /** A column takes the {@code NOT NULL} that it has, under the same name, any number of times (PostgreSQL 18). */
    private static boolean repeats(Constraint constraint, Table table) {
        if (!(constraint instanceof Constraint.NotNull notNull) || notNull.name() == null || notNull.column() == null) {
            return false;
        }
        List<String> columns = List.of(notNull.column().text());
        return table.constraints()
                .get(notNull.name().text())
                .filter(known -> known.kind() == TableConstraint.Kind.NOT_NULL)
                .filter(known -> known.columns().equals(columns))
                .isPresent();
    }

    /** A child takes a check that it has from a parent once more, as its own (manual, 5.11 "Inheritance"). */
    private boolean merges(Constraint constraint, Name name, Table table) {
        return constraint instanceof Constraint.Check check
                && table.parents().stream()
                        .flatMap(parent -> schema.table(parent).stream())
                        .flatMap(parent -> parent.constraints().get(name.text()).stream())
                        .anyMatch(known -> String.valueOf(known.expression())
                                .equals(check.expression().toString()));
    }

    /** Drops run before adds within one {@code ALTER TABLE}, so that it can replace a constraint. */
    private static boolean dropsFirst(TableStatement.AlterTable alter, Constraint constraint) {
        Name name = constraint.name();
        return name != null && drops(alter, name.text());
    }

    private static boolean drops(TableStatement.AlterTable alter, String constraint) {
        return alter.actions().stream()
                .anyMatch(action -> action instanceof AlterTableAction.DropConstraint drop
                        && drop.name().text().equals(constraint));
    }

    /** A {@code NOT NULL} may be said of a domain again. */
    private void constraint(AlterDomain alter, Constraint.Check check) {
        Name name = check.name();
        if (name != null) {
            boolean present = schema.type(alter.name().qualified())
                    .filter(domain -> domain.constraintPresence(name.text()).isPresent())
                    .isPresent();
            part(ObjectType.DOMAIN_CONSTRAINT, name, alter.name(), present, SqlState.DUPLICATE_OBJECT);
        }
    }

    private void label(ObjectName type, TypeStatement.Label label) {
        if (has(type, label)) {
            add(ObjectType.TYPE, type + "." + label.text(), SqlState.DUPLICATE_OBJECT, label.range());
        }
    }

    private boolean has(ObjectName type, TypeStatement.Label label) {
        return schema.type(type.qualified())
                .filter(known -> known.labels().contains(label.text()))
                .isPresent();
    }

    private void part(ObjectType type, Name name, ObjectName table, boolean present, String sqlState) {
        if (present) {
            boolean dotted = type == ObjectType.COLUMN || type == ObjectType.ATTRIBUTE;
            String shown = dotted ? table + "." + name.text() : onTable(name.text(), table);
            add(type, shown, sqlState, name.range());
        }
    }

    /** Messages put backticks around the whole. */
    private static String onTable(String name, @Nullable ObjectName table) {
        return name + "` on `" + table;
    }

    private void add(ObjectType type, String name, String sqlState, SourceRange at) {
        found.add(new Collision(type, name, sqlState, at));
    }
}
