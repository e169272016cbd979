package dev.pgmigrate.postgres;

import java.util.EnumSet;
import java.util.Set;

/**
 * A table-level lock mode, weakest first (PostgreSQL manual, 13.3.1 "Table-Level Locks").
 */
public enum LockMode {
    ACCESS_SHARE,
    ROW_SHARE,
    ROW_EXCLUSIVE,
    SHARE_UPDATE_EXCLUSIVE,
    SHARE,
    SHARE_ROW_EXCLUSIVE,
    EXCLUSIVE,
    ACCESS_EXCLUSIVE;

    /** Returns whether a session that wants {@code other} waits for one that holds this mode. */
    public boolean conflictsWith(LockMode other) {
        return conflicts().contains(other);
    }

    /** Returns whether a plain {@code SELECT} waits for this mode. */
    public boolean blocksReads() {
        return conflictsWith(ACCESS_SHARE);
    }

    /** Returns whether {@code INSERT}, {@code UPDATE} and {@code DELETE} wait for this mode. */
    public boolean blocksWrites() {
        return conflictsWith(ROW_EXCLUSIVE);
    }

    /** Returns the mode as SQL writes it: {@code ACCESS EXCLUSIVE}. */
    public String sql() {
        return name().replace('_', ' ');
    }

    private Set<LockMode> conflicts() {
        return switch (this) {
            case ACCESS_SHARE -> EnumSet.of(ACCESS_EXCLUSIVE);
            case ROW_SHARE -> EnumSet.range(EXCLUSIVE, ACCESS_EXCLUSIVE);
            case ROW_EXCLUSIVE -> EnumSet.range(SHARE, ACCESS_EXCLUSIVE);
            case SHARE_UPDATE_EXCLUSIVE -> EnumSet.range(SHARE_UPDATE_EXCLUSIVE, ACCESS_EXCLUSIVE);
            case SHARE -> {
                Set<LockMode> modes = EnumSet.range(ROW_EXCLUSIVE, ACCESS_EXCLUSIVE);
                modes.remove(SHARE);
                yield modes;
            }
            case SHARE_ROW_EXCLUSIVE -> EnumSet.range(ROW_EXCLUSIVE, ACCESS_EXCLUSIVE);
            case EXCLUSIVE -> EnumSet.range(ROW_SHARE, ACCESS_EXCLUSIVE);
            case ACCESS_EXCLUSIVE -> EnumSet.allOf(LockMode.class);
        };
    }
}
