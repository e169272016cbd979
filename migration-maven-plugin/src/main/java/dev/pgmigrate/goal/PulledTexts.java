package dev.pgmigrate.goal;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.scaffold.New;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The texts of pulled migrations. What the rules find in them is how the database is, and is acknowledged in the files, so
 * that only what people write from now on is found.
 */
final class PulledTexts {
    private static final String REASON = " reason=\"this is how the database has it\"\n";

    /** A finding can hide another: that of a table without a key the one of its foreign key. */
    private static final int MOST_ROUNDS = 4;

    private final Pull.Request request;
    private final Map<String, Set<String>> acknowledged = new TreeMap<>();

    PulledTexts(Pull.Request request) {
        this.request = request;
    }

    /** Returns the files with their rollbacks. */
    Map<Path, String> of(List<New.Content> contents) {
        Map<Path, String> texts = New.texts(request.file(), contents, Set.of());
        for (int round = 0; round < MOST_ROUNDS && acknowledge(texts); round++) {
            texts = New.texts(request.file(), acknowledging(contents, texts), Set.of());
        }
        return texts;
    }

    private boolean acknowledge(Map<Path, String> texts) {
        MigrationFolders folders = request.folders();
        Migrations migrations = Migrations.read(folders, texts);
        Set<String> paths = new TreeSet<>();
        texts.keySet().forEach(file -> paths.add(folders.display(file)));
        boolean more = false;
        for (Finding finding : Linter.lint(migrations, request.lint(), RuleCatalog.ALL, AppliedVersions.UNKNOWN)
                .findings()) {
            if (finding.severity().isAtLeast(Severity.WARNING) && paths.contains(finding.file())) {
                more |= acknowledged
                        .computeIfAbsent(finding.file(), file -> new TreeSet<>())
                        .add(finding.rule().toString());
            }
        }
        return more;
    }

    /** The texts are in the order of the contents, each followed by its rollback. */
    private List<New.Content> acknowledging(List<New.Content> contents, Map<Path, String> texts) {
        List<Path> files = List.copyOf(texts.keySet());
        List<New.Content> more = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            New.Content content = contents.get(i);
            more.add(new New.Content(
                    content.suffix(),
                    directives(files.get(2 * i)) + content.migration(),
                    directives(files.get(2 * i + 1)) + content.rollback()));
        }
        return more;
    }

    private String directives(Path file) {
        Set<String> rules = acknowledged.getOrDefault(request.folders().display(file), Set.of());
        return rules.isEmpty() ? "" : "-- migrate:ignore-file " + String.join(", ", rules) + REASON + "\n";
    }
}
