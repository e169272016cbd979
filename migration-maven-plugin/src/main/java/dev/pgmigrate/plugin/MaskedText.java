package dev.pgmigrate.plugin;

import dev.pgmigrate.server.DatabaseUrl;

/**
 * The text of a parameter that may hold a password. Maven prints every parameter at {@code -X} as its {@code toString()}
 * says.
 */
public final class MaskedText {
    private String text = "";

    /** Is called by Maven with what the pom or the command line says. */
    public void set(String value) {
        text = value;
    }

    String text() {
        return text.strip();
    }

    @Override
    public String toString() {
        return DatabaseUrl.mask(text);
    }
}
