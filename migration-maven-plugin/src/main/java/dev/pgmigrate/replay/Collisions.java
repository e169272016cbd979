package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DefineStatement.Define;
import dev.pgmigrate.sql.ast.DomainStatement;
import dev.pgmigrate.sql.ast.DomainStatement.AlterDomain;
import dev.pgmigrate.sql.ast.DomainStatement.CreateDomain;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.PolicyStatement.CreatePolicy;
import dev.pgmigrate.sql.ast.RuleStatement;
import dev.pgmigrate.sql.ast.SequenceStatement.CreateSequence;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import dev.pgmigrate.sql.ast.TypeStatement;
import dev.pgmigrate.sql.ast.ViewStatement.CreateMaterializedView;
import dev.pgmigrate.sql.ast.ViewStatement.CreateView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        if (statement instanceof TableStatement.Definition create && !create.ifNotExists()) {
            boolean temporary = statement instanceof TableStatement.CreateTable table
                    && table.persistence() == Persistence.TEMPORARY;
            relation(ObjectType.TABLE, temporary ? temporary(create.name()) : target(create.name()), create.name());
        } else if (statement instanceof TableStatement.CreateTableAs create && !create.ifNotExists()) {
            boolean temporary = create.persistence() == Persistence.TEMPORARY;
            relation(ObjectType.TABLE, temporary ? temporary(create.name()) : target(create.name()), create.name());
        } else if (statement instanceof CreateMaterializedView view && !view.ifNotExists()) {
            relation(ObjectType.MATERIALIZED_VIEW, target(view.name()), view.name());
        } else if (statement instanceof CreateView view && !view.orReplace()) {
            boolean temporary = view.persistence() == Persistence.TEMPORARY;
            relation(ObjectType.VIEW, temporary ? temporary(view.name()) : target(view.name()), view.name());
        } else if (statement instanceof CreateSequence sequence && !sequence.ifNotExists()) {
            relation(ObjectType.SEQUENCE, target(sequence.name()), sequence.name());
        } else if (statement instanceof CreateIndex index && !index.ifNotExists()) {
            index(index);
        } else if (statement instanceof TableStatement.AlterTable alter) {
            alter.actions().forEach(action -> action(alter, action));
        } else if (statement instanceof TypeStatement type) {
            type(type);
        } else if (statement instanceof CreateDomain domain) {
            type(ObjectType.DOMAIN, domain.name());
        } else if (statement instanceof AlterDomain alter
                && alter.action() instanceof DomainStatement.AddConstraint add
                && add.constraint() instanceof Constraint.Check check) {
            constraint(alter, check);
        } else if (statement instanceof CreateFunction function && !function.orReplace()) {
            ObjectType type = function.procedure() ? ObjectType.PROCEDURE : ObjectType.FUNCTION;
            routine(type, function.name(), Signatures.of(function.parameters()));
        } else if (statement instanceof Define define && !define.orReplace() && !define.ifNotExists()) {
            define(define);
        } else if (statement instanceof CreateTrigger trigger && !trigger.orReplace()) {
            part(
                    ObjectType.TRIGGER,
                    trigger.name(),
                    trigger.table(),
                    schema.tableOrView(trigger.table().qualified())
                            .map(relation ->
                                    relation.triggerPresence(trigger.name().text())));
        } else if (statement instanceof CreatePolicy policy) {
            part(
                    ObjectType.POLICY,
                    policy.name(),
                    policy.table(),
                    table(policy.table())
                            .map(table -> table.policyPresence(policy.name().text())));
        } else if (statement instanceof RuleStatement rule && !rule.orReplace()) {
            part(
                    ObjectType.RULE,
                    rule.name(),
                    rule.table(),
                    schema.tableOrView(rule.table().qualified())
                            .map(relation -> relation.rulePresence(rule.name().text())));
        } else {
            NamedCollisions.look(statement, this);
        }
    }

    private Optional<Table> table(ObjectName name) {
        return schema.table(name);
    }

    Schema schema() {
        return schema;
    }

    QualifiedName target(ObjectName name) {
        return name.qualified().inSchema(schema.searchPath().get(0));
    }

    private static QualifiedName temporary(ObjectName name) {
        return QualifiedName.of(Schema.TEMPORARY, name.last().text());
    }

    private void relation(ObjectType type, QualifiedName target, ObjectName written) {
        if (schema.relationPresence(target).isPresent()) {
            add(type, written.toString(), SqlState.DUPLICATE_TABLE, written.range());
        }
    }

    private void index(CreateIndex index) {
        Name name = index.name();
        if (name == null) {
            return;
        }
        QualifiedName table = schema.resolve(index.table());
        if (schema.relationPresence(new QualifiedName(table.schemaOrNull(), name.text()))
                .isPresent()) {
            add(ObjectType.INDEX, name.text(), SqlState.DUPLICATE_TABLE, name.range());
        }
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
            String sqlState = sqlState(constraint, SqlState.INVALID_TABLE_DEFINITION);
            add(ObjectType.TABLE_CONSTRAINT, shown, sqlState, constraint.range());
        } else if (name != null
                && table.get().constraintPresence(name.text()).isPresent()
                && !repeats(constraint, table.get())) {
            boolean index = constraint instanceof Constraint.Key || constraint instanceof Constraint.Exclude;
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

    private void type(TypeStatement statement) {
        if (statement instanceof TypeStatement.AddEnumValue add) {
            boolean present = schema.type(add.name().qualified())
                    .filter(type -> type.labels().contains(add.value().text()))
                    .isPresent();
            if (present && !add.ifNotExists()) {
                String shown = add.name() + "." + add.value().text();
                add(
                        ObjectType.TYPE,
                        shown,
                        SqlState.DUPLICATE_OBJECT,
                        add.value().range());
            }
        } else if (statement instanceof TypeStatement.CreateEnum
                || statement instanceof TypeStatement.CreateCompositeType
                || statement instanceof TypeStatement.CreateRange) {
            type(ObjectType.TYPE, statement.name());
        }
    }

    private void type(ObjectType type, ObjectName name) {
        if (schema.typePresence(target(name)).isPresent()) {
            add(type, name.toString(), SqlState.DUPLICATE_OBJECT, name.range());
        }
    }

    private void routine(ObjectType type, ObjectName name, String signature) {
        if (schema.routinePresence(target(name), signature).isPresent()) {
            add(type, name + "(" + signature + ")", SqlState.DUPLICATE_FUNCTION, name.range());
        }
    }

    private void define(Define define) {
        switch (define.objectType()) {
            case AGGREGATE -> routine(ObjectType.AGGREGATE, define.name(), Signatures.of(define));
            case TYPE -> type(ObjectType.TYPE, define.name());
            default ->
                named(
                        define.objectType(),
                        target(define.name()),
                        define.name().toString(),
                        define.name().range());
        }
    }

    void named(ObjectType type, QualifiedName name, String shown, SourceRange at) {
        if (schema.presence(type, name).isPresent()) {
            add(type, shown, Collision.sqlStateOfExisting(type), at);
        }
    }

    private void part(ObjectType type, Name name, ObjectName table, Optional<Presence> presence) {
        part(type, name, table, presence.filter(Presence::isPresent).isPresent(), SqlState.DUPLICATE_OBJECT);
    }

    private void part(ObjectType type, Name name, ObjectName table, boolean present, String sqlState) {
        if (present) {
            boolean dotted = type == ObjectType.COLUMN || type == ObjectType.ATTRIBUTE;
            String shown = dotted ? table + "." + name.text() : onTable(name.text(), table);
            add(type, shown, sqlState, name.range());
        }
    }

    /** Messages put backticks around the whole. */
    private static String onTable(String name, ObjectName table) {
        return name + "` on `" + table;
    }

    void add(ObjectType type, String name, String sqlState, SourceRange at) {
        found.add(new Collision(type, name, sqlState, at));
    }
}
