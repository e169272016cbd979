package dev.pgmigrate.goal;

import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.scaffold.Known;
import dev.pgmigrate.scaffold.New;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Statement;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Moves an index of a table in use, which would be built in a transaction beside other changes, into a new migration behind
 * all others, where it is built {@code CONCURRENTLY}. A unique index stays: what comes before the new file may need it.
 */
final class Splitting {
    private static final String RULE = "require-concurrent-index-creation";
    private static final String NAME = "create_index";
    private static final Pattern WORD = Pattern.compile("\\w+");

    /** What a file's name does not take from that of an index, which may hold anything: quotes, blanks, slashes. */
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    /** Supabase and Liquibase run a file in one transaction, or ask for marks that its author has to choose. */
    private static final Set<Runner> RUNNERS = Set.of(Runner.MIGRATE, Runner.FLYWAY, Runner.PSQL);

    private final MigrationFolders folders;
    private final LintSettings settings;
    private final LocalDateTime now;

    Splitting(MigrationFolders folders, LintSettings settings, LocalDateTime now) {
        this.folders = folders;
        this.settings = settings;
        this.now = now;
    }

    /** An index in the file where it is now. */
    record Part(SqlFile file, CreateIndex index, SourceRange range) {}

    /**
     * Returns the indexes of a state that can be built by themselves, those of files that may no longer change left out, and
     * those that anything behind them names: a comment, a cluster, a constraint needs the index to be there.
     */
    List<Part> parts(Rewritten state) {
        if (!RUNNERS.contains(settings.runner())) {
            return List.of();
        }
        Map<String, List<Finding>> found = state.report().findings().stream()
                .filter(finding -> finding.rule().value().equals(RULE))
                .filter(finding -> !state.report().history().contains(finding.file()))
                .sorted(Comparator.comparingInt(finding -> -finding.range().end()))
                .collect(Collectors.groupingBy(Finding::file));
        if (found.isEmpty()) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        Set<String> behind = new HashSet<>();
        List<Migration> all = state.migrations().all();
        for (int i = all.size() - 1; i >= 0; i--) {
            Migration migration = all.get(i);
            String text = migration.sql().source().text();
            int read = text.length();
            for (Finding finding : found.getOrDefault(migration.path(), List.of())) {
                behind.addAll(words(text.substring(finding.range().end(), read)));
                read = finding.range().end();
                part(migration, finding)
                        .filter(part -> !behind.containsAll(words(name(part.index()))))
                        .ifPresent(parts::add);
            }
            behind.addAll(words(text.substring(0, read)));
        }
        Collections.reverse(parts);
        return parts;
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static Optional<Part> part(Migration migration, Finding finding) {
        for (Statement statement : migration.sql().script().statements()) {
            if (statement.range().equals(finding.range())
                    && statement instanceof CreateIndex index
                    && index.name() != null
                    && !index.unique()
                    && !isDroppedByName(index, migration)) {
                return Optional.of(new Part(migration.sql(), index, line(migration.sql(), index)));
            }
        }
        return Optional.empty();
    }

    /** The rollback of the new file runs first, after which that of the old one finds no index. */
    private static boolean isDroppedByName(CreateIndex index, Migration migration) {
        String name = Pattern.quote(name(index));
        Pattern drop = Pattern.compile("(?i)\\bdrop\\s+index\\s+(?!if\\b)[^;]*\\b" + name + "\\b");
        return migration
                .rollback()
                .filter(rollback -> drop.matcher(rollback.sql().source().text()).find())
                .isPresent();
    }

    private static String name(CreateIndex index) {
        return index.name() == null ? "" : index.name().text();
    }

    /** Returns where a statement stands, with its semicolon and the rest of its line. */
    private static SourceRange line(SqlFile file, CreateIndex index) {
        String text = file.source().text();
        int end = index.range().end();
        while (end < text.length() && " \t;".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '\r') {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '\n') {
            end++;
        }
        return new SourceRange(index.range().start(), end);
    }

    /** Returns the texts of a state with these parts moved. */
    Map<Path, String> moved(Rewritten state, List<Part> parts) {
        Map<Path, String> texts = new LinkedHashMap<>(state.texts());
        Map<SqlFile, List<TextEdit>> edits = new LinkedHashMap<>();
        List<New.Content> contents = new ArrayList<>();
        for (Part part : parts) {
            edits.computeIfAbsent(part.file(), file -> new ArrayList<>()).add(TextEdit.delete(part.range()));
            contents.add(content(part));
        }
        edits.forEach((file, deletions) -> texts.put(
                file.file(),
                new dev.pgmigrate.lint.Fix(deletions).apply(file.source().text())));
        texts.putAll(New.texts(request(), contents));
        return texts;
    }

    private New.Content content(Part part) {
        CreateIndex index = part.index();
        String sql = part.file().source().text(index.range());
        int behind = index.keyword().end() - index.range().start();
        boolean ours = settings.runner() == Runner.MIGRATE;
        String words = " CONCURRENTLY" + (ours && !index.ifNotExists() ? " IF NOT EXISTS" : "");
        String rest =
                ours ? sql.substring(behind) : sql.substring(behind).replaceFirst("(?i)^\\s+if\\s+not\\s+exists", "");
        String name = qualified(part);
        return new New.Content(
                OTHERS.matcher("_" + name(index).toLowerCase(Locale.ROOT)).replaceAll("_"),
                (ours ? "" : "DROP INDEX CONCURRENTLY IF EXISTS " + name + ";\n") + sql.substring(0, behind) + words
                        + rest + ";\n",
                "DROP INDEX CONCURRENTLY IF EXISTS " + name + ";\n");
    }

    /** An index is in the schema of its table (PostgreSQL manual, CREATE INDEX). */
    private static String qualified(Part part) {
        CreateIndex index = part.index();
        List<Name> table = index.table().parts();
        String schema = table.size() == 1
                ? ""
                : part.file().source().text(table.get(table.size() - 2).range()) + ".";
        Name name = Objects.requireNonNull(index.name());
        return schema + part.file().source().text(name.range());
    }

    private New.Request request() {
        return new New.Request(
                folders.base(),
                folders.locations(),
                folders.rollbackOrNull(),
                folders.base(),
                NAME,
                "",
                Map.of(),
                settings.flavour().name().toLowerCase(Locale.ROOT),
                settings.target().major(),
                new Known(NewChoice.execution(settings.runner()), Map.of(), Set.of()),
                now);
    }
}
