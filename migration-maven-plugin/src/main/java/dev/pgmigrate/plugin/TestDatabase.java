package dev.pgmigrate.plugin;

import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.Credentials;
import dev.pgmigrate.server.DatabaseSources;
import dev.pgmigrate.server.DatabaseUrl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Resolves the database of a proof that names one; what names the database of the other goals is never taken for it. */
final class TestDatabase {
    private final TestMojo mojo;
    private final SettingsDecrypter decrypter;

    TestDatabase(TestMojo mojo, SettingsDecrypter decrypter) {
        this.mojo = mojo;
        this.decrypter = decrypter;
    }

    /** Returns how to connect to it, or null if none is named. */
    @Nullable
    ConnectionTarget targetOrNull() throws MojoExecutionException {
        String typed = Module.require(mojo.session).getUserProperties().getProperty("migrate.testUrl");
        String url = Stream.of(typed, mojo.testUrl, System.getenv("MIGRATE_TEST_URL"))
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(null);
        if (url == null) {
            return null;
        }
        if (typed == null && mojo.testUrl != null && DatabaseUrl.holdsPassword(mojo.testUrl)) {
            throw new MojoExecutionException(
                    "The <testUrl> in the pom contains a password, which Maven prints with -X: remove"
                            + " it, and name a server in settings.xml with <testServerId>, or set MIGRATE_TEST_PASSWORD.");
        }
        DatabaseSources sources = new DatabaseSources(
                url,
                new Credentials(mojo.testUser, null),
                new SettingsServer(Module.require(mojo.session), decrypter).credentials(mojo.testServerId),
                environment(),
                false);
        if (!(sources.required() instanceof DatabaseSources.Choice.Existing existing)) {
            throw new MojoExecutionException("The parameter testUrl takes the URL of a database, not \"" + url
                    + "\": without it the proof starts a server of its own.");
        }
        refuseTheOneToApplyTo(existing.target());
        return existing.target();
    }

    /** Whoever mixes the two up would rehearse in production. */
    private void refuseTheOneToApplyTo(ConnectionTarget target) throws MojoExecutionException {
        for (String url : List.of(
                Objects.requireNonNullElse(
                        Module.require(mojo.session).getUserProperties().getProperty(ParameterNames.URL), ""),
                Objects.requireNonNullElse(
                        Module.require(mojo.project).getProperties().getProperty(ParameterNames.URL), ""),
                Objects.requireNonNullElse(System.getenv("MIGRATE_URL"), ""))) {
            if (!url.isBlank()
                    && DatabaseUrl.parse(url) instanceof DatabaseUrl.Remote remote
                    && remote.url().equals(target.url())) {
                throw new MojoExecutionException(
                        "The parameters testUrl and url name the same database, " + target.url()
                                + ": a proof changes what it runs on, so name a scratch database or a copy of that one.");
            }
        }
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        for (String name : List.of("USER", "PASSWORD")) {
            String value = System.getenv("MIGRATE_TEST_" + name);
            if (value != null) {
                environment.put("MIGRATE_" + name, value);
            }
        }
        return environment;
    }
}
