package dev.pgmigrate.report;

/** Colours for a console, or none. */
public enum Palette {
    /** Text only, for pipes and files. */
    PLAIN,
    /** The escape sequences of ECMA-48, which terminals understand. */
    ANSI;

    String error(String text) {
        return paint("1;31", text);
    }

    String warning(String text) {
        return paint("1;33", text);
    }

    String good(String text) {
        return paint("32", text);
    }

    String strong(String text) {
        return paint("1", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    private String paint(String code, String text) {
        return this == PLAIN || text.isBlank() ? text : "\u001b[" + code + "m" + text + "\u001b[m";
    }
}
