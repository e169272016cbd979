package dev.pgmigrate.goal;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.LintReport;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Rewrites migrations where a rule knows a rewrite that changes nothing but what it found, until no rule knows another.
 *
 * <p>Edits that touch the same place wait for the next round. A rewrite after which a file would no longer parse is not
 * made. Files that are applied, or older than {@code lintFrom}, stay as they are.
 */
public final class Fix {
    /** No chain of rewrites is as long; a rule that undoes another's would otherwise never end. */
    private static final int MOST_ROUNDS = 50;

    private final Request request;
    private final Map<Path, String> texts = new LinkedHashMap<>();
    private final Set<String> unusable = new HashSet<>();
    private int fixed;

    private Fix(Request request) {
        this.request = request;
    }

    /**
     * What to rewrite.
     *
     * @param applied what a database says is applied
     * @param write whether to write, or only to show
     */
    public record Request(MigrationFolders folders, LintSettings settings, AppliedVersions applied, boolean write) {}

    /**
     * What is rewritten.
     *
     * @param changes the files that change, in their order
     * @param result what the linter finds afterwards
     */
    public record Outcome(List<FileChange> changes, Result result) {
        public Outcome {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Finds the rewrites, and makes them if the request says so.
     *
     * @throws FileChange.NotWrittenException if a file changed in the meantime or cannot be written
     */
    public static Outcome run(Request request) {
        return new Fix(request).run();
    }

    private Outcome run() {
        Migrations before = Migrations.read(request.folders());
        Migrations after = before;
        LintReport report = lint(after);
        int leftAlone = count(report, true);
        for (int round = 0; round < MOST_ROUNDS && rewrite(after, report); round++) {
            after = Migrations.read(request.folders(), texts);
            report = lint(after);
        }
        Map<String, SourceText> sources = Judgement.sources(before);
        List<FileChange> changes = new ArrayList<>();
        texts.forEach((file, text) -> {
            String path = request.folders().display(file);
            SourceText source = Objects.requireNonNull(sources.get(path), path);
            changes.add(new FileChange(file, path, source.text(), text));
        });
        if (request.write()) {
            FileChange.write(changes);
        }
        return new Outcome(changes, result(after, report, leftAlone));
    }

    private LintReport lint(Migrations migrations) {
        return Linter.lint(migrations, request.settings(), RuleCatalog.ALL, request.applied());
    }

    /** Makes as many rewrites as fit beside each other; tells whether there was one. */
    private boolean rewrite(Migrations migrations, LintReport report) {
        Map<String, SqlFile> files = files(migrations);
        Map<String, List<TextEdit>> chosen = new LinkedHashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Finding finding : report.findings()) {
            if (finding.fix().isEmpty()
                    || report.history().contains(finding.file())
                    || unusable.contains(key(finding))) {
                continue;
            }
            List<TextEdit> edits = finding.fix().get().edits();
            List<TextEdit> others = chosen.computeIfAbsent(finding.file(), file -> new ArrayList<>());
            if (edits.stream().noneMatch(edit -> others.stream().anyMatch(other -> touch(edit, other)))) {
                SqlFile file = files.get(finding.file());
                if (file == null || !parses(file, edits)) {
                    unusable.add(key(finding));
                } else {
                    others.addAll(edits);
                    counts.merge(finding.file(), 1, Integer::sum);
                }
            }
        }
        chosen.values().removeIf(List::isEmpty);
        chosen.forEach((path, edits) -> {
            SqlFile file = Objects.requireNonNull(files.get(path), path);
            texts.put(
                    file.file(),
                    new dev.pgmigrate.lint.Fix(edits).apply(file.source().text()));
            fixed += counts.getOrDefault(path, 0);
        });
        return !chosen.isEmpty();
    }

    private static boolean touch(TextEdit edit, TextEdit other) {
        return edit.range().start() <= other.range().end()
                && other.range().start() <= edit.range().end();
    }

    /** Tells whether a file has no more syntax errors with the edits than without. */
    private static boolean parses(SqlFile file, List<TextEdit> edits) {
        String text = new dev.pgmigrate.lint.Fix(edits).apply(file.source().text());
        SqlFile rewritten = SqlFile.of(file.file(), file.path(), text);
        SqlFile original = SqlFile.of(file.file(), file.path(), file.source().text());
        return rewritten.script().errors().size() <= original.script().errors().size();
    }

    private static String key(Finding finding) {
        return finding.rule() + "\0" + finding.file() + "\0" + finding.message();
    }

    private static Map<String, SqlFile> files(Migrations migrations) {
        Map<String, SqlFile> files = new HashMap<>();
        for (Migration migration : migrations.all()) {
            files.put(migration.path(), migration.sql());
            migration
                    .rollback()
                    .ifPresent(rollback -> files.putIfAbsent(rollback.sql().path(), rollback.sql()));
        }
        return files;
    }

    private static int count(LintReport report, boolean history) {
        return (int) report.findings().stream()
                .filter(finding -> finding.fix().isPresent() && report.history().contains(finding.file()) == history)
                .count();
    }

    private Result result(Migrations after, LintReport report, int leftAlone) {
        List<String> notes = new ArrayList<>();
        if (fixed == 0) {
            notes.add("There is nothing that a rule can rewrite.");
        } else if (request.write()) {
            notes.add("Rewrote " + fixed + " finding" + (fixed == 1 ? "" : "s") + " in " + texts.size() + " file"
                    + (texts.size() == 1 ? "" : "s") + ".");
        } else {
            notes.add("Nothing is written yet: -Dmigrate.write makes these " + fixed + " rewrites.");
        }
        if (leftAlone > 0) {
            notes.add(
                    leftAlone + " finding" + (leftAlone == 1 ? "" : "s")
                            + " could be rewritten in files that are applied or older than lintFrom, which are left as they are.");
        }
        return new Result(
                "fix",
                after.folders().base(),
                Judgement.files(after),
                after.ignored(),
                report.findings(),
                report.suppressed(),
                List.of(),
                notes,
                false,
                Secrets.hidden(Judgement.sources(after), report));
    }
}
