package dev.pgmigrate.goal;

import dev.pgmigrate.proof.observe.ObjectChange;
import dev.pgmigrate.proof.observe.RowChange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one part of a proof.
 *
 * @param word what it is in one word, {@code same}
 * @param changes the objects that are not what they should be
 * @param rows the tables whose rows are not what they should be
 * @param lost the tables whose rows change as they may: those that a rollback takes away with what it undoes
 * @param failureOrNull what the server refused, or null
 * @param reason why it is so on purpose; may be empty
 */
public record Verdict(
        String word,
        List<ObjectChange> changes,
        List<RowChange> rows,
        List<RowChange> lost,
        @Nullable Failure failureOrNull,
        String reason) {
    public Verdict {
        changes = List.copyOf(changes);
        rows = List.copyOf(rows);
        lost = List.copyOf(lost);
    }

    static Verdict of(String word) {
        return new Verdict(word, List.of(), List.of(), List.of(), null, "");
    }

    public Optional<Failure> failure() {
        return Optional.ofNullable(failureOrNull);
    }
}
