package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Test;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.PostgresBinaries;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Runs all migrations on an empty, disposable PostgreSQL and fails the build where the server refuses one. */
@Mojo(name = "test", requiresProject = false, defaultPhase = LifecyclePhase.INTEGRATION_TEST, threadSafe = true)
public final class TestMojo extends AbstractMigrateMojo {
    private final RepositorySystem resolver;

    /** The major version of PostgreSQL to run on, 14 to 18. */
    @Parameter(property = "migrate.postgresVersion", defaultValue = "18")
    String postgresVersion = "18";

    /**
     * What runs before the first migration: SQL files, {@code supabase} for a stand-in of a Supabase database, or
     * {@code history} for a table {@code schema_migrations} of hand-written templates.
     */
    @Parameter(property = "migrate.prelude")
    @Nullable
    List<String> prelude;

    /** The schemas of names without one. Without it the server's default. */
    @Parameter(property = "migrate.searchPath")
    @Nullable
    List<String> searchPath;

    @Inject
    TestMojo(RepositorySystem resolver) {
        this.resolver = resolver;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this).run(folders -> {
            Path jar = new PostgresJars(resolver, this).jar(LintParameters.postgresVersion(postgresVersion));
            return Test.run(new Test.Request(
                    folders,
                    PreludeParameter.files(prelude, folders.base()),
                    searchPath == null ? List.of() : searchPath,
                    () -> DisposablePostgres.start(PostgresBinaries.unpack(jar))));
        });
    }
}
