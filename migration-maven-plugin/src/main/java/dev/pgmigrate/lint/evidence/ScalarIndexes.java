package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.IndexElement;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * GiST and GIN indexes over plain values, which the server itself has no operator class for (PostgreSQL manual, F.7
 * "btree_gin" and F.8 "btree_gist").
 */
final class ScalarIndexes {
    static final Map<String, String> EXTENSIONS = Map.of("gist", "btree_gist", "gin", "btree_gin");
    static final Set<String> SCALARS = Set.of(
            "int2",
            "int4",
            "int8",
            "float4",
            "float8",
            "numeric",
            "money",
            "oid",
            "timestamp",
            "timestamptz",
            "time",
            "timetz",
            "date",
            "interval",
            "text",
            "varchar",
            "bpchar",
            "bytea",
            "bit",
            "varbit",
            "uuid",
            "bool",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8");

    private final Schema schema;
    private final List<ExtensionUses.Use> uses = new ArrayList<>();

    private ScalarIndexes(Schema schema) {
        this.schema = schema;
    }

    /** Returns the columns that a statement puts into such an index without naming an operator class. */
    static List<ExtensionUses.Use> of(Statement statement, Schema after) {
        ScalarIndexes indexes = new ScalarIndexes(after);
        if (statement instanceof CreateIndex index) {
            index.elements().forEach(element -> indexes.add(index.table(), index.method(), element));
        } else if (statement instanceof TableStatement.Definition table) {
            table.constraints().forEach(constraint -> indexes.add(table.name(), constraint));
        } else if (statement instanceof TableStatement.AlterTable alter) {
            LiveTable.added(alter).forEach(constraint -> indexes.add(alter.name(), constraint));
        }
        return indexes.uses;
    }

    private void add(ObjectName table, Constraint constraint) {
        if (constraint instanceof Constraint.Exclude exclude) {
            exclude.elements().forEach(element -> add(table, exclude.method(), element.element()));
        } else if (constraint instanceof Constraint.Key key && key.withoutOverlaps()) {
            key.columns().forEach(column -> add(table, "gist", column));
        }
    }

    private void add(ObjectName table, @Nullable Name method, IndexElement element) {
        if (method != null && element.column() != null && element.opclass() == null) {
            add(table, method.text(), element.column());
        }
    }

    private void add(ObjectName table, String method, Name column) {
        String extension = EXTENSIONS.get(method);
        ColumnType type = schema.table(table)
                .flatMap(known -> known.column(column.text()))
                .map(known -> known.type())
                .orElse(null);
        if (extension != null && type != null && !type.array() && isScalar(type)) {
            String words = "What `" + method + "` needs for `" + column.text() + "`, which is `" + type + "`,";
            uses.add(new ExtensionUses.Use(extension, method, words, column.range()));
        }
    }

    private boolean isScalar(ColumnType type) {
        return (type.name().schemaOrNull() == null
                        && SCALARS.contains(type.name().name()))
                || schema.type(type.name())
                        .filter(known -> known.kind() == SchemaObject.TypeKind.ENUM)
                        .isPresent();
    }
}
