package dev.pgmigrate.apply;

import dev.pgmigrate.apply.history.HistoryEntry;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.migration.Directive;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.server.SessionSettings;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How migrations are applied.
 *
 * @param table where the history is
 * @param targetOrNull the newest version to apply, or null for all
 * @param outOfOrder whether to apply a file that is older than the newest row
 * @param timeouts the timeouts of a statement if its file sets none
 * @param lockWait how long to wait for another session that changes the history
 * @param retry what to do when a lock is not available in time
 * @param commitOrNull the commit that is being built, for the history; or null
 * @param toolVersion the version of this tool, for the history
 * @param roleOrNull the role that migrations run as, or null for the one that connects
 */
public record MigratorSettings(
        HistoryTable table,
        @Nullable String targetOrNull,
        boolean outOfOrder,
        SessionSettings timeouts,
        Duration lockWait,
        RetryPolicy retry,
        @Nullable String commitOrNull,
        String toolVersion,
        @Nullable String roleOrNull) {
    /** Short enough that sessions queueing behind a migration hardly notice. */
    public static final Duration LOCK_TIMEOUT = Duration.ofSeconds(2);

    public static final Duration LOCK_WAIT = Duration.ofMinutes(5);

    /** Settings for migrations that run as the role that connects. */
    public MigratorSettings(
            HistoryTable table,
            @Nullable String targetOrNull,
            boolean outOfOrder,
            SessionSettings timeouts,
            Duration lockWait,
            RetryPolicy retry,
            @Nullable String commitOrNull,
            String toolVersion) {
        this(table, targetOrNull, outOfOrder, timeouts, lockWait, retry, commitOrNull, toolVersion, null);
    }

    /** Returns these settings with the role that migrations run as. */
    public MigratorSettings as(@Nullable String role) {
        return new MigratorSettings(
                table, targetOrNull, outOfOrder, timeouts, lockWait, retry, commitOrNull, toolVersion, role);
    }

    /** Returns the SQL that takes the role, if there is one. */
    public Optional<String> setRole() {
        return Optional.ofNullable(roleOrNull).map(role -> "SET ROLE " + HistoryTable.quoted(role));
    }

    /** Returns the timeouts of a migration: its own if it sets any. */
    public SessionSettings timeouts(Migration migration) {
        Optional<Directive.Timeout> own =
                migration.directives().of(Directive.Timeout.class).findFirst();
        return new SessionSettings(
                own.flatMap(Directive.Timeout::lock).orElse(timeouts.lockTimeout()),
                own.flatMap(Directive.Timeout::statement).orElse(timeouts.statementTimeout()));
    }

    /** Returns the history's entry for a migration. */
    public HistoryEntry entry(Migration migration) {
        return new HistoryEntry(
                migration.version().toString(),
                migration.name(),
                migration.checksum().hex(),
                commitOrNull,
                toolVersion);
    }

    /** Returns the default settings. */
    public static MigratorSettings defaults(String toolVersion) {
        return new MigratorSettings(
                HistoryTable.DEFAULT,
                null,
                false,
                new SessionSettings(LOCK_TIMEOUT, Duration.ZERO),
                LOCK_WAIT,
                RetryPolicy.DEFAULT,
                null,
                toolVersion);
    }
}
