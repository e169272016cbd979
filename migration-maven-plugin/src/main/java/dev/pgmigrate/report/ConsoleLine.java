package dev.pgmigrate.report;

/**
 * One line for a console.
 *
 * @param level how important it is, so that a quiet build still shows what failed
 * @param text the line
 */
public record ConsoleLine(Level level, String text) {
    /** The importance of a line. */
    public enum Level {
        INFO,
        WARNING,
        ERROR
    }

    static ConsoleLine info(String text) {
        return new ConsoleLine(Level.INFO, text);
    }
}
