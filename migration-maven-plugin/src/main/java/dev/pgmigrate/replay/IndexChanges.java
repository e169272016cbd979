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
                        columnNames(statement.elements()),
                        "idx",
                        other -> model.schema()
                                .relationPresence(new QualifiedName(table.schemaOrNull(), other))
                                .isPresent());
        QualifiedName index = new QualifiedName(table.schemaOrNull(), name);
        if (!model.makes(ObjectKey.relation(index), statement)) {
            return;
        }
        Name method = statement.method();
        model.put(new Index(
                index,
                table,
                statement.elements(),
                statement.unique(),
                method == null ? "btree" : method.text(),
                statement.where(),
                statement.concurrently(),
                null,
                model.origin()));
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
        Expression where = index.where();
        return where != null && TreeNames.columns(where).contains(column);
    }
}
