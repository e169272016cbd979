package dev.pgmigrate.undo;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Origin;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.FunctionParameter;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.GrantStatement;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How each object was last defined, so that what replaces or drops it can be taken back. */
final class Definitions {
    private static final String COMMENT = "comment on ";

    /** They are no types of their own (manual, 8.1.4 "Serial Types"). */
    private static final Map<String, String> SERIALS = Map.of(
            "smallserial", "smallint",
            "serial2", "smallint",
            "serial", "integer",
            "serial4", "integer",
            "bigserial", "bigint",
            "serial8", "bigint");

    private final Map<String, Definition> objects = new HashMap<>();
    private final Map<QualifiedName, TableDefinitions> tables = new HashMap<>();
    private final Map<Origin, Constraint> constraints = new HashMap<>();

    /** Remembers what a statement defines; to be called once what it replaces was looked up. */
    void remember(Step step) {
        Statement statement = step.statement();
        Schema schema = step.before();
        if (statement instanceof Making making) {
            made(step, making);
        } else if (statement instanceof TableStatement.AlterTable alter) {
            alter.actions().forEach(action -> altered(step, alter, action));
        } else if (statement instanceof ObjectStatement.Comment comment) {
            ObjectReference object = comment.object();
            map(object, null, schema).remove(COMMENT + key(object, null, schema));
            if (comment.text() != null) {
                map(object, null, schema)
                        .put(COMMENT + key(object, null, schema), definition(step, object, object.parent()));
            }
        } else if (statement instanceof PolicyStatement.AlterPolicy alter) {
            since(step, ObjectReference.of(ObjectType.POLICY, alter.name(), alter.table()));
        } else if (statement instanceof FunctionStatement.AlterFunction alter) {
            since(step, alter.function());
        } else if (statement instanceof GrantStatement.Grant grant
                && grant.scope() == GrantStatement.Scope.OBJECTS
                && grant.objects().size() == 1) {
            since(step, granted(grant.objects().get(0), schema));
        } else if (statement instanceof ObjectStatement.Rename rename) {
            renamed(rename, schema);
        } else if (statement instanceof ObjectStatement.SetSchema move) {
            QualifiedName old = schema.resolve(move.object().name());
            moved(move.object(), old, new QualifiedName(move.schema().text(), old.name()), schema);
        }
    }

    private void made(Step step, Making making) {
        ObjectReference made = making.made();
        Schema schema = step.before();
        if (made == null) {
            newIndexes(step, making.table()).forEach(index -> {
                ObjectReference named = reference(index.name(), step);
                objects.put(
                        key(named, null, schema),
                        new Definition(step.file(), step.statement(), index.name(), index.table(), List.of()));
            });
            return;
        }
        if (making instanceof TableStatement.CreateTable table) {
            if (making.ifNotExists() && schema.table(table.name()).isPresent()) {
                return;
            }
            tables.put(schema.resolve(table.name()), new TableDefinitions());
            columns(step, table);
        }
        String key = key(made, making.table(), schema);
        Map<String, Definition> map = map(made, making.table(), schema);
        Definition before = map.get(key);
        Definition now = definition(step, made, making.table());
        if (before == null || !making.orReplace()) {
            map.remove(COMMENT + key);
        }
        map.put(key, before != null && making.orReplace() ? before.replacedBy(now) : now);
    }

    private static List<SchemaObject.Index> newIndexes(Step step, @Nullable ObjectName table) {
        if (table == null) {
            return List.of();
        }
        QualifiedName on = step.before().resolve(table);
        return step.after().indexesOf(on).stream()
                .filter(index -> step.before().index(index.name()).isEmpty())
                .toList();
    }

    private static ObjectReference reference(QualifiedName index, Step step) {
        SourceRange range = step.statement().range();
        ObjectName name = ObjectName.of(new Name(index.name(), range));
        return ObjectReference.of(
                ObjectType.INDEX, index.schemaOrNull() == null ? name : name.in(index.schemaOrNull()));
    }

    /** {@code GRANT … ON v} does not say that it means a view. */
    private static ObjectReference granted(ObjectReference object, Schema schema) {
        SchemaObject.View view = object.type() == ObjectType.TABLE
                ? schema.view(object.name().qualified()).orElse(null)
                : null;
        return view == null ? object : ObjectReference.of(type(view), object.name());
    }

    private static ObjectType type(SchemaObject.View view) {
        return view.materialized() ? ObjectType.MATERIALIZED_VIEW : ObjectType.VIEW;
    }

    private void since(Step step, ObjectReference object) {
        Schema schema = step.before();
        Definition later = definition(step, object, object.parent());
        map(object, null, schema).computeIfPresent(key(object, null, schema), (key, known) -> known.and(later));
    }

    private static Definition definition(Step step, ObjectReference object, @Nullable ObjectName table) {
        QualifiedName name = object.type().isInSchema()
                ? resolved(object, table, step.before())
                : object.name().qualified();
        return new Definition(
                step.file(),
                step.statement(),
                name,
                table == null ? null : step.before().resolve(table),
                List.of());
    }

    private void renamed(ObjectStatement.Rename rename, Schema schema) {
        ObjectReference object = rename.object();
        ObjectName parent = object.parent();
        String from = object.name().last().text();
        String to = rename.newName().text();
        if (object.type() == ObjectType.COLUMN && parent != null) {
            TableDefinitions table = ofTable(parent, schema);
            table.renameColumn(from, to);
            forgetWhatNames(from, parent, schema);
            TableDefinitions.move(table.parts(), COMMENT + "COLUMN " + from, COMMENT + "COLUMN " + to);
        } else if (parent != null) {
            Map<String, Definition> map = map(object, null, schema);
            String old = key(object, null, schema);
            String now = object.type() + " " + to;
            TableDefinitions.move(map, old, now);
            TableDefinitions.move(map, COMMENT + old, COMMENT + now);
        } else {
            QualifiedName old = schema.resolve(object.name());
            moved(object, old, new QualifiedName(old.schemaOrNull(), to), schema);
        }
    }

    /** Expressions are as they were written, and so would no longer run. */
    private void forgetWhatNames(String column, ObjectName table, Schema schema) {
        QualifiedName name = schema.resolve(table);
        Predicate<Definition> names = definition -> definition.names(column);
        ofTable(table, schema).parts().values().removeIf(names);
        schema.indexesOf(name).forEach(index -> forget(ObjectType.INDEX, index.name(), names));
        schema.viewsUsing(name).forEach(view -> forget(type(view), view.name(), names));
    }

    private void forget(ObjectType type, QualifiedName name, Predicate<Definition> names) {
        objects.computeIfPresent(
                type + " " + name.quoted(), (key, definition) -> names.test(definition) ? null : definition);
    }

    private void moved(ObjectReference object, QualifiedName from, QualifiedName to, Schema schema) {
        TableDefinitions table = tables.remove(from);
        if (table != null) {
            tables.put(to, table);
        }
        String old = key(object, null, schema);
        String now = object.type() + " " + to.quoted() + signature(object);
        TableDefinitions.move(objects, old, now);
        TableDefinitions.move(objects, COMMENT + old, COMMENT + now);
    }

    /** Returns the statements that bring a dropped object back as it was; empty if no file shows it. */
    List<String> object(ObjectReference object, @Nullable ObjectName table, Schema schema) {
        return read(object, table, schema, definition -> {
            ObjectName parent = object.parent() == null ? table : object.parent();
            QualifiedName now = object.type().isInSchema()
                    ? resolved(object, table, schema)
                    : object.name().qualified();
            return definition.all(now, tableNow(object, parent, schema));
        });
    }

    private @Nullable QualifiedName tableNow(ObjectReference object, @Nullable ObjectName parent, Schema schema) {
        if (object.type() == ObjectType.INDEX) {
            return schema.index(resolved(object, parent, schema))
                    .map(SchemaObject.Index::table)
                    .orElse(null);
        }
        return parent == null ? null : schema.resolve(parent);
    }

    /** Returns the statements that bring an object back which was replaced; empty if no file shows it. */
    List<String> inPlace(ObjectReference object, Schema schema) {
        return read(object, null, schema, definition -> definition.inPlace(resolved(object, null, schema)));
    }

    private List<String> read(
            ObjectReference object,
            @Nullable ObjectName table,
            Schema schema,
            Function<Definition, List<String>> reader) {
        Definition known = map(object, table, schema).get(key(object, table, schema));
        return known == null ? List.of() : reader.apply(known);
    }

    Optional<String> comment(ObjectReference object, @Nullable ObjectName table, Schema schema) {
        ObjectName parent = object.parent() == null ? table : object.parent();
        QualifiedName now = object.type().isInSchema()
                ? resolved(object, table, schema)
                : object.name().qualified();
        return Optional.ofNullable(map(object, table, schema).get(COMMENT + key(object, table, schema)))
                .map(definition -> definition
                        .all(now, parent == null ? null : schema.resolve(parent))
                        .get(0));
    }

    Optional<String> columnType(ObjectName table, Name column, Schema schema) {
        return ofTable(table, schema).type(column.text());
    }

    Optional<String> columnDefault(ObjectName table, Name column, Schema schema) {
        return ofTable(table, schema).defaultValue(column.text());
    }

    boolean forcesRowSecurity(ObjectName table, Schema schema) {
        return ofTable(table, schema).forcesRowSecurity();
    }

    Optional<String> constraint(ObjectName table, Name name, Schema schema) {
        TableConstraint now = schema.table(table)
                .flatMap(found -> found.constraints().get(name.text()))
                .orElse(null);
        if (now == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(constraints.get(now.origin())).map(written -> ConstraintText.of(now, written));
    }

    private TableDefinitions ofTable(ObjectName table, Schema schema) {
        return tables.computeIfAbsent(schema.resolve(table), name -> new TableDefinitions());
    }

    private void columns(Step step, TableStatement.CreateTable table) {
        table.elements().forEach(element -> {
            if (element instanceof ColumnDef column) {
                column(step, table.name(), column);
            } else if (element instanceof Constraint constraint) {
                constraint(step, constraint);
            }
        });
    }

    private void altered(Step step, TableStatement.AlterTable alter, AlterTableAction action) {
        ObjectName table = alter.name();
        TableDefinitions known = ofTable(table, step.before());
        if (action instanceof AlterTableAction.AddColumn add) {
            boolean there = step.before()
                    .table(table)
                    .flatMap(found -> found.column(add.column().name().text()))
                    .isPresent();
            if (!there) {
                column(step, table, add.column());
            }
        } else if (action instanceof AlterTableAction.AlterColumnType type) {
            known.type(type.column().text(), text(step, type.type().range()));
        } else if (action instanceof AlterTableAction.SetDefault set) {
            known.defaultValue(set.column().text(), text(step, set.expression().range()));
        } else if (action instanceof AlterTableAction.DropDefault drop) {
            known.noDefault(drop.column().text());
        } else if (action instanceof AlterTableAction.AddConstraint add) {
            constraint(step, add.constraint());
        } else if (action instanceof AlterTableAction.SetRowSecurity security) {
            switch (security.mode()) {
                case FORCE -> known.forceRowSecurity(true);
                case NO_FORCE -> known.forceRowSecurity(false);
                default -> {}
            }
        } else if (alter.objectType() != ObjectType.TABLE && alter.actions().size() == 1) {
            since(step, ObjectReference.of(alter.objectType(), table));
        }
    }

    private void column(Step step, ObjectName table, ColumnDef column) {
        TableDefinitions known = ofTable(table, step.before());
        String name = column.name().text();
        known.noDefault(name);
        if (column.type() != null) {
            String type = text(step, column.type().range());
            known.type(name, SERIALS.getOrDefault(type.toLowerCase(Locale.ROOT), type));
        }
        column.constraints().forEach(constraint -> {
            if (constraint instanceof Constraint.Default value) {
                known.defaultValue(name, text(step, value.expression().range()));
            } else {
                constraint(step, constraint);
            }
        });
    }

    private void constraint(Step step, Constraint constraint) {
        constraints.put(new Origin(step.file(), constraint.range()), constraint);
    }

    private static String text(Step step, SourceRange range) {
        return step.file().source().text(range).strip();
    }

    /** Parts of a table are kept with it. */
    private Map<String, Definition> map(ObjectReference object, @Nullable ObjectName table, Schema schema) {
        ObjectName parent = object.parent() == null ? table : object.parent();
        return parent == null || object.type().isInSchema()
                ? objects
                : ofTable(parent, schema).parts();
    }

    private static String key(ObjectReference object, @Nullable ObjectName table, Schema schema) {
        ObjectName parent = object.parent() == null ? table : object.parent();
        return parent != null && !object.type().isInSchema()
                ? object.type() + " " + object.name().last().text()
                : object.type() + " " + resolved(object, table, schema).quoted() + signature(object);
    }

    private static QualifiedName resolved(ObjectReference object, @Nullable ObjectName table, Schema schema) {
        ObjectName parent = object.parent() == null ? table : object.parent();
        QualifiedName name = object.name().qualified();
        return parent == null || name.schemaOrNull() != null
                ? schema.resolve(name)
                : schema.resolve(parent)
                        .schema()
                        .map(name::inSchema)
                        .orElse(name); // an index, in the schema of its table
    }

    /** Returns the types of the input without the places where they are written. */
    private static String signature(ObjectReference object) {
        return object.signature() == null
                ? ""
                : object.signature().parameters().stream()
                        .filter(Definitions::isInput)
                        .map(parameter -> ColumnType.of(parameter.type()).toString())
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    static boolean isInput(FunctionParameter parameter) {
        return parameter.mode() != FunctionParameter.Mode.OUT && parameter.mode() != FunctionParameter.Mode.TABLE;
    }

    /** Returns the types of a routine's input as they are written, for a {@code DROP}. */
    static String inputTypes(Step step, List<FunctionParameter> parameters) {
        return parameters.stream()
                .filter(Definitions::isInput)
                .map(parameter -> text(step, parameter.type().range()))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
