package dev.pgmigrate.lint;

import dev.pgmigrate.migration.Migrations;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Recognises what kind of database the files are for. */
final class Flavours {
    // The letters come before the look behind them: tried the other way round, this search took a fifth of a lint.
    private static final Pattern AUTH =
            Pattern.compile("auth(?<!\\wauth)\\.(?:(?:uid|jwt|role|email)\\s*\\(|users\\b)", Pattern.CASE_INSENSITIVE);
    private static final String SCHEMA = "auth";
    private static final String FOLDER = "supabase";

    private Flavours() {}

    static Flavour of(Migrations migrations, Flavour configured) {
        if (configured != Flavour.AUTO) {
            return configured;
        }
        boolean folder = migrations.folders().locations().stream()
                .map(location -> migrations.folders().base().relativize(location))
                .anyMatch(Flavours::isSupabase);
        boolean used = folder
                || migrations.all().stream()
                        .anyMatch(migration -> namesAuth(migration.source().text()));
        return used ? Flavour.SUPABASE : Flavour.PLAIN;
    }

    /** A pattern alone would step through every letter of every file. */
    private static boolean namesAuth(String text) {
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
            if (text.regionMatches(true, dot - SCHEMA.length(), SCHEMA, 0, SCHEMA.length())) {
                return AUTH.matcher(text).find();
            }
        }
        return false;
    }

    private static boolean isSupabase(Path location) {
        for (Path part : location) {
            if (part.toString().equals(FOLDER)) {
                return true;
            }
        }
        return false;
    }
}
