package dev.pgmigrate.migration;

import java.nio.file.Path;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/** Recognises the files of a Supabase project by their folder and by what they call. */
public final class SupabaseSigns {
    // The letters come before the lookbehind: the other way round, this search took a fifth of the time of a lint.
    private static final Pattern AUTH =
            Pattern.compile("auth(?<!\\wauth)\\.(?:(?:uid|jwt|role|email)\\s*\\(|users\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAKES_AUTH =
            Pattern.compile("create\\s+schema\\s+(?:if\\s+not\\s+exists\\s+)?\"?auth\\b", Pattern.CASE_INSENSITIVE);
    private static final String SCHEMA = "auth";
    private static final String FOLDER = "supabase";

    private SupabaseSigns() {}

    /** Tells whether an SQL text makes the schema {@code auth}, which a Supabase database has before the first migration. */
    static boolean makesAuth(CharSequence sql) {
        return MAKES_AUTH.matcher(sql).find();
    }

    /**
     * Returns whether one of the folders is in the project's {@code supabase/}, where the Supabase CLI keeps its files.
     */
    public static boolean inFolder(MigrationFolders folders) {
        for (Path location : folders.locations()) {
            for (Path part : folders.base().relativize(location)) {
                if (part.toString().equals(FOLDER)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether an SQL text uses the schema {@code auth}, which every Supabase database has. */
    public static boolean inText(String sql) {
        return inText(sql, from -> sql.indexOf('.', from));
    }

    /**
     * The same for a text that is not one string. The archetype has this class and none of those that read such texts.
     *
     * @param nextDot returns where the next dot from an index on is, or a negative number
     */
    static boolean inText(CharSequence sql, IntUnaryOperator nextDot) {
        // The pattern alone would visit every letter of every file.
        for (int dot = nextDot.applyAsInt(0); dot >= 0; dot = nextDot.applyAsInt(dot + 1)) {
            if (isBehindSchema(sql, dot)) {
                return AUTH.matcher(sql).find();
            }
        }
        return false;
    }

    private static boolean isBehindSchema(CharSequence sql, int dot) {
        int start = dot - SCHEMA.length();
        return start >= 0
                && Character.toLowerCase(sql.charAt(dot - 1)) == SCHEMA.charAt(SCHEMA.length() - 1)
                && sql.subSequence(start, dot).toString().equalsIgnoreCase(SCHEMA);
    }
}
