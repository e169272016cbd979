package dev.pgmigrate.goal;

/** A part of the proof of a migration. */
public enum ProofPart {
    APPLIES("applies"),
    SECOND_RUN("secondRun"),
    ROLLBACK("rollback"),
    LOCKS("locks"),
    BODIES("bodies"),
    POLICIES("policies");

    private final String word;

    ProofPart(String word) {
        this.word = word;
    }

    /** Returns the name that reports use. */
    public String word() {
        return word;
    }
}
