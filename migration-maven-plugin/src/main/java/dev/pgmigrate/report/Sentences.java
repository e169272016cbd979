package dev.pgmigrate.report;

/** Joins what is wrong and what to do about it. */
final class Sentences {
    private static final String ENDS = ".!?";

    private Sentences() {}

    /** Returns the message and the advice as two sentences. */
    static String of(String message, String advice) {
        if (advice.isBlank() || message.isBlank()) {
            return (message + advice).strip();
        }
        String first = message.strip();
        boolean ended = ENDS.indexOf(first.charAt(first.length() - 1)) >= 0;
        return first + (ended ? " " : ". ") + advice.strip();
    }
}
