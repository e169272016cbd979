package dev.pgmigrate.apply.plan;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tables that migrations would create but that already exist. */
final class ExistingTables {
    private ExistingTables() {}

    /** Returns them in the form of {@link DatabaseContent}: {@code table public.users}. */
    static List<String> of(ServerConnection connection, Migrations migrations) {
        Set<QualifiedName> made = new LinkedHashSet<>();
        for (Migration migration : migrations.all()) {
            migration.script().withoutRows().forEach(statement -> {
                if (statement instanceof CreateTable table) {
                    made.add(table.name().qualified());
                }
            });
        }
        return made.isEmpty()
                ? List.of()
                : connection
                        .ours()
                        .query(
                                """
                                SELECT n.nspname, c.relname, n.nspname = ANY (?)
                                FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                                WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND c.relname = ANY (?)
                                ORDER BY n.nspname, c.relname""",
                                row -> {
                                    QualifiedName found = QualifiedName.of(row.getString(1), row.getString(2));
                                    boolean meant = made.contains(found)
                                            || (row.getBoolean(3) && made.contains(QualifiedName.of(found.name())));
                                    return meant ? "table " + found : "";
                                },
                                connection.searchPath(),
                                made.stream().map(QualifiedName::name).toArray(String[]::new))
                        .stream()
                        .filter(name -> !name.isEmpty())
                        .toList();
    }
}
