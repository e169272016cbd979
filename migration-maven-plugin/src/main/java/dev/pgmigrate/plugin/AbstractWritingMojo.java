package dev.pgmigrate.plugin;

import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** The parameters of the goals that change a database. */
abstract class AbstractWritingMojo extends AbstractDatabaseMojo {
    /**
     * Databases that are changed only with {@code -Dmigrate.confirm=<name>}, as the message names them: patterns of hosts,
     * databases, {@code host/database} or Supabase projects, such as {@code prod-*} or {@code *.example.com}.
     */
    @Parameter(property = "migrate.protected")
    @Nullable
    List<String> protectedDatabases;

    /** The protected database that is meant; only from the command line. */
    @Parameter(property = "migrate.confirm")
    @Nullable
    String confirm;

    AbstractWritingMojo(RepositorySystem resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }
}
