package dev.pgmigrate.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pgmigrate.postgres.PostgresVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The queries that read the catalogs, owners before what belongs to them. Each is in {@code <name>.sql}: the columns of
 * {@link SnapshotBuilder.Row} say which object a row is about, every other column is a property of it, under its own
 * name; null means the server's default.
 *
 * <p>A line that ends in {@code -- since 15} or {@code -- until 14} is for these major versions only.
 */
enum CatalogQuery {
    DATABASE("pg_database"),
    SCHEMA("pg_namespace"),
    EXTENSION("pg_extension"),
    EXTENSION_MEMBER,
    EXTENSION_DEPENDENCY,
    COMMENT,
    SECURITY_LABEL,
    SETTING,
    LANGUAGE("pg_language"),
    ACCESS_METHOD("pg_am"),
    TYPE("pg_type", "t.typrelid"),
    COLLATION("pg_collation"),
    CONVERSION("pg_conversion"),
    FOREIGN_DATA_WRAPPER("pg_foreign_data_wrapper"),
    SERVER("pg_foreign_server"),
    USER_MAPPING("pg_user_mapping"),
    TABLE("pg_class", "c.oid"),
    VIEW("pg_class", "c.oid"),
    SEQUENCE("pg_class", "s.seqrelid"),
    COLUMN("pg_class", "a.attrelid"),
    CONSTRAINT("pg_constraint", "c.conrelid"),
    INDEX("pg_class", "x.indrelid"),
    STATISTICS("pg_statistic_ext"),
    ROUTINE("pg_proc"),
    BUILT_IN,
    OPERATOR("pg_operator"),
    OPERATOR_FAMILY("pg_opfamily"),
    OPERATOR_CLASS("pg_opclass"),
    OPERATOR_FAMILY_MEMBER,
    CAST("pg_cast"),
    TRANSFORM("pg_transform"),
    TEXT_SEARCH_PARSER("pg_ts_parser"),
    TEXT_SEARCH_TEMPLATE("pg_ts_template"),
    TEXT_SEARCH_DICTIONARY("pg_ts_dict"),
    TEXT_SEARCH_CONFIGURATION("pg_ts_config"),
    TRIGGER("pg_trigger", "t.tgrelid"),
    RULE("pg_rewrite", "r.ev_class"),
    POLICY("pg_policy", "p.polrelid"),
    EVENT_TRIGGER("pg_event_trigger"),
    DEFAULT_PRIVILEGES("pg_default_acl"),
    PUBLICATION("pg_publication"),
    PUBLICATION_TABLE("pg_publication_rel"),
    PUBLICATION_SCHEMA("pg_publication_namespace"),
    SUBSCRIPTION("pg_subscription");

    /** Where the condition of a query begins that decides which rows it reads; sub-queries are indented. */
    private static final Pattern CONDITION = Pattern.compile("(?m)^WHERE ");

    private final String catalog;
    private final String relation;
    private final String text;

    /** Creates a query for objects that no comment, label or extension refers to. */
    CatalogQuery() {
        this("");
    }

    CatalogQuery(String catalog) {
        this(catalog, "");
    }

    /**
     * Creates a query for objects that are relations, or belong to one.
     *
     * @param relation the expression for the number of the relation, 0 where there is none; empty for other objects
     */
    CatalogQuery(String catalog, String relation) {
        this.catalog = catalog;
        this.relation = relation;
        this.text = read(name().toLowerCase(Locale.ROOT) + ".sql");
    }

    /** Returns the catalog whose OIDs are in the rows, by which other catalogs refer to their objects. */
    String catalog() {
        return catalog;
    }

    /** Returns the kind of objects that it reads, {@code foreign data wrapper}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns the query for servers of {@code version}. */
    String sql(PostgresVersion version) {
        return text.lines()
                .map(Line::of)
                .filter(line -> line.isFor(version))
                .map(Line::sql)
                .collect(Collectors.joining("\n"));
    }

    /** Returns the query without the rows that are of other relations than these. */
    String sql(PostgresVersion version, Collection<Long> relations) {
        String sql = sql(version);
        if (relation.isEmpty()) {
            return sql;
        }
        String numbers = relations.stream().map(String::valueOf).collect(Collectors.joining(",", "0,", ""));
        return CONDITION
                .matcher(sql)
                .replaceFirst("WHERE " + relation + " = ANY ('{" + numbers.replaceFirst(",$", "")
                        + "}'::pg_catalog.oid[]) AND ");
    }

    /** A line of a query, and the major versions that it applies to. */
    private record Line(String sql, int since, int until) {
        private static final Pattern VERSIONS = Pattern.compile(" *--(?: since (\\d+))?(?: until (\\d+))?$");

        static Line of(String text) {
            Matcher versions = VERSIONS.matcher(text);
            if (!text.contains("--") || !versions.find()) {
                return new Line(text, 0, Integer.MAX_VALUE);
            }
            String since = versions.group(1);
            String until = versions.group(2);
            return new Line(
                    text.substring(0, versions.start()),
                    since == null ? 0 : Integer.parseInt(since),
                    until == null ? Integer.MAX_VALUE : Integer.parseInt(until));
        }

        boolean isFor(PostgresVersion version) {
            return since <= version.major() && version.major() <= until;
        }
    }

    /** Returns the text of a file beside this class. */
    static String read(String file) {
        try (InputStream in = Objects.requireNonNull(CatalogQuery.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
