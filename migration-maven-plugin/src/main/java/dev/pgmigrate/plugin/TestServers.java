package dev.pgmigrate.plugin;

import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.PostgresBinaries;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.RepositorySystem;

/** Chooses the server that a proof starts for itself. */
final class TestServers {
    /** Where the server comes from. */
    enum Provider {
        EMBEDDED,
        TESTCONTAINERS
    }

    private final RepositorySystem resolver;
    private final TestMojo mojo;

    TestServers(RepositorySystem resolver, TestMojo mojo) {
        this.resolver = resolver;
        this.mojo = mojo;
    }

    /** Returns what starts the server; whatever that needs is found now. */
    Supplier<DisposablePostgres> server() throws MojoExecutionException {
        if (provider() == Provider.EMBEDDED) {
            Path jar = jar(new PostgresJars(resolver, mojo));
            return () -> DisposablePostgres.start(PostgresBinaries.unpack(jar));
        }
        TestcontainersLibrary library = TestcontainersLibrary.load(resolver, mojo);
        String image = mojo.image == null ? "postgres:" + version() : mojo.image.strip();
        return () -> {
            mojo.getLog()
                    .info("Starting a container of " + image + ", which Docker pulls first if it does not have it.");
            return DisposablePostgres.of(library.start(image));
        };
    }

    private Provider provider() throws MojoExecutionException {
        Provider provider = LintParameters.constant(Provider.class, "provider", mojo.provider);
        if (provider == Provider.EMBEDDED && mojo.image != null) {
            throw new MojoExecutionException("The parameter image is \"" + mojo.image
                    + "\", but the provider is embedded: an image is for -Dmigrate.provider=testcontainers.");
        }
        return provider;
    }

    /** Refuses what would be ignored where a database is named to run on instead. */
    void refuse() throws MojoExecutionException {
        if (provider() != Provider.EMBEDDED) {
            throw new MojoExecutionException(
                    "The parameters testUrl and provider=testcontainers exclude each other: the"
                            + " proof runs on the database that is named, or on a server that it starts.");
        }
    }

    private PostgresVersion version() throws MojoExecutionException {
        String wanted = mojo.postgresVersion == null ? mojo.usualVersion : mojo.postgresVersion;
        return wanted == null ? PostgresVersion.NEWEST : LintParameters.postgresVersion(wanted);
    }

    private Path jar(PostgresJars jars) throws MojoExecutionException {
        if (mojo.postgresVersion != null || mojo.usualVersion == null) {
            return jars.jar(version());
        }
        try {
            return jars.jar(version());
        } catch (MojoExecutionException e) {
            mojo.getLog()
                    .warn(e.getMessage() + " Nobody asked for just this version, so PostgreSQL "
                            + PostgresVersion.NEWEST + " is taken instead.");
            return jars.jar(PostgresVersion.NEWEST);
        }
    }
}
