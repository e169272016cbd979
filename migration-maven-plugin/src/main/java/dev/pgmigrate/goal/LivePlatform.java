package dev.pgmigrate.goal;

import dev.pgmigrate.drift.DriftSide;
import dev.pgmigrate.drift.Exclusions;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.proof.Preludes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which platform a database is of. */
final class LivePlatform {
    private LivePlatform() {}

    /**
     * Returns what runs before the first migration: what was asked for; or the stand-in for the platform that the database is
     * of, which no file may have named yet; or null for what the files need.
     */
    static @Nullable List<SqlFile> preludes(
            Migrations migrations, DriftSide live, @Nullable List<SqlFile> preludesOrNull) {
        boolean supabase = preludesOrNull == null && !migrations.makeAuth() && Exclusions.isSupabase(live.snapshot());
        return supabase ? Preludes.named(Preludes.SUPABASE).stream().toList() : preludesOrNull;
    }
}
