package dev.pgmigrate.replay;

import dev.pgmigrate.migration.SqlFile;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a file that are each a transaction of their own: the changesets of a formatted SQL changelog under Liquibase (its
 * documentation, "SQL changelog example"), and the whole file under every other runner.
 */
public final class Changesets {
    private static final Pattern HEADER =
            Pattern.compile("(?im)^[ \\t]*--[ \\t]*changeset[ \\t]+(?<attributes>\\S.*)$");
    private static final String OFF = "runInTransaction:false";

    private final NavigableMap<Integer, TransactionState> byStart = new TreeMap<>();

    private Changesets() {}

    public static Changesets of(SqlFile file, Runner runner) {
        Changesets changesets = new Changesets();
        TransactionState whole = Transactions.outside(file, runner);
        changesets.byStart.put(0, whole);
        if (runner == Runner.LIQUIBASE && file.directives().transactionOff().isEmpty()) {
            Matcher header = HEADER.matcher(file.source().characters());
            while (header.find()) {
                boolean off = header.group("attributes").contains(OFF);
                changesets.byStart.put(header.start(), off ? TransactionState.NONE : TransactionState.RUNNER);
            }
        }
        return changesets;
    }

    /** Returns where the changeset begins that holds {@code offset}. */
    public int startOf(int offset) {
        return byStart.floorKey(offset);
    }

    /** Returns the state of a statement that stands outside any transaction that the file itself begins. */
    TransactionState outside(int offset) {
        return byStart.floorEntry(offset).getValue();
    }
}
