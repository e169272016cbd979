package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceRange;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flyway's {@code V1__x.sql.conf}, which may turn the transaction of {@code V1__x.sql} off. */
final class ScriptConfiguration {
    static final String SUFFIX = ".sql.conf";
    private static final String TRANSACTION = "executeInTransaction";

    private ScriptConfiguration() {}

    /** Returns the place that turns the transaction of {@code migration} off where the file beside it does, else null. */
    static @Nullable SourceRange transactionOffOrNull(Path migration) {
        Path file = migration.resolveSibling(migration.getFileName() + ".conf");
        return ConfigFile.read(file).value(TRANSACTION).orElse("").equalsIgnoreCase("false")
                ? new SourceRange(0, 0)
                : null;
    }

    /** Returns the migration that {@code configuration} is for. */
    static Path migrationOf(Path configuration) {
        String name = configuration.getFileName().toString();
        return configuration.resolveSibling(name.substring(0, name.length() - ".conf".length()));
    }

    /** Tells whether {@code file} says nothing but what is read of it. */
    static boolean isUnderstood(Path file) {
        return ConfigFile.read(file).keysBut(Set.of(TRANSACTION)).isEmpty();
    }
}
