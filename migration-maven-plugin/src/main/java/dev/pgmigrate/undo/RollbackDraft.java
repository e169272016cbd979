package dev.pgmigrate.undo;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rollback of a migration as far as the files show it: what it made is dropped, the last first, and what it replaced
 * or changed is brought back from the file that defined it. What only a person can decide is marked.
 *
 * @param sql the statements and the marks
 * @param decisions how many marks there are
 * @param unseen how many of them are only there because no file shows what was there before
 * @param parts the statements that undo one of the migration, by where that begins; without those that leave a mark
 */
public record RollbackDraft(String sql, int decisions, int unseen, NavigableMap<Integer, String> parts) {
    /** The word in front of what a person has to decide. */
    public static final String MARK = "-- DECIDE: ";

    private static final int LONGEST_QUOTE = 60;

    /** What a string holds may be a secret. */
    private static final Pattern HIDDEN =
            Pattern.compile("'(?:[^']|'')*+'?|\\$(\\w*)\\$.*?(?:\\$\\1\\$|$)", Pattern.DOTALL);

    /** Returns the draft of what these steps do. */
    static RollbackDraft of(List<Step> steps, Definitions definitions) {
        List<List<Undone>> undone = new ArrayList<>();
        NavigableMap<Integer, String> parts = new TreeMap<>();
        MadeObjects made = new MadeObjects();
        for (Step step : ran(steps)) {
            if (!made.takeAlong(step)) {
                List<Undone> lines = new StatementUndo(step, definitions).undo();
                undone.add(lines);
                if (lines.stream().allMatch(Undone.Sql.class::isInstance)) {
                    parts.put(step.statement().range().start(), text(lines));
                }
            }
            definitions.remember(step);
            made.remember(step);
        }
        Collections.reverse(undone);
        return written(undone.stream().flatMap(List::stream).toList(), parts);
    }

    /** Returns what runs with the migration; a {@code DO} whose statements are read stands for nothing itself. */
    static List<Step> ran(List<Step> steps) {
        Set<Statement> read = new HashSet<>();
        for (Step step : steps) {
            if (step.place() == Place.DO_BODY && step.outer() != null) {
                read.add(step.outer());
            }
        }
        return steps.stream()
                .filter(step -> Place.RUN_WITH_THE_MIGRATION.contains(step.place()))
                .filter(step -> !(step.statement() instanceof FunctionStatement.DoStatement)
                        || !read.contains(step.statement()))
                .toList();
    }

    /** Returns the text of the file that holds it. */
    public String file(Migration migration) {
        return "-- Rollback: " + migration.name() + "\n-- Version: " + migration.version() + "\n\n" + sql + "\n";
    }

    private static String text(List<Undone> lines) {
        return lines.stream()
                .map(line -> ((Undone.Sql) line).text())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Returns what undoes the statement in which {@code place} is; empty where it takes more than that. */
    public Optional<String> undoing(int place) {
        return Optional.ofNullable(parts.floorEntry(place))
                .map(Map.Entry::getValue)
                .filter(text -> !text.isEmpty());
    }

    private static RollbackDraft written(List<Undone> undone, NavigableMap<Integer, String> parts) {
        List<String> lines = new ArrayList<>();
        Set<String> marks = new HashSet<>();
        int unseen = 0;
        for (Undone line : undone) {
            if (line instanceof Undone.Sql sql && !sql.text().isEmpty()) {
                lines.add(sql.text());
            } else if (line instanceof Undone.Decision decision && marks.add(decision.text())) {
                lines.add(MARK + decision.text());
                unseen += decision.unseen() ? 1 : 0;
            }
        }
        return new RollbackDraft(String.join("\n", lines), marks.size(), unseen, parts);
    }

    /** Returns a part of the migration as a comment can hold it, with its line. */
    static String quoted(Step step, SourceRange range) {
        String text = HIDDEN.matcher(step.file().source().text(range).strip())
                .replaceAll("'…'")
                .replaceAll("\\s+", " ");
        int length = text.codePointCount(0, text.length());
        String shown = length <= LONGEST_QUOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)).stripTrailing() + "…";
        return "line " + step.file().source().position(range.start()).line() + ", " + shown + ",";
    }
}
