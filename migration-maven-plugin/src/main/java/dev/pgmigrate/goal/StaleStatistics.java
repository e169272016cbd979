package dev.pgmigrate.goal;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.BulkStatement;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table whose statistics no longer fit what it holds.
 *
 * @param table its name as SQL
 * @param columns the columns whose statistics are gone; empty for all
 */
record StaleStatistics(String table, Set<String> columns) {
    StaleStatistics and(StaleStatistics other) {
        if (columns.isEmpty() || other.columns.isEmpty()) {
            return new StaleStatistics(table, Set.of());
        }
        Set<String> both = new LinkedHashSet<>(columns);
        both.addAll(other.columns);
        return new StaleStatistics(table, both);
    }

    /** Returns it with the name that {@code resolver} finds, if it finds one. */
    Optional<StaleStatistics> qualified(Function<String, Optional<String>> resolver) {
        return resolver.apply(table).map(found -> new StaleStatistics(found, columns));
    }

    String sql() {
        return "ANALYZE " + table
                + (columns.isEmpty()
                        ? ""
                        : columns.stream().map(Identifier::quoteIdent).collect(Collectors.joining(", ", " (", ")")));
    }

    /** Returns what the statements of {@code files} leave without, in their order; the same table can be there often. */
    static List<StaleStatistics> of(List<SqlFile> files) {
        List<StaleStatistics> stale = new ArrayList<>();
        for (SqlFile file : files) {
            List<Statement> statements = file.script().statements();
            boolean rows = false;
            for (int i = 0; i < statements.size(); i++) {
                boolean row = file.script().notKept(i) > 0;
                if (!row || !rows) { // of many rows in a row only the first is read once more
                    add(statements.get(i), row, stale);
                }
                rows = row;
            }
        }
        return stale;
    }

    private static void add(Statement statement, boolean oneOfMany, List<StaleStatistics> stale) {
        if (statement instanceof TableStatement.AlterTable alter) {
            Set<String> columns = new LinkedHashSet<>();
            alter.actions().forEach(action -> {
                if (action instanceof AlterTableAction.AlterColumnType type) {
                    columns.add(type.column().text());
                }
            });
            if (!columns.isEmpty()) {
                add(alter.name(), columns, stale);
            }
        } else if (statement instanceof IndexStatement.CreateIndex index) {
            if (index.elements().stream().anyMatch(element -> element.expression() != null)) {
                add(index.table(), Set.of(), stale);
            }
        } else if (statement instanceof TableStatement.CreateTableAs as) {
            if (as.withData()) {
                add(as.name(), Set.of(), stale);
            }
        } else if (statement instanceof DmlStatement.Insert insert) {
            if (oneOfMany || !insert.isWrittenOut()) {
                add(insert.relation().name(), Set.of(), stale);
            }
        } else if (statement instanceof BulkStatement.Copy copy && copy.isFrom() && copy.table() != null) {
            add(copy.table(), Set.of(), stale);
        }
    }

    private static void add(ObjectName table, Set<String> columns, List<StaleStatistics> stale) {
        stale.add(new StaleStatistics(table.qualified().sql(), columns));
    }
}
