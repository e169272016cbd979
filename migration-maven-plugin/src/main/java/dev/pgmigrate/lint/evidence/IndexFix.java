package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.GeneratedNames;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Adds an index right after its table is created, so that nobody waits for its lock. */
public final class IndexFix {
    private IndexFix() {}

    /**
     * Returns the insertion after {@code CREATE TABLE}, if {@code file} creates {@code table} by a statement of its own.
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
                .map(create -> new Fix(List.of(StatementEdits.append(create, file, sql(create, columns, schema)))));
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
        return "create index if not exists " + Identifier.quote(index) + " on " + table.sql() + " (" + keys + ");";
    }
}
