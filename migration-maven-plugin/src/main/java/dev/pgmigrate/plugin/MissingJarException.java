package dev.pgmigrate.plugin;

import dev.pgmigrate.failure.ExplainedException;
import org.apache.maven.plugin.MojoExecutionException;

/** Carries Maven's message through callers that cannot throw Maven's exception. */
final class MissingJarException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    MissingJarException(MojoExecutionException cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
