package dev.pgmigrate.goal;

import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.LintReport;
import dev.pgmigrate.lint.RuleId;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.SqlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A folder with some rewrites made: the texts that differ from those on disk, and what the linter finds in the whole. */
final class Rewritten {
    private final Map<Path, String> texts;
    private final Migrations migrations;
    private final LintReport report;
    private final Map<String, SqlFile> files = new HashMap<>();
    private final Map<String, FileStyle> styles = new HashMap<>();
    private final Map<Kind, Integer> counts = new HashMap<>();
    private final Map<Finding, String> identities = new HashMap<>();
    private final int made;

    /** The findings of one rule in one file, which are counted: their words and places change with the text around them. */
    private record Kind(RuleId rule, String file) {
        static Kind of(Finding finding) {
            return new Kind(finding.rule(), finding.file());
        }
    }

    /** @param made how many rewrites led here */
    Rewritten(Map<Path, String> texts, int made, Migrations migrations, LintReport report) {
        this.texts = texts;
        this.made = made;
        this.migrations = migrations;
        this.report = report;
        for (Migration migration : migrations.all()) {
            files.put(migration.path(), migration.sql());
            migration
                    .rollback()
                    .ifPresent(rollback -> files.putIfAbsent(rollback.sql().path(), rollback.sql()));
        }
        Map<String, Integer> alike = new HashMap<>();
        for (Finding finding : report.findings()) {
            counts.merge(Kind.of(finding), 1, Integer::sum);
            String words = words(finding);
            identities.put(finding, words + "\0" + alike.merge(words, 1, Integer::sum));
        }
    }

    private String words(Finding finding) {
        SqlFile file = files.get(finding.file());
        String text = file == null ? "" : file.source().text(finding.range());
        return String.join("\0", finding.rule().value(), finding.file(), finding.message(), text);
    }

    Map<Path, String> texts() {
        return texts;
    }

    Migrations migrations() {
        return migrations;
    }

    LintReport report() {
        return report;
    }

    int findings() {
        return report.findings().size();
    }

    int made() {
        return made;
    }

    /** Returns what is found here and was not found {@code before}, of the kinds of which there are more now. */
    List<Finding> addedTo(Rewritten before) {
        List<Finding> more = report.findings().stream()
                .filter(finding ->
                        counts.getOrDefault(Kind.of(finding), 0) > before.counts.getOrDefault(Kind.of(finding), 0))
                .toList();
        Set<String> known = new HashSet<>(before.identities.values());
        List<Finding> other = more.stream()
                .filter(finding -> !known.contains(identity(finding)))
                .toList();
        return other.isEmpty() ? more : other;
    }

    /** Returns what {@link #addedTo} does, without what came into a new file with the statement that it is about. */
    List<Finding> addedBeside(Rewritten before) {
        return addedTo(before).stream()
                .filter(finding -> before.files.containsKey(finding.file())
                        || count(finding.rule()) > before.count(finding.rule()))
                .toList();
    }

    private long count(RuleId rule) {
        return report.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .count();
    }

    Optional<SqlFile> file(Finding finding) {
        return Optional.ofNullable(files.get(finding.file()));
    }

    /** Returns those of {@code findings} that have a rewrite in a file that may still change, with edits that do not touch. */
    List<Finding> rewritable(List<Finding> findings, Predicate<Finding> wanted) {
        Map<String, NavigableMap<Integer, Integer>> taken = new HashMap<>();
        List<Finding> chosen = new ArrayList<>();
        for (Finding finding : findings) {
            if (isRewritable(finding) && wanted.test(finding)) {
                NavigableMap<Integer, Integer> inFile = taken.computeIfAbsent(finding.file(), file -> new TreeMap<>());
                List<TextEdit> edits = finding.fix().orElseThrow().edits();
                if (edits.stream().noneMatch(edit -> touches(edit, inFile))) {
                    edits.forEach(edit ->
                            inFile.merge(edit.range().start(), edit.range().end(), Math::max));
                    chosen.add(finding);
                }
            }
        }
        return chosen;
    }

    private boolean isRewritable(Finding finding) {
        return finding.fix().isPresent()
                && files.containsKey(finding.file())
                && !report.history().contains(finding.file());
    }

    /** Tells whether an edit touches one of those taken, which do not touch each other unless they are of one finding. */
    private static boolean touches(TextEdit edit, NavigableMap<Integer, Integer> taken) {
        Map.Entry<Integer, Integer> before = taken.floorEntry(edit.range().end());
        return before != null && before.getValue() >= edit.range().start();
    }

    /** Returns the edits of a rewrite as they are written into its file. */
    List<TextEdit> edits(Finding finding) {
        SqlFile file = Objects.requireNonNull(files.get(finding.file()), finding.file());
        FileStyle style = styles.computeIfAbsent(finding.file(), path -> FileStyle.of(file));
        return finding.fix().orElseThrow().edits().stream().map(style::written).toList();
    }

    /** Returns the texts once {@code rewritable} findings are rewritten as well. */
    Map<Path, String> with(List<Finding> rewritable) {
        Map<String, List<Finding>> byFile = rewritable.stream()
                .collect(Collectors.groupingBy(Finding::file, LinkedHashMap::new, Collectors.toList()));
        Map<Path, String> after = new LinkedHashMap<>(texts);
        byFile.forEach((path, findings) -> {
            findings.forEach(finding -> finding.fix()
                    .flatMap(dev.pgmigrate.lint.Fix::newFile)
                    .ifPresent(file -> after.put(file.file(), file.text().get())));
            SqlFile file = Objects.requireNonNull(files.get(path), path);
            List<TextEdit> edits = findings.stream()
                    .flatMap(finding -> edits(finding).stream())
                    .toList();
            if (!edits.isEmpty()) {
                after.put(
                        file.file(),
                        new dev.pgmigrate.lint.Fix(edits).apply(file.source().text()));
            }
        });
        return after;
    }

    /** Returns what tells a finding of this state from others, wherever a rewrite has moved its line to. */
    String identity(Finding finding) {
        return Objects.requireNonNull(identities.get(finding), finding.message());
    }
}
