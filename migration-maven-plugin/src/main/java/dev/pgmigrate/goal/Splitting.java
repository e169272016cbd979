package dev.pgmigrate.goal;

import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Replay;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.scaffold.Known;
import dev.pgmigrate.scaffold.New;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Moves what a rule wants in a transaction of its own into new migrations behind all others: an index, the validation of a
 * constraint, {@code SET NOT NULL} behind the check that proves it, and the end of the last file.
 */
final class Splitting {
    private static final Pattern WORD = Pattern.compile("\\w+");

    /** What a file's name does not take from that of an object, which may hold anything: quotes, blanks, slashes. */
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    private static final int LONGEST_NAME = 80;

    private final MigrationFolders folders;
    private final LintSettings settings;
    private final LocalDateTime now;

    Splitting(MigrationFolders folders, LintSettings settings, LocalDateTime now) {
        this.folders = folders;
        this.settings = settings;
        this.now = now;
    }

    /** Finds how one kind of statement leaves its file. */
    @FunctionalInterface
    interface Mover {
        /**
         * Returns how what was found moves behind all that is there; empty where it has to stay.
         *
         * @param behind the words of all that comes after it, in lower case
         */
        Optional<Move> move(Migration migration, Finding finding, Set<String> behind);
    }

    /** Returns what can move behind all files, those left out that may no longer change. */
    List<Move> moves(Rewritten state) {
        Map<String, List<Finding>> found = found(state);
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, Mover> movers = movers(end(state.migrations()));
        List<Move> moves = new ArrayList<>();
        Set<String> behind = new HashSet<>();
        List<Migration> all = state.migrations().all();
        for (int i = all.size() - 1; i >= 0; i--) {
            Migration migration = all.get(i);
            String text = migration.sql().source().text();
            int read = text.length();
            for (Finding finding : found.getOrDefault(migration.path(), List.of())) {
                addWords(text.substring(Math.min(finding.range().end(), read), read), behind);
                read = Math.min(finding.range().end(), read);
                Mover mover = movers.get(finding.rule().value());
                Optional.ofNullable(mover)
                        .flatMap(it -> it.move(migration, finding, behind))
                        .ifPresent(move -> moves.add(move.in(FileStyle.of(migration.sql()))));
            }
            addWords(text.substring(0, read), behind);
        }
        Collections.reverse(moves);
        return moves;
    }

    /** Returns what was found that a move may mend, by file, the last of each first. */
    private Map<String, List<Finding>> found(Rewritten state) {
        return state.report().findings().stream()
                .filter(finding -> IndexMover.RULE.equals(finding.rule().value())
                        || ConstraintMover.RULES.contains(finding.rule().value()))
                .filter(finding -> !state.report().history().contains(finding.file()))
                .sorted(Comparator.comparingInt(finding -> -finding.range().end()))
                .collect(Collectors.groupingBy(Finding::file));
    }

    private Map<String, Mover> movers(Schema end) {
        Map<String, Mover> movers = new HashMap<>();
        if (IndexMover.RUNNERS.contains(settings.runner())) {
            movers.put(IndexMover.RULE, new IndexMover(settings.runner()));
        }
        ConstraintMover constraint =
                new ConstraintMover(end, NewChoice.execution(settings.runner()).lockTimeout());
        ConstraintMover.RULES.forEach(rule -> movers.put(rule, constraint));
        return movers;
    }

    private Schema end(Migrations migrations) {
        Replay replay = new Replay(settings.runner(), settings.searchPath());
        migrations.all().forEach(migration -> replay.run(migration.sql()));
        return replay.schema();
    }

    private static void addWords(String text, Set<String> words) {
        WORD.matcher(text)
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .forEach(words::add);
    }

    /** Returns the words of a name, in lower case. */
    static Set<String> words(String name) {
        Set<String> words = new HashSet<>();
        addWords(name, words);
        return words;
    }

    /** Returns how the last file becomes several, if a rule wants that. */
    List<Move> cuts(Rewritten state) {
        return LastFile.cut(state, IndexMover.RUNNERS.contains(settings.runner())).stream()
                .toList();
    }

    /** Returns the texts of a state with these moves made. */
    Map<Path, String> moved(Rewritten state, List<Move> moves) {
        Map<Path, String> texts = new LinkedHashMap<>(state.texts());
        Map<SqlFile, List<TextEdit>> edits = new LinkedHashMap<>();
        for (Move move : moves) {
            move.edits()
                    .forEach((file, more) -> edits.computeIfAbsent(file, any -> new ArrayList<>())
                            .addAll(more));
        }
        edits.forEach((file, all) ->
                texts.put(file.file(), new Fix(all).apply(file.source().text())));
        for (Move move : moves) {
            for (Move.Part part : move.parts()) {
                New.Content content = new New.Content("", part.migration(), part.rollback());
                texts.putAll(New.texts(request(part), List.of(content), texts.keySet()));
            }
        }
        return texts;
    }

    private New.Request request(Move.Part part) {
        String name = OTHERS.matcher(part.name().toLowerCase(Locale.ROOT)).replaceAll("_");
        String cut = name.substring(0, Math.min(name.length(), LONGEST_NAME)).replaceFirst("_+$", "");
        return new New.Request(
                folders.base(),
                folders.locations(),
                folders.rollbackOrNull(),
                folders.base(),
                cut,
                "",
                Map.of(),
                settings.flavour().name().toLowerCase(Locale.ROOT),
                settings.target().major(),
                new Known(NewChoice.execution(settings.runner()), Map.of(), Set.of()),
                now);
    }
}
