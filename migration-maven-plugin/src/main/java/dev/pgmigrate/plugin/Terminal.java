package dev.pgmigrate.plugin;

import dev.pgmigrate.report.Palette;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** Detects whether Maven writes in colour, so that a goal does the same. */
final class Terminal {
    private static final int USUAL = 100;
    private static final int NARROWEST = 40;

    private Terminal() {}

    static Palette palette(@Nullable MavenSession session) {
        String style = session == null ? null : session.getUserProperties().getProperty("style.color");
        if ("always".equals(style)) {
            return Palette.ANSI;
        }
        return "never".equals(style) || !mavenIsColourful() ? Palette.PLAIN : Palette.ANSI;
    }

    /** Prints what Maven's log must not put a word before: commands for a build server, and text that people copy. */
    static void print(List<String> lines) {
        lines.forEach(System.out::println);
    }

    /** Returns how many columns the terminal has; 100 where that cannot be known. */
    static int width() {
        try {
            int columns =
                    Integer.parseInt(String.valueOf(System.getenv("COLUMNS")).strip());
            return Math.max(NARROWEST, columns);
        } catch (NumberFormatException e) {
            return widthOfJansi();
        }
    }

    private static int widthOfJansi() {
        try {
            Class<?> console = Class.forName("org.fusesource.jansi.AnsiConsole");
            int columns = (Integer) console.getMethod("getTerminalWidth").invoke(null);
            return columns <= 0 ? USUAL : Math.max(NARROWEST, columns);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException e) {
            return USUAL;
        }
    }

    /**
     * Asks Jansi, which Maven 3 exposes to plugins: Maven switches it off for {@code -B} and {@code -l}, and in a pipe it
     * strips the colours itself. Without Jansi, nothing is coloured.
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
