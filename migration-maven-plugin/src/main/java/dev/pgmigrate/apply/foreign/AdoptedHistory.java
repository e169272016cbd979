package dev.pgmigrate.apply.foreign;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.foreign.Adoption.Adopted;
import dev.pgmigrate.apply.history.HistoryEntry;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.history.SqlLiteral;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a history that was adopted from other tools: the migrations that they applied, with time, duration and
 * role, and the rows that a person has confirmed to have no file.
 */
public final class AdoptedHistory {
    private static final String ADOPTED_FROM = "adopted from ";
    private static final String NO_FILE = "no file; ";
    private static final String CHECKSUM = "; checksum ";

    private final ServerConnection connection;
    private final HistoryTable table;
    private final MigratorSettings settings;

    public AdoptedHistory(ServerConnection connection, MigratorSettings settings) {
        this.connection = connection;
        this.table = settings.table();
        this.settings = settings;
    }

    /** Records that a file counts as applied, within the caller's transaction. */
    public void write(Adoption adoption, Adopted adopted) {
        if (connection.ours().update(insert(), parameters(adoption, adopted)) != 1) {
            throw new Adoption.RefusedException("Version " + adopted.file().version()
                    + " was applied by another session in the meantime. mvn migrate:status shows what holds now.");
        }
    }

    /** Returns as text what {@link #write} sends. */
    public String sql(Adoption adoption, Adopted adopted) {
        return SqlLiteral.fill(insert(), parameters(adoption, adopted));
    }

    private String insert() {
        return """
            WITH row AS (
                INSERT INTO %1$s AS h (version, name, checksum, applied_rank, applied_at, execution_time_ms, applied_by, state, tool_version)
                SELECT ?, ?, ?, coalesce(max(applied_rank), 0) + 1, coalesce(?::timestamptz, clock_timestamp()), ?,
                       coalesce(?::text, current_user::text), 'baseline', ? FROM %1$s
                ON CONFLICT (version) DO UPDATE SET name = excluded.name, checksum = excluded.checksum,
                    applied_rank = excluded.applied_rank, applied_at = excluded.applied_at,
                    execution_time_ms = excluded.execution_time_ms, applied_by = excluded.applied_by,
                    state = excluded.state, tool_version = excluded.tool_version
                WHERE h.state = 'failed'
                RETURNING version, tool_version)
            INSERT INTO %2$s (version, kind, outcome, source_commit, detail, tool_version)
            SELECT version, 'baseline', 'succeeded', ?, ?, tool_version FROM row
            """.formatted(table.sql(), table.eventsSql());
    }

    private @Nullable Object[] parameters(Adoption adoption, Adopted adopted) {
        HistoryEntry entry = settings.entry(adopted.file());
        String checksum = adopted.checksumOrNull();
        return new @Nullable Object[] {
            entry.version(),
            entry.name(),
            entry.checksum(),
            adopted.appliedAtOrNull() == null ? null : String.valueOf(adopted.appliedAtOrNull()),
            adopted.millisOrNull(),
            adopted.appliedByOrNull(),
            entry.toolVersion(),
            entry.commitOrNull(),
            ADOPTED_FROM + adoption.source() + (checksum == null ? "" : CHECKSUM + checksum)
        };
    }

    /** Records that a person has confirmed that no file belongs to {@code version} of another history. */
    public void writeWithoutFile(Adoption adoption, String version) {
        connection.ours().update(withoutFile(), withoutFileParameters(adoption, version));
    }

    /** Returns as text what {@link #writeWithoutFile} sends. */
    public String withoutFileSql(Adoption adoption, String version) {
        return SqlLiteral.fill(withoutFile(), withoutFileParameters(adoption, version));
    }

    private String withoutFile() {
        return "INSERT INTO " + table.eventsSql()
                + " (version, kind, outcome, source_commit, detail, tool_version) VALUES (?, 'baseline', 'succeeded',"
                + " ?, ?, ?)";
    }

    private @Nullable Object[] withoutFileParameters(Adoption adoption, String version) {
        return new @Nullable Object[] {
            version, settings.commitOrNull(), NO_FILE + ADOPTED_FROM + adoption.source(), settings.toolVersion()
        };
    }

    /** Returns the tables that were adopted, each with its versions that are known to have no file. */
    public static Map<QualifiedName, Set<String>> tables(ServerConnection connection, HistoryTable table) {
        Map<QualifiedName, Set<String>> tables = new LinkedHashMap<>();
        connection
                .ours()
                .query(
                        // A person's word names a version instead of a table; the names of tables may hold dots.
                        """
                            WITH adopted AS (
                                SELECT DISTINCT CASE WHEN detail LIKE '%2$s%%' THEN version END AS version,
                                       split_part(regexp_replace(detail, '^(%2$s)?%3$s', ''), '%4$s', 1) AS source
                                FROM %1$s WHERE kind = 'baseline' AND detail ~ '^(%2$s)?%3$s')
                            SELECT a.version, n.nspname, c.relname FROM adopted a
                            JOIN pg_class c ON right(a.source, length(c.relname)) = c.relname
                            JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname || '.' || c.relname = a.source
                            WHERE c.relkind IN ('r', 'p', 'v', 'f')\
                            """.formatted(table.eventsSql(), NO_FILE, ADOPTED_FROM, CHECKSUM), row -> {
                            String version = row.getString(1);
                            Set<String> known = tables.computeIfAbsent(
                                    QualifiedName.of(row.getString(2), row.getString(3)), name -> new HashSet<>());
                            if (version != null) {
                                known.add(version);
                            }
                            return tables;
                        });
        return tables;
    }
}
