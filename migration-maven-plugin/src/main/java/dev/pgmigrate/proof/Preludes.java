package dev.pgmigrate.proof;

import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.SqlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The built-in SQL that can run before the first migration. */
public final class Preludes {
    /**
     * {@code supabase}: a stand-in for a Supabase database. {@code history}: the table that hand-written templates insert
     * their versions into.
     */
    public static final Set<String> NAMES = Set.of("history", "supabase");

    public static final String SUPABASE = "supabase";

    private static final String LABEL = "prelude ";

    /** Extensions with the schema that holds what they make. */
    private static final Map<String, String> DASHBOARD =
            new TreeMap<>(Map.of("pg_cron", "cron", "pg_net", "net", "pgmq", "pgmq", "pgsodium", "pgsodium"));

    private Preludes() {}

    /**
     * Returns what stands in for the Supabase database that {@code migrations} are for. The extensions that people turn on in
     * the dashboard are there if a file refers to their schema and none makes them.
     */
    public static List<SqlFile> supabase(Migrations migrations) {
        List<SqlFile> preludes = new ArrayList<>(named(SUPABASE).stream().toList());
        List<String> made = new ArrayList<>();
        DASHBOARD.forEach((extension, schema) -> {
            Pattern use = Pattern.compile("(?i)\\b" + schema + "\"?\\.");
            Pattern creation = Pattern.compile("(?i)create\\s+extension[^;]*\\b" + extension + "\\b");
            if (anyHas(migrations, use) && !anyHas(migrations, creation)) {
                made.add("CREATE EXTENSION IF NOT EXISTS " + extension + ";");
            }
        });
        if (!made.isEmpty()) {
            preludes.add(SqlFile.of(Path.of("extensions.sql"), LABEL + "extensions", String.join("\n", made)));
        }
        return preludes;
    }

    private static boolean anyHas(Migrations migrations, Pattern pattern) {
        return migrations.all().stream()
                .anyMatch(
                        migration -> pattern.matcher(migration.source().text()).find());
    }

    /** Tells whether a file is the prelude {@code supabase}. */
    public static boolean isSupabase(SqlFile file) {
        return file.path().equals(LABEL + SUPABASE);
    }

    /** Returns the prelude of this name, if there is one. */
    public static Optional<SqlFile> named(String name) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        String resource = name + ".sql";
        try (InputStream in = Preludes.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The prelude " + resource + " is not among the resources");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(SqlFile.of(Path.of(resource), LABEL + name, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
