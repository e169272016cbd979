package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Name;

/** Takes a condition: a name, or {@code SQLSTATE} and a code. */
final class ConditionParser {
    private ConditionParser() {}

    static PlCondition take(PlCursor cursor) {
        int start = cursor.start();
        Name name = cursor.takeName();
        if (name.text().equals("sqlstate")) {
            SourceRange place = cursor.range();
            String code = cursor.takeString();
            if (!isSqlState(code)) {
                throw cursor.error("invalid SQLSTATE code", place);
            }
            return PlCondition.sqlState(code, cursor.rangeFrom(start));
        }
        PlCondition condition = PlCondition.named(name.text(), name.range());
        if (!condition.isOthers() && condition.sqlStates().isEmpty()) {
            throw cursor.error("unrecognized exception condition \"" + name.text() + "\"", name.range());
        }
        return condition;
    }

    private static boolean isSqlState(String code) {
        return code.length() == 5 && code.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'));
    }
}
