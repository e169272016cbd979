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
