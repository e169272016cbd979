package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may stand around any query: WITH before it, ORDER BY, LIMIT and FOR UPDATE behind it.
 *
 * @param with the common table expressions, or null
 * @param limit how many rows, or null
 * @param offset how many rows are skipped, or null
 */
public record SelectOptions(
        @Nullable WithClause with,
        List<SortBy> orderBy,
        @Nullable Limit limit,
        @Nullable Expression offset,
        List<LockingClause> locking) {
    public static final SelectOptions NONE = new SelectOptions(null, List.of(), null, null, List.of());

    public SelectOptions {
        orderBy = List.copyOf(orderBy);
        locking = List.copyOf(locking);
    }

    /**
     * {@code LIMIT 10} or {@code FETCH FIRST 10 ROWS ONLY}.
     *
     * @param count how many, or null for ALL
     */
    public record Limit(@Nullable Expression count, boolean withTies, SourceRange range) implements Node {}

    /**
     * {@code FOR UPDATE OF t NOWAIT}.
     *
     * @param tables the tables behind OF; empty for all
     */
    public record LockingClause(
            LockStrength strength, List<ObjectName> tables, WaitPolicy waitPolicy, SourceRange range) implements Node {
        public LockingClause {
            tables = List.copyOf(tables);
        }
    }

    /** How strong the lock on a row is, weakest first (manual, 13.3.2 "Row-Level Locks"). */
    public enum LockStrength {
        KEY_SHARE,
        SHARE,
        NO_KEY_UPDATE,
        UPDATE
    }

    /** What is done about rows that are locked. */
    public enum WaitPolicy {
        BLOCK,
        SKIP,
        ERROR
    }
}
