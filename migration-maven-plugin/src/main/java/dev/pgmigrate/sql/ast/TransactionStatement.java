package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code BEGIN} to {@code ROLLBACK PREPARED}.
 *
 * @param name of the savepoint, or the identifier of a prepared transaction; else null
 * @param modes of {@code BEGIN}, in lower case as written: {@code isolation level serializable}, {@code read only}
 * @param chain whether {@code AND CHAIN} begins the next transaction at once
 */
public record TransactionStatement(
        Action action, @Nullable Name name, List<SettingChange.Value> modes, boolean chain, SourceRange range)
        implements Statement {
    /** What it does. */
    public enum Action {
        BEGIN,
        START,
        COMMIT,
        ROLLBACK,
        SAVEPOINT,
        RELEASE,
        ROLLBACK_TO,
        PREPARE,
        COMMIT_PREPARED,
        ROLLBACK_PREPARED
    }

    @Override
    public StatementKind kind() {
        return StatementKind.TRANSACTION;
    }
}
