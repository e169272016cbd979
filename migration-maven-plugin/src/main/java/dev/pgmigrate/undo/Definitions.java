package dev.pgmigrate.undo;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.FunctionParameter;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The text by which each object was last defined, so that what replaces or drops it can be taken back. */
final class Definitions {
    private final Map<String, @Nullable String> texts = new HashMap<>();

    /** Remembers what a statement defines; to be called once what it replaces was looked up. */
    void remember(Step step) {
        Schema schema = step.before();
        if (step.statement() instanceof Making making && making.made() != null) {
            texts.put(
                    key(making.made(), making.table(), schema),
                    text(step, step.statement().range()));
            if (making instanceof TableStatement.CreateTable table) {
                columns(step, table);
            }
        } else if (step.statement() instanceof TableStatement.AlterTable alter) {
            alter.actions().forEach(action -> remember(step, alter.name(), action));
        } else if (step.statement() instanceof ObjectStatement.Comment comment) {
            texts.put(
                    "comment " + key(comment.object(), null, schema),
                    comment.text() == null ? null : text(step, comment.range()));
        }
    }

    Optional<String> object(ObjectReference object, @Nullable ObjectName table, Schema schema) {
        return Optional.ofNullable(texts.get(key(object, table, schema)));
    }

    Optional<String> comment(ObjectReference object, Schema schema) {
        return Optional.ofNullable(texts.get("comment " + key(object, null, schema)));
    }

    Optional<String> columnType(ObjectName table, Name column, Schema schema) {
        return part("type", table, column, schema);
    }

    Optional<String> columnDefault(ObjectName table, Name column, Schema schema) {
        return part("default", table, column, schema);
    }

    Optional<String> constraint(ObjectName table, Name name, Schema schema) {
        return part("constraint", table, name, schema);
    }

    private Optional<String> part(String what, ObjectName table, Name name, Schema schema) {
        return Optional.ofNullable(texts.get(part(what, schema.resolve(table), name.text())));
    }

    private void columns(Step step, TableStatement.CreateTable table) {
        table.elements().forEach(element -> {
            if (element instanceof ColumnDef column) {
                column(step, table.name(), column);
            } else if (element instanceof Constraint constraint && constraint.name() != null) {
                put(step, "constraint", table.name(), constraint.name(), constraint.range());
            }
        });
    }

    private void remember(Step step, ObjectName table, AlterTableAction action) {
        if (action instanceof AlterTableAction.AddColumn add) {
            column(step, table, add.column());
        } else if (action instanceof AlterTableAction.AlterColumnType type) {
            put(step, "type", table, type.column(), type.type().range());
        } else if (action instanceof AlterTableAction.SetDefault set) {
            put(step, "default", table, set.column(), set.expression().range());
        } else if (action instanceof AlterTableAction.DropDefault drop) {
            texts.remove(
                    part("default", step.before().resolve(table), drop.column().text()));
        } else if (action instanceof AlterTableAction.AddConstraint add
                && add.constraint().name() != null) {
            put(
                    step,
                    "constraint",
                    table,
                    add.constraint().name(),
                    add.constraint().range());
        }
    }

    private void column(Step step, ObjectName table, ColumnDef column) {
        if (column.type() != null) {
            put(step, "type", table, column.name(), column.type().range());
        }
        Constraint.Default value = column.constraint(Constraint.Default.class);
        if (value != null) {
            put(step, "default", table, column.name(), value.expression().range());
        }
    }

    private void put(Step step, String what, ObjectName table, Name name, SourceRange range) {
        texts.put(part(what, step.before().resolve(table), name.text()), text(step, range));
    }

    private static String part(String what, QualifiedName table, String name) {
        return what + " " + table.quoted() + "." + name;
    }

    private static String text(Step step, SourceRange range) {
        return step.file().source().text(range).strip();
    }

    private static String key(ObjectReference object, @Nullable ObjectName table, Schema schema) {
        ObjectName parent = object.parent() == null ? table : object.parent();
        if (parent != null && !object.type().isInSchema()) {
            return object.type() + " " + object.name().last().text() + " on "
                    + schema.resolve(parent).quoted();
        }
        QualifiedName name = object.name().qualified();
        QualifiedName resolved = parent == null || name.schemaOrNull() != null
                ? schema.resolve(name)
                : schema.resolve(parent)
                        .schema()
                        .map(name::inSchema)
                        .orElse(name); // an index, in the schema of its table
        return object.type() + " " + resolved.quoted() + signature(object);
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
