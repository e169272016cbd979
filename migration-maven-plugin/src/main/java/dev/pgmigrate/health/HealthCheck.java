package dev.pgmigrate.health;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.RuleId;
import dev.pgmigrate.lint.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is looked for in a schema; each is configured like a rule of the category {@code health}. */
public enum HealthCheck {
    FOREIGN_KEY_WITHOUT_INDEX(
            Severity.WARNING,
            "a foreign key whose columns no index begins with",
            "The foreign key `{constraint_name}` of `{table_name}` has no index on its columns: each delete in the table that"
                    + " it refers to reads all of `{table_name}`.",
            "Create an index that begins with its columns.",
            "foreign_keys_without_index"),
    DUPLICATE_INDEX(
            Severity.WARNING,
            "indexes that are the same",
            "`{table_name}` has one index several times: {duplicated_indexes}.",
            "Drop all but one.",
            "duplicated_indexes"),
    OVERLAPPING_INDEX(
            Severity.WARNING,
            "an index that begins with the columns of another",
            "One index of `{table_name}` begins with the columns of another: {intersected_indexes}.",
            "Drop the shorter one unless it is unique.",
            "intersected_indexes"),
    INVALID_INDEX(
            Severity.ERROR,
            "what a cancelled CREATE INDEX CONCURRENTLY left behind",
            "The index `{index_name}` of `{table_name}` is invalid: it slows down each write and serves no query.",
            "Drop it with DROP INDEX CONCURRENTLY and build it again.",
            "invalid_indexes"),
    MISSING_PRIMARY_KEY(
            Severity.WARNING,
            "a table without a primary key",
            "`{table_name}` has no primary key.",
            "Add one: replication and every client that updates a row need it.",
            "tables_without_primary_key"),
    UNVALIDATED_CONSTRAINT(
            Severity.WARNING,
            "a constraint of a table or domain that is NOT VALID",
            "The constraint `{constraint_name}` of `{table_name}` was never validated: older rows may break it.",
            "Validate it in a migration of its own.",
            "not_valid_constraints",
            "unvalidated_domain_constraint"),
    SEQUENCE_NEAR_END(
            Severity.ERROR,
            "a sequence, or the column that it fills, with less than a tenth of its values left",
            "The sequence `{sequence_name}` has {remaining_percentage} % of its values left.",
            "Make the column that it fills bigint, and the sequence with it.",
            "sequence_overflow",
            "sequence_longer_than_column"),
    SERIAL_COLUMN(
            Severity.WARNING,
            "a column of type serial, smallserial or bigserial",
            "The column `{column_name}` of `{table_name}` is a {column_type}.",
            "Make it GENERATED ALWAYS AS IDENTITY, so that its sequence belongs to it.",
            "columns_with_serial_types",
            "primary_keys_with_serial_types"),
    UNUSED_INDEX(
            Severity.INFO,
            "an index with hardly any scans since the statistics were reset",
            "The index `{index_name}` of `{table_name}` served {index_scans} scans and takes {index_size} bytes.",
            "Drop it if no standby uses it either.",
            "unused_indexes"),
    BLOATED_TABLE(
            Severity.INFO,
            "a table of which more than 30 % is empty space",
            "About {bloat_percentage} % of `{table_name}` is empty space: {bloat_size} bytes.",
            "Run VACUUM, or look for what holds back autovacuum.",
            "bloated_tables"),
    BLOATED_INDEX(
            Severity.INFO,
            "the same of an index",
            "About {bloat_percentage} % of the index `{index_name}` of `{table_name}` is empty space: {bloat_size} bytes.",
            "Run REINDEX INDEX CONCURRENTLY.",
            "bloated_indexes");

    private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");

    private final Severity severity;
    private final String summary;
    private final String message;
    private final String advice;
    private final String queries;

    /** @param queries names of queries of pg-index-health, and of files beside this class */
    HealthCheck(Severity severity, String summary, String message, String advice, String... queries) {
        this.severity = severity;
        this.summary = summary;
        this.message = message;
        this.advice = advice;
        this.queries = String.join(" ", queries);
    }

    /** Returns the ids under which the checks are configured. */
    public static List<RuleId> ids() {
        return Arrays.stream(values()).map(HealthCheck::id).toList();
    }

    /** Returns the id, {@code health-duplicate-index}. */
    public RuleId id() {
        return new RuleId("health-" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Returns what it looks for, a few words. */
    public String summary() {
        return summary;
    }

    /** Returns what to do, one sentence. */
    public String advice() {
        return advice;
    }

    /** Returns whether the rows and the use of a database say it, and not its schema. */
    public boolean isLive() {
        return this == UNUSED_INDEX || this == BLOATED_TABLE || this == BLOATED_INDEX;
    }

    /** Returns the severity as configured: by the check's id, else by the category, else its own. */
    public Severity severity(LintSettings settings) {
        Severity byId = settings.rules().get(id());
        return byId != null ? byId : settings.categories().getOrDefault(Category.HEALTH, severity);
    }

    List<String> queries() {
        return List.of(queries.split(" "));
    }

    /** Returns what is wrong, with the values of a row. */
    String message(Map<String, String> row) {
        return HOLE.matcher(message)
                .replaceAll(hole -> Matcher.quoteReplacement(row.getOrDefault(hole.group(1), hole.group())));
    }
}
