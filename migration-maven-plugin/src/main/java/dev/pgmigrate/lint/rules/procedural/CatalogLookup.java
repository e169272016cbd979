package dev.pgmigrate.lint.rules.procedural;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FromItem;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.SelectStatement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A query that finds an object in the catalog by its bare name.
 *
 * @param catalog the view or table that it reads, as written
 * @param what the kind of object
 * @param schemaColumn the column that says the schema; empty where only an OID would
 */
record CatalogLookup(SelectStatement.Select select, String catalog, String what, Optional<String> schemaColumn) {
    /** What is looked up by which column, and which column tells the schema. */
    private static final List<List<String>> CATALOGS = List.of(
            List.of("tables", "table_name", "a table", "table_schema"),
            List.of("columns", "table_name", "a table", "table_schema"),
            List.of("views", "table_name", "a view", "table_schema"),
            List.of("table_constraints", "constraint_name", "a constraint", "table_schema"),
            List.of("routines", "routine_name", "a routine", "routine_schema"),
            List.of("sequences", "sequence_name", "a sequence", "sequence_schema"),
            List.of("pg_tables", "tablename", "a table", "schemaname"),
            List.of("pg_views", "viewname", "a view", "schemaname"),
            List.of("pg_matviews", "matviewname", "a materialized view", "schemaname"),
            List.of("pg_indexes", "indexname", "an index", "schemaname"),
            List.of("pg_policies", "policyname", "a policy", "schemaname"),
            List.of("pg_class", "relname", "a relation", ""),
            List.of("pg_type", "typname", "a type", ""),
            List.of("pg_proc", "proname", "a function", ""),
            List.of("pg_constraint", "conname", "a constraint", ""),
            List.of("pg_trigger", "tgname", "a trigger", ""));

    /** Columns that make a row of the catalog belong to one schema or one table. */
    private static final Set<String> QUALIFYING = Set.of(
            "oid",
            "relnamespace",
            "typnamespace",
            "pronamespace",
            "connamespace",
            "nspname",
            "conrelid",
            "contypid",
            "tgrelid",
            "indrelid",
            "attrelid",
            "schemaname");

    /** Returns the lookup, where {@code select} reads one such catalog, compares the name, and nothing says the schema. */
    static Optional<CatalogLookup> of(SelectStatement.Select select) {
        Expression where = select.where();
        if (where == null || select.from().size() != 1 || !(select.from().get(0) instanceof FromItem.RangeVar from)) {
            return Optional.empty();
        }
        Set<String> compared = Nodes.of(Expression.ColumnRef.class, where)
                .map(Expression.ColumnRef::column)
                .filter(Objects::nonNull)
                .map(Name::text)
                .collect(Collectors.toSet());
        boolean qualified =
                compared.stream().anyMatch(column -> column.endsWith("_schema") || QUALIFYING.contains(column));
        QualifiedName catalog = from.name().qualified();
        return CATALOGS.stream()
                .filter(known -> known.get(0).equals(catalog.name()) && isCatalog(catalog))
                .filter(known -> !qualified && compared.contains(known.get(1)))
                .map(known -> new CatalogLookup(
                        select,
                        catalog.toString(),
                        known.get(2),
                        known.get(3).isEmpty() ? Optional.empty() : Optional.of(known.get(3))))
                .findFirst();
    }

    private static boolean isCatalog(QualifiedName name) {
        String schema = name.schemaOrNull();
        return schema == null
                ? name.name().startsWith("pg_")
                : schema.equals("pg_catalog") || schema.equals("information_schema");
    }
}
