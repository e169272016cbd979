package dev.pgmigrate.lint;

import dev.pgmigrate.migration.Migrations;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Recognises what kind of database the files are for. */
final class Flavours {
    private static final Pattern AUTH =
            Pattern.compile("\\bauth\\.(uid|jwt|role|email)\\s*\\(|\\bauth\\.users\\b", Pattern.CASE_INSENSITIVE);
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
                        .anyMatch(migration ->
                                AUTH.matcher(migration.source().text()).find());
        return used ? Flavour.SUPABASE : Flavour.PLAIN;
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
