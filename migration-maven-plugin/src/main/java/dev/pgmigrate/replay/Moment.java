package dev.pgmigrate.replay;

/** What is known as one statement runs, and what it leaves; one and the same for statements in a row that change nothing. */
record Moment(Schema before, Schema after, TransactionState transaction, Settings settings) {
    /** Returns the moment before the first statement. */
    static Moment at(Schema schema) {
        return new Moment(schema, schema, TransactionState.NONE, Settings.NONE);
    }

    /** Returns the moment that follows this one; this one itself if it is the same. */
    Moment then(Schema nextBefore, Schema nextAfter, TransactionState nextTransaction, Settings nextSettings) {
        boolean same = before == nextBefore
                && after == nextAfter
                && transaction == nextTransaction
                && settings.equals(nextSettings);
        return same ? this : new Moment(nextBefore, nextAfter, nextTransaction, nextSettings);
    }
}
