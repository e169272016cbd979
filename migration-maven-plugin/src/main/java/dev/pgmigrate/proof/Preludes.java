package dev.pgmigrate.proof;

import dev.pgmigrate.migration.SqlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The built-in SQL that can run before the first migration. */
public final class Preludes {
    /**
     * {@code supabase}: a stand-in for a Supabase database. {@code history}: the table that hand-written templates insert
     * their versions into.
     */
    public static final Set<String> NAMES = Set.of("history", "supabase");

    public static final String SUPABASE = "supabase";

    private static final String LABEL = "prelude ";

    /** Extensions that only the hosted service has; the prelude defines functions of the same names. */
    private static final Set<String> HOSTED =
            Set.of("pg_cron", "pg_graphql", "pg_net", "pgjwt", "pgsodium", "supabase_vault");

    private Preludes() {}

    /** Returns the extensions that need not be created after these preludes. */
    static Set<String> standIns(List<SqlFile> preludes) {
        return preludes.stream().anyMatch(Preludes::isSupabase) ? HOSTED : Set.of();
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
