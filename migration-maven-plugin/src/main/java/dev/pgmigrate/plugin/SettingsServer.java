package dev.pgmigrate.plugin;

import dev.pgmigrate.server.Credentials;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/** Reads the role and the decrypted password of a server in {@code settings.xml}. */
final class SettingsServer {
    private final MavenSession session;
    private final SettingsDecrypter decrypter;

    SettingsServer(MavenSession session, SettingsDecrypter decrypter) {
        this.session = session;
        this.decrypter = decrypter;
    }

    /** Returns the credentials of {@code id}; none where no server is asked for. */
    Credentials credentials(@Nullable String id) throws MojoExecutionException {
        if (id == null || id.isBlank()) {
            return Credentials.NONE;
        }
        Server server = session.getSettings().getServer(id);
        if (server == null) {
            throw new MojoExecutionException("settings.xml has no server with the id \"" + id
                    + "\": add one with <username> and <password>, or correct migrate.serverId.");
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        for (SettingsProblem problem : result.getProblems()) {
            // Maven 3 would pass on the ciphertext as if it were the password.
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw new MojoExecutionException("The password of the server \"" + id
                        + "\" in settings.xml cannot be decrypted: check settings-security.xml.");
            }
        }
        Server decrypted = result.getServer();
        return new Credentials(decrypted.getUsername(), decrypted.getPassword());
    }
}
