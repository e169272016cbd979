package dev.pgmigrate.proof;

import dev.pgmigrate.proof.observe.ObjectChange;
import dev.pgmigrate.proof.observe.RowChange;
import java.util.List;

/** What a migration does if it runs again right after its first run. */
public sealed interface SecondRun {
    /** Returns the word that reports use. */
    String word();

    /** It changes nothing. */
    record Same() implements SecondRun {
        @Override
        public String word() {
            return "same";
        }
    }

    /** It runs, but objects or rows are not what the first run left. */
    record Differs(List<ObjectChange> changes, List<RowChange> rows) implements SecondRun {
        public Differs {
            changes = List.copyOf(changes);
            rows = List.copyOf(rows);
        }

        @Override
        public String word() {
            return "differs";
        }
    }

    /** The server refuses it. */
    record Refused(ReplayFailure failure) implements SecondRun {
        @Override
        public String word() {
            return "error";
        }
    }
}
