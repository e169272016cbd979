package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Index;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.IndexElement;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Name;
import java.util.ArrayList;
import java.util.List;

/** Replays {@code CREATE INDEX}. */
final class IndexChanges {
    private IndexChanges() {}

    static void create(CreateIndex statement, Model model) {
        QualifiedName table = model.schema().resolve(statement.table());
        Name written = statement.name();
        String name = written != null
                ? written.text()
                : GeneratedNames.choose(
                        table.name(),
                        columnNames(statement),
                        "idx",
                        other -> model.schema()
                                .relationPresence(new QualifiedName(table.schemaOrNull(), other))
                                .isPresent());
        QualifiedName index = new QualifiedName(table.schemaOrNull(), name);
        if (!model.makes(ObjectKey.relation(index), statement)) {
            return;
        }
        Name method = statement.method();
        Index made = new Index(
                index,
                table,
                statement.elements(),
                columns(statement.including()),
                statement.unique(),
                method == null ? "btree" : method(method.text()),
                statement.where(),
                statement.concurrently(),
                null,
                model.origin());
        model.put(made);
        if (!statement.only()) {
            PartitionIndexes.makeFor(made, model);
        }
    }

    /** R-trees are built as GiST since PostgreSQL 8.2. */
    private static String method(String written) {
        return written.equals("rtree") ? "gist" : written;
    }

    private static List<String> columnNames(CreateIndex statement) {
        List<IndexElement> all = new ArrayList<>(statement.elements());
        all.addAll(statement.including());
        return columnNames(all);
    }

    /** Returns the names that the server joins into an index's name: columns, functions, {@code expr}. */
    static List<String> columnNames(List<IndexElement> elements) {
        List<String> names = new ArrayList<>();
        for (IndexElement element : elements) {
            Name column = element.column();
            String base = column != null ? column.text() : TreeNames.label(element.expression(), "expr");
            String name = base;
            for (int i = 1; names.contains(name); i++) {
                name = base + i;
            }
            names.add(name);
        }
        return names;
    }

    /** Returns the columns that elements name, in their expressions as well. */
    static List<String> columns(List<IndexElement> elements) {
        List<String> columns = new ArrayList<>();
        for (IndexElement element : elements) {
            Name name = element.column();
            Expression expression = element.expression();
            if (name != null) {
                columns.add(name.text());
            } else if (expression != null) {
                columns.addAll(TreeNames.columns(expression));
            }
        }
        return columns;
    }

    /** Returns whether dropping {@code column} drops the index with it. */
    static boolean uses(Index index, String column) {
        for (IndexElement element : index.elements()) {
            Name name = element.column();
            Expression expression = element.expression();
            if ((name != null && name.text().equals(column))
                    || (expression != null && TreeNames.columns(expression).contains(column))) {
                return true;
            }
        }
        if (index.included().contains(column)) {
            return true;
        }
        Expression where = index.where();
        return where != null && TreeNames.columns(where).contains(column);
    }
}
