package dev.pgmigrate.lint;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Schema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything that a rule can ask about all files together. */
public final class FolderContext {
    private final Migrations migrations;
    private final LintSettings settings;
    private final Flavour flavour;
    private final AppliedVersions applied;
    private final IdentityHashMap<SqlFile, Migration> owners = new IdentityHashMap<>();
    private final Map<String, Migration> byPath = new HashMap<>();
    private final Map<Class<?>, Object> evidence = new HashMap<>();
    private @Nullable Schema end;

    FolderContext(Migrations migrations, LintSettings settings, Flavour flavour, AppliedVersions applied) {
        this.migrations = migrations;
        this.settings = settings;
        this.flavour = flavour;
        this.applied = applied;
        for (Migration migration : migrations.all()) {
            own(migration.sql(), migration);
            migration.rollback().ifPresent(rollback -> own(rollback.sql(), migration));
        }
    }

    public Migrations migrations() {
        return migrations;
    }

    public LintSettings settings() {
        return settings;
    }

    /** Returns plain or supabase, never auto. */
    public Flavour flavour() {
        return flavour;
    }

    public AppliedVersions applied() {
        return applied;
    }

    /** Returns the schema after the last file, which is known before the first file is checked. */
    public Schema end() {
        if (end == null) {
            throw new IllegalStateException("The files are not replayed yet");
        }
        return end;
    }

    void endWith(Schema schema) {
        end = schema;
    }

    /** Returns what {@code maker} computes from the folder, once for all rules and threads. */
    public synchronized <T> T once(Class<T> type, Function<FolderContext, T> maker) {
        Object known = evidence.get(type);
        if (known == null) {
            known = maker.apply(this);
            evidence.put(type, known);
        }
        return type.cast(known);
    }

    /** Returns whether {@code migration} is applied, or older than {@code lintFrom}. */
    public boolean isHistory(Migration migration) {
        return applied.isApplied(migration.version())
                || settings.lintFrom()
                        .filter(from -> migration.version().compareTo(from) < 0)
                        .isPresent();
    }

    private void own(SqlFile sql, Migration migration) {
        owners.put(sql, migration);
        byPath.put(sql.path(), migration);
    }

    /**
     * Returns the newest migration, where findings about all of them are reported; the project's folder if there is none.
     */
    String newestPath() {
        List<Migration> all = migrations.all();
        return all.isEmpty()
                ? migrations.folders().base().toString()
                : all.get(all.size() - 1).path();
    }

    boolean isHistory(String path) {
        Migration migration = byPath.get(path);
        return migration != null && isHistory(migration);
    }

    /** Returns the paths of all files that belong to such migrations. */
    Set<String> history() {
        Set<String> paths = new HashSet<>(byPath.keySet());
        paths.removeIf(path -> !isHistory(path));
        return paths;
    }

    boolean isPending(SqlFile file) {
        Migration migration = owners.get(file);
        return migration != null && applied.isPending(migration.version());
    }
}
