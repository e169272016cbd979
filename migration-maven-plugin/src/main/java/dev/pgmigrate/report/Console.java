package dev.pgmigrate.report;

/**
 * How a result is shown on a console.
 *
 * @param palette the colours, or none
 * @param width how many columns there are
 * @param maxFindings how many findings are shown in full
 * @param everything the file that holds all findings, as people read it
 * @param module the module, where the build has several; else empty
 */
public record Console(Palette palette, int width, int maxFindings, String everything, String module) {
    /** How many findings are shown in full where nobody says otherwise. */
    public static final int MAX_FINDINGS = 50;

    /** How many columns a console has where that is not known. */
    public static final int WIDTH = 100;

    /** Returns a console of usual size. */
    public static Console of(Palette palette) {
        return new Console(palette, WIDTH, MAX_FINDINGS, "the report", "");
    }
}
