package dev.pgmigrate.template;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One migration of a kind, with its rollback.
 *
 * @param suffix what the file name appends to the migration's name, {@code _backfill} or nothing
 * @param migration the migration
 * @param rollbackOrNull the rollback; a project's own template may have none
 */
public record TemplateFile(
        String suffix, Template migration, @Nullable Template rollbackOrNull) {
    /**
     * Returns the file for {@code stem}, in which {@code 2-backfill} stands for the second file of its kind, with the
     * suffix {@code _backfill}.
     */
    static TemplateFile of(String stem, Template migration, @Nullable Template rollback) {
        String part = stem.substring(stem.indexOf('/') + 1);
        String suffix = stem.contains("/") ? part.replaceFirst("^[0-9]+", "").replace('-', '_') : "";
        return new TemplateFile(suffix, migration, rollback);
    }

    public Optional<Template> rollback() {
        return Optional.ofNullable(rollbackOrNull);
    }

    /** Returns the holes of both. */
    public Set<String> holes() {
        Set<String> holes = new LinkedHashSet<>(migration.holes());
        rollback().ifPresent(template -> holes.addAll(template.holes()));
        return holes;
    }
}
