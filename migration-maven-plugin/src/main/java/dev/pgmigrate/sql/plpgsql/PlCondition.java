package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.postgres.ErrorConditions;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.sql.SourceRange;
import java.util.Set;

/**
 * A condition as a handler or a {@code RAISE} names it: {@code duplicate_object}, {@code SQLSTATE '42710'} or {@code OTHERS}.
 *
 * @param name the folded name, {@code others} included; or the five characters of a {@code SQLSTATE}
 * @param sqlStates the codes that it stands for; empty for {@code others} and for a name that does not exist
 */
public record PlCondition(String name, Set<String> sqlStates, SourceRange range) {
    private static final String OTHERS = "others";

    public PlCondition {
        sqlStates = Set.copyOf(sqlStates);
    }

    static PlCondition named(String name, SourceRange range) {
        return new PlCondition(name, ErrorConditions.sqlStates(name), range);
    }

    static PlCondition sqlState(String code, SourceRange range) {
        return new PlCondition(code, Set.of(code), range);
    }

    /** Returns whether this is {@code OTHERS}, which catches everything but a cancelled query and a failed assertion. */
    public boolean isOthers() {
        return name.equals(OTHERS);
    }

    /** Returns whether a handler with this condition catches {@code sqlState}; a code that ends in 000 is its whole class. */
    public boolean matches(String sqlState) {
        if (isOthers()) {
            return !sqlState.equals(SqlState.QUERY_CANCELED) && !sqlState.equals(SqlState.ASSERT_FAILURE);
        }
        return sqlStates.contains(sqlState) || sqlStates.contains(sqlState.substring(0, 2) + "000");
    }
}
