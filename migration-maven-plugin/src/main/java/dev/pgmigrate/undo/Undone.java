package dev.pgmigrate.undo;

/** One line of thought of a draft. */
sealed interface Undone {
    /** SQL that undoes a statement, with its semicolon. */
    record Sql(String text) implements Undone {}

    /** What only a person can decide, in a sentence. */
    record Decision(String text) implements Undone {}
}
