package dev.pgmigrate.sql;

import dev.pgmigrate.postgres.PostgresVersion;

/**
 * What the grammar of PostgreSQL learned after 13, each with the first version that takes it (manual, Appendix E "Release
 * Notes"). The parser speaks the newest grammar and notes where a statement uses one of these.
 */
public enum SyntaxFeature {
    ALTER_COLUMN_SET_COMPRESSION(14, "SET COMPRESSION"),
    COLUMN_COMPRESSION(14, "COMPRESSION of a column"),
    CREATE_OR_REPLACE_TRIGGER(14, "CREATE OR REPLACE TRIGGER"),
    DETACH_PARTITION_CONCURRENTLY(14, "DETACH PARTITION … CONCURRENTLY or FINALIZE"),
    GROUP_BY_DISTINCT(14, "GROUP BY DISTINCT"),
    SEARCH_OR_CYCLE(14, "SEARCH or CYCLE"),
    SQL_ROUTINE_BODY(14, "a routine body in standard SQL"),

    ALTER_TABLE_SET_ACCESS_METHOD(15, "SET ACCESS METHOD"),
    FOREIGN_KEY_SET_COLUMNS(15, "a column list behind ON DELETE SET"),
    GRANT_ON_PARAMETER(15, "GRANT ON PARAMETER"),
    MERGE(15, "MERGE"),
    NULLS_DISTINCT(15, "NULLS [NOT] DISTINCT"),
    PUBLICATION_COLUMNS(15, "a column list in a publication"),
    PUBLICATION_ROW_FILTER(15, "WHERE in a publication"),
    PUBLICATION_SCHEMAS(15, "TABLES IN SCHEMA"),
    REFRESH_DATABASE_COLLATION(15, "ALTER DATABASE … REFRESH COLLATION VERSION"),
    SUBSCRIPTION_SKIP(15, "ALTER SUBSCRIPTION … SKIP"),
    VIEW_SECURITY_INVOKER(15, "security_invoker"),

    COLUMN_STORAGE(16, "STORAGE in a column definition"),
    GRANT_ROLE_OPTIONS(16, "INHERIT, SET or a value in the options of a role grant"),
    INTEGER_LITERALS(16, "underscores or another base in a number"),
    IS_JSON(16, "IS JSON"),
    JSON_CONSTRUCTORS(16, "the SQL/JSON constructors"),
    REINDEX_CURRENT_DATABASE(16, "REINDEX DATABASE or SYSTEM without a name"),
    STATISTICS_WITHOUT_NAME(16, "CREATE STATISTICS without a name"),
    STORAGE_DEFAULT(16, "SET STORAGE DEFAULT"),
    SUBQUERY_WITHOUT_ALIAS(16, "a sub-query in FROM without an alias"),
    SYSTEM_USER(16, "SYSTEM_USER"),
    XMLSERIALIZE_INDENT(16, "INDENT in XMLSERIALIZE"),

    ALTER_DOMAIN_ADD_NOT_NULL(17, "ALTER DOMAIN … ADD NOT NULL"),
    ALTER_OPERATOR_FLAGS(17, "an option without a value in ALTER OPERATOR"),
    AT_LOCAL(17, "AT LOCAL"),
    CLUSTER_OPTIONS_WITHOUT_TABLE(17, "CLUSTER (…) without a table"),
    COPY_OPTION_DEFAULT(17, "DEFAULT as the value of a COPY option"),
    JSON_QUERY_FUNCTIONS(17, "the SQL/JSON query functions"),
    JSON_TABLE(17, "JSON_TABLE"),
    MAINTAIN_PRIVILEGE(17, "the privilege MAINTAIN"),
    MERGE_BY_SOURCE(17, "WHEN NOT MATCHED BY SOURCE or TARGET"),
    MERGE_RETURNING(17, "MERGE … RETURNING"),
    SET_ACCESS_METHOD_DEFAULT(17, "SET ACCESS METHOD DEFAULT"),
    SET_EXPRESSION(17, "SET EXPRESSION"),
    SET_STATISTICS_DEFAULT(17, "SET STATISTICS DEFAULT"),

    ALTER_CONSTRAINT_INHERIT(18, "ALTER CONSTRAINT … [NO] INHERIT"),
    CONSTRAINT_ENFORCEMENT(18, "[NOT] ENFORCED"),
    DEFAULT_PRIVILEGES_ON_LARGE_OBJECTS(18, "default privileges on large objects"),
    NOT_NULL_CONSTRAINT(18, "NOT NULL as a table constraint, or with NO INHERIT"),
    RETURNING_WITH(18, "OLD or NEW behind RETURNING WITH"),
    TEMPORAL_FOREIGN_KEY(18, "PERIOD in a foreign key"),
    VACUUM_ONLY(18, "ONLY in VACUUM and ANALYZE"),
    VIRTUAL_COLUMN(18, "a virtual generated column"),
    WITHOUT_OVERLAPS(18, "WITHOUT OVERLAPS");

    private final int since;
    private final String words;

    SyntaxFeature(int since, String words) {
        this.since = since;
        this.words = words;
    }

    /** Returns the first version whose server takes it. */
    public PostgresVersion since() {
        return new PostgresVersion(since);
    }

    /** Returns what it is called in a sentence: {@code NULLS [NOT] DISTINCT}. */
    public String words() {
        return words;
    }
}
