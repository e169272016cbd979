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
 * @param outOfOrder whether a file older than the newest row is applied
 * @param timeouts those of a statement, where its file names none
 * @param lockWait how long to wait for another session that changes the history
 * @param retry when a lock is not to be had in time
 * @param commitOrNull the commit that is built, for the history; or null
 * @param toolVersion the version of this tool, for the history
 */
public record MigratorSettings(
        HistoryTable table,
        @Nullable String targetOrNull,
        boolean outOfOrder,
        SessionSettings timeouts,
        Duration lockWait,
        RetryPolicy retry,
        @Nullable String commitOrNull,
        String toolVersion) {
    /** Short enough that those who queue up behind a migration hardly notice it. */
    public static final Duration LOCK_TIMEOUT = Duration.ofSeconds(2);

    public static final Duration LOCK_WAIT = Duration.ofMinutes(5);

    /** Returns the timeouts of a migration: its own where it names some. */
    public SessionSettings timeouts(Migration migration) {
        Optional<Directive.Timeout> own =
                migration.directives().of(Directive.Timeout.class).findFirst();
        return new SessionSettings(
                own.flatMap(Directive.Timeout::lock).orElse(timeouts.lockTimeout()),
                own.flatMap(Directive.Timeout::statement).orElse(timeouts.statementTimeout()));
    }

    /** Returns what the history is told about a migration. */
    public HistoryEntry entry(Migration migration) {
        return new HistoryEntry(
                migration.version().toString(),
                migration.name(),
                migration.checksum().hex(),
                commitOrNull,
                toolVersion);
    }

    /** Returns what is used where nobody says otherwise. */
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
