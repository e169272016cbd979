package dev.pgmigrate.undo;

/** One line of thought of a draft. */
sealed interface Undone {
    /** SQL that undoes a statement, with its semicolon. */
    record Sql(String text) implements Undone {}

    /**
     * What only a person can decide, in a sentence.
     *
     * @param unseen whether such a statement can be undone, had a file shown what was there before it
     */
    record Decision(String text, boolean unseen) implements Undone {}
}
