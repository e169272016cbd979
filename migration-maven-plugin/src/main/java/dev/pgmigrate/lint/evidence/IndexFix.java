package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.GeneratedNames;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Adds an index right after its table is created, so that nobody waits for its lock. */
public final class IndexFix {
    private IndexFix() {}

    /**
     * Returns the insertion after {@code CREATE TABLE}, if {@code file} creates {@code table} with these columns by a
     * statement of its own.
     *
     * @param columns as they are called in the end; the index names them as they are called there
     */
    public static Optional<Fix> behindTable(Table table, List<String> columns, SqlFile file, Schema schema) {
        if (table.origin().file() != file) {
            return Optional.empty();
        }
        return file.script().statements().stream()
                .filter(statement -> statement instanceof TableStatement.CreateTable
                        && statement.range().equals(table.origin().range()))
                .map(statement -> (TableStatement.CreateTable) statement)
                .findFirst()
                .flatMap(create -> behind(create, names(create, table, columns), columns.size(), file, schema));
    }

    private static Optional<Fix> behind(
            TableStatement.CreateTable create, List<String> names, int wanted, SqlFile file, Schema schema) {
        return names.size() == wanted
                ? Optional.of(new Fix(List.of(StatementEdits.append(create, file, sql(create, names, schema)))))
                : Optional.empty();
    }

    /** A later file may have renamed a column, and given its name to another. */
    private static List<String> names(TableStatement.CreateTable create, Table table, List<String> columns) {
        return columns.stream()
                .flatMap(column -> table.column(column).stream())
                .flatMap(column -> create.columns().stream()
                        .filter(definition ->
                                definition.range().equals(column.origin().range())))
                .map(ColumnDef::name)
                .map(name -> name.text())
                .toList();
    }

    private static String sql(TableStatement.CreateTable create, List<String> columns, Schema schema) {
        QualifiedName table = create.name().qualified();
        String index = GeneratedNames.choose(
                table.name(),
                columns,
                "idx",
                name -> schema.relation(new QualifiedName(table.schemaOrNull(), name))
                        .isPresent());
        String keys = columns.stream().map(Identifier::quote).collect(Collectors.joining(", "));
        return "CREATE INDEX IF NOT EXISTS " + Identifier.quote(index) + " ON " + table.sql() + " (" + keys + ");";
    }
}
