package dev.pgmigrate.ddl;

import dev.pgmigrate.postgres.Literal;
import dev.pgmigrate.schema.SnapshotKey;

/** Guards for statements that know no {@code IF NOT EXISTS}, in the forms that the rules accept. */
final class DdlGuard {
    private DdlGuard() {}

    /** Returns {@code sql}, which does nothing where the object is there. */
    static String duplicate(String sql) {
        return catching("duplicate_object", sql);
    }

    /** Returns {@code sql} as well, where the server only finds in the catalog's index that the object is there. */
    static String unique(String sql) {
        return catching("unique_violation", sql);
    }

    private static String catching(String condition, String sql) {
        return block("    " + indented(sql, "    ") + ";\nEXCEPTION WHEN " + condition + " THEN NULL;\n", sql);
    }

    /** Returns {@code sql}, which does nothing where the table has the constraint. */
    static String constraint(SnapshotKey constraint, String sql) {
        String condition = "SELECT FROM pg_catalog.pg_constraint WHERE conname = " + Literal.quote(constraint.name())
                + " AND conrelid = " + Literal.quote(SqlNames.owner(constraint)) + "::pg_catalog.regclass";
        return block(
                "    IF NOT EXISTS (" + condition + ") THEN\n        " + indented(sql, "        ") + ";\n    END IF;\n",
                sql);
    }

    /** A line break within quotes is a part of what they hold. */
    private static String indented(String sql, String indent) {
        return sql.contains("'") || sql.contains("\"") || sql.contains("$") ? sql : sql.replace("\n", "\n" + indent);
    }

    private static String block(String body, String sql) {
        String tag = tag(sql);
        return "DO " + tag + " BEGIN\n" + body + "END " + tag;
    }

    /** Returns a dollar quote that {@code text} does not hold. */
    static String tag(String text) {
        String tag = "$$";
        for (int i = 0; text.contains(tag) || text.endsWith("$"); i++) {
            tag = "$body" + (i == 0 ? "" : i) + "$";
            if (!text.contains(tag)) {
                break;
            }
        }
        return tag;
    }
}
