package dev.pgmigrate.replay;

import dev.pgmigrate.replay.Settings.Setting;
import dev.pgmigrate.sql.ast.SessionStatement;
import dev.pgmigrate.sql.ast.SettingChange;
import dev.pgmigrate.sql.ast.SettingStatement.SetStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Follows what a file does to its own session: transactions and settings. */
final class Session {
    private static final String SEARCH_PATH = "search_path";

    private final Changesets changesets;
    private int changeset;
    private TransactionState outside;
    private final List<String> defaultPath;
    private TransactionState transaction;
    private Settings settings = Settings.NONE;
    private Settings beforeTransaction = Settings.NONE;
    private final Map<String, Integer> savepoints = new HashMap<>();
    private int begin = -1;

    /** The runner opens its transaction once; the file's first COMMIT or ROLLBACK ends it. */
    private boolean ended;

    /**
     * @param changesets the states where the file has no transaction of its own
     * @param defaultPath the search path as long as the file sets none
     */
    Session(Changesets changesets, List<String> defaultPath) {
        this.changesets = changesets;
        this.outside = changesets.outside(0);
        this.transaction = outside;
        this.defaultPath = defaultPath;
    }

    /** Comes to the next statement of the file, with which another transaction of the runner's may begin. */
    void enter(int offset) {
        if (changesets.startOf(offset) != changeset) {
            changeset = changesets.startOf(offset);
            outside = changesets.outside(offset);
            settings = settings.committed();
            transaction = outside;
            begin = -1;
            ended = false;
        }
    }

    TransactionState transaction() {
        return transaction;
    }

    Settings settings() {
        return settings;
    }

    List<String> searchPath() {
        Optional<Setting> written = settings.get(SEARCH_PATH);
        if (written.isEmpty()) {
            return defaultPath;
        }
        List<String> path = new ArrayList<>();
        for (String part : written.get().value().split(",", -1)) {
            String schema = part.strip();
            if (!schema.isEmpty() && !schema.equals("$user") && !schema.equals("pg_catalog")) {
                path.add(schema);
            }
        }
        return path.isEmpty() ? defaultPath : path;
    }

    /**
     * Returns the moment to which a statement takes everything back, or -1; called before {@link #run}.
     *
     * @param now the moment before the statement
     */
    int takesBackTo(Statement statement, int now) {
        if (begin < 0) {
            begin = now;
        }
        if (!(statement instanceof TransactionStatement change)) {
            return -1;
        }
        String name = change.name() == null ? "" : change.name().text();
        switch (change.action()) {
            case BEGIN, START -> begin = transaction == TransactionState.FILE ? begin : now;
            case SAVEPOINT -> savepoints.put(name, now);
            case ROLLBACK_TO -> {
                return savepoints.getOrDefault(name, -1);
            }
            case ROLLBACK -> {
                boolean open = transaction == TransactionState.FILE || (transaction.isOpen() && !ended);
                int back = open ? begin : -1;
                // What AND CHAIN begins starts behind the statement, with all taken back.
                begin = now + 1;
                ended = true;
                return back;
            }
            case PREPARE -> {
                int back = transaction == TransactionState.FILE ? begin : -1;
                begin = now + 1;
                ended = true;
                return back;
            }
            case COMMIT -> {
                begin = now;
                ended = true;
            }
            case RELEASE, COMMIT_PREPARED, ROLLBACK_PREPARED -> {}
        }
        return -1;
    }

    void run(Statement statement, Origin origin) {
        if (statement instanceof TransactionStatement change) {
            change(change);
        } else if (statement instanceof SetStatement set) {
            set(set.change(), set.local(), origin);
        } else if (statement instanceof SessionStatement.Discard discard
                && discard.target() == SessionStatement.DiscardTarget.ALL) {
            settings = Settings.NONE;
        } else {
            TreeNames.setConfig(statement).ifPresent(call -> put(call.name(), call.value(), call.local(), origin));
        }
    }

    private void change(TransactionStatement statement) {
        switch (statement.action()) {
            case BEGIN, START -> {
                if (transaction != TransactionState.FILE) {
                    beforeTransaction = settings;
                }
                transaction = TransactionState.FILE;
            }
            case COMMIT, PREPARE -> {
                settings = settings.committed();
                transaction = statement.chain() ? TransactionState.FILE : outside;
            }
            case ROLLBACK -> {
                settings = beforeTransaction;
                transaction = statement.chain() ? TransactionState.FILE : outside;
            }
            case SAVEPOINT, RELEASE, ROLLBACK_TO, COMMIT_PREPARED, ROLLBACK_PREPARED -> {}
        }
    }

    private void set(SettingChange change, boolean local, Origin origin) {
        switch (change.kind()) {
            case VALUE -> put(change.name(), change.text(), local, origin);
            case DEFAULT, RESET -> settings = settings.without(change.name().toLowerCase(Locale.ROOT));
            case RESET_ALL -> settings = Settings.NONE;
            case CURRENT, MULTI -> {}
        }
    }

    private void put(String name, String value, boolean local, Origin origin) {
        settings = settings.with(
                name.toLowerCase(Locale.ROOT), new Setting(value, local, !local || transaction.isOpen(), origin));
    }
}
