package dev.pgmigrate.goal;

import dev.pgmigrate.apply.history.HistoryRow;
import dev.pgmigrate.apply.plan.MigrationState;
import dev.pgmigrate.apply.plan.Obstacle;
import dev.pgmigrate.apply.plan.Plan;
import dev.pgmigrate.migration.Checksum;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.TextChange;
import dev.pgmigrate.sql.Position;
import java.util.Optional;

/**
 * Finds what was changed in a file after it was applied. The history holds only its checksum; git may still have the
 * text.
 */
final class ChangedFile {
    private ChangedFile() {}

    /** Returns {@code obstacle} as a failure, with the place of the change if it can be found. */
    static Failure failure(Obstacle obstacle, Plan plan) {
        return plan.in(MigrationState.CHANGED).stream()
                .flatMap(planned -> planned.migration().stream()
                        .filter(migration -> obstacle.kind() == Obstacle.Kind.CHANGED
                                && migration.path().equals(obstacle.path()))
                        .map(migration -> failure(obstacle, migration, planned.row())))
                .findFirst()
                .orElseGet(() -> PlanLines.failure(obstacle));
    }

    private static Failure failure(Obstacle obstacle, Migration migration, Optional<HistoryRow> row) {
        if (migration.source().isLarge()) {
            return failure(obstacle, " The difference is not looked for in a file of this size.");
        }
        Optional<TextChange> change = row.flatMap(HistoryRow::checksum)
                .flatMap(applied -> GitHistory.committedText(
                        migration.file(), text -> Checksum.of(text).hex().equals(applied)))
                .flatMap(before ->
                        TextChange.between(before, migration.sql().source().text()));
        if (change.isEmpty()) {
            return failure(
                    obstacle,
                    " The difference cannot be shown: git has no version of the file with the checksum in the history.");
        }
        TextChange found = change.get();
        Position start = migration.source().position(found.range().start());
        Position end = migration.source().position(found.range().end());
        return new Failure(
                obstacle.message() + words(found, start, end),
                obstacle.advice(),
                obstacle.path(),
                start,
                end,
                "",
                null);
    }

    private static Failure failure(Obstacle obstacle, String why) {
        return new Failure(
                obstacle.message() + why, obstacle.advice(), obstacle.path(), obstacle.position(), null, "", null);
    }

    private static String words(TextChange change, Position start, Position end) {
        if (change.range().start() == change.range().end()) {
            return " Text is missing at byte " + change.firstByte() + ", line " + start.line() + ".";
        }
        int last = end.column() == 1 && end.line() > start.line() ? end.line() - 1 : end.line();
        return " The difference is in bytes " + change.firstByte() + " to " + (change.endByte() - 1) + ", "
                + (last == start.line() ? "line " + last : "lines " + start.line() + " to " + last) + ".";
    }
}
