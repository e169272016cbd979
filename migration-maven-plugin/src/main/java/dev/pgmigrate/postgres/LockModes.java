package dev.pgmigrate.postgres;

import java.util.Locale;

/** Lock modes as {@code pg_locks.mode} writes them: {@code AccessExclusiveLock}. */
public final class LockModes {
    private LockModes() {}

    public static LockMode of(String catalogName) {
        for (LockMode mode : LockMode.values()) {
            if (catalogName(mode).equals(catalogName)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("Unknown lock mode " + catalogName);
    }

    public static String catalogName(LockMode mode) {
        StringBuilder text = new StringBuilder();
        for (String word : mode.name().split("_", -1)) {
            text.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return text.append("Lock").toString();
    }
}
