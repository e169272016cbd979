package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.history.StatementLedger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The statements of a file that earlier attempts completed, identified by their text: a correction may have moved them,
 * or inserted others. Equal ones count as often as they were done.
 */
final class LedgerReader {
    private final Map<String, Integer> done = new HashMap<>();
    private final boolean empty;
    private String started = "";

    LedgerReader(List<StatementLedger.Line> lines) {
        empty = lines.isEmpty();
        for (StatementLedger.Line line : lines) {
            if (line.finished()) {
                done.merge(line.checksum(), 1, Integer::sum);
            } else {
                started = line.checksum();
            }
        }
    }

    /** Returns whether there was no earlier attempt. */
    boolean isEmpty() {
        return empty;
    }

    /** Returns whether the next statement with {@code checksum} is done, and counts it. */
    boolean takeDone(String checksum) {
        int times = done.getOrDefault(checksum, 0);
        done.put(checksum, times - 1);
        return times > 0;
    }

    /** Returns whether an earlier attempt sent this statement outside a transaction and never received an answer. */
    boolean isUnanswered(String checksum) {
        return started.equals(checksum);
    }
}
