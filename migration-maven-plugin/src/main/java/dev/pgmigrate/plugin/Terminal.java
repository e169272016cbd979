package dev.pgmigrate.plugin;

import dev.pgmigrate.report.Palette;
import java.lang.reflect.InvocationTargetException;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** Tells whether Maven writes in colour, so that a goal does the same. */
final class Terminal {
    private Terminal() {}

    static Palette palette(@Nullable MavenSession session) {
        String style = session == null ? null : session.getUserProperties().getProperty("style.color");
        if ("always".equals(style)) {
            return Palette.ANSI;
        }
        return "never".equals(style) || !mavenIsColourful() ? Palette.PLAIN : Palette.ANSI;
    }

    /**
     * Asks Jansi, which Maven 3 lets plugins see: Maven switches it off for {@code -B} and {@code -l}, and in a pipe it
     * takes the colours out itself. Where there is none, nothing is coloured.
     */
    private static boolean mavenIsColourful() {
        try {
            Class<?> ansi = Class.forName("org.fusesource.jansi.Ansi");
            return (Boolean) ansi.getMethod("isEnabled").invoke(null);
        } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException e) {
            return false;
        } catch (InvocationTargetException e) {
            return false;
        }
    }
}
