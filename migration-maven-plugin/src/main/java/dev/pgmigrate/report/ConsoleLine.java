package dev.pgmigrate.report;

/**
 * One line for a console.
 *
 * @param level how much it matters, so that a quiet build still shows what failed it
 * @param text the line
 */
public record ConsoleLine(Level level, String text) {
    /** How much a line matters. */
    public enum Level {
        INFO,
        WARNING,
        ERROR
    }

    static ConsoleLine info(String text) {
        return new ConsoleLine(Level.INFO, text);
    }
}
