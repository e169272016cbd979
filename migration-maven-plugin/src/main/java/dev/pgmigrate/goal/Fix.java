package dev.pgmigrate.goal;

import dev.pgmigrate.apply.plan.DatabaseNotEmptyException;
import dev.pgmigrate.apply.plan.Plan;
import dev.pgmigrate.apply.plan.Planner;
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
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.sql.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites migrations where a rule offers a fix that changes nothing but what it found, until no rule offers another one.
 *
 * <p>Edits that touch the same place wait for the next round. A fix after which a file would no longer parse is not made.
 * Files that are applied according to a database, or older than {@code lintFrom}, stay unchanged.
 */
public final class Fix {
    /** No real chain of fixes is this long; two rules that undo each other's fixes would otherwise never end. */
    private static final int MOST_ROUNDS = 50;

    /** The number of files that are named; the rest are only counted. */
    private static final int MOST_NAMES = 5;

    private final Request request;
    private final AppliedVersions applied;
    private final Map<Path, String> texts = new LinkedHashMap<>();
    private final Set<String> unusable = new HashSet<>();
    private int fixed;

    private Fix(Request request, AppliedVersions applied) {
        this.request = request;
        this.applied = applied;
    }

    /**
     * What to rewrite.
     *
     * @param databaseOrNull the database that knows which files are applied, or null
     * @param write whether to write, or only to show
     */
    public record Request(
            MigrationFolders folders,
            LintSettings settings,
            @Nullable Database databaseOrNull,
            boolean write) {}

    /**
     * What is rewritten.
     *
     * @param changes the files that change, in their order, to be shown: secrets in them are hidden
     * @param result what the linter finds afterwards
     */
    public record Outcome(List<FileChange> changes, Result result) {
        public Outcome {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Finds the fixes, and makes them if the request says so.
     *
     * @throws FileChange.NotWrittenException if a file changed in the meantime or cannot be written
     */
    public static Outcome run(Request request) {
        Migrations migrations = Migrations.read(request.folders());
        Database database = request.databaseOrNull();
        if (database == null) {
            return new Fix(request, AppliedVersions.UNKNOWN).run(migrations);
        }
        Plan plan;
        try (ServerConnection connection = database.open()) {
            plan = new Planner(connection, database.history()).plan(migrations);
        } catch (DatabaseNotEmptyException e) {
            return refused(migrations, e);
        }
        Outcome outcome = new Fix(request, PlanLines.applied(plan)).run(migrations);
        return new Outcome(outcome.changes(), outcome.result().with(PlanLines.files(migrations, plan), List.of()));
    }

    /** Rewrites nothing where any file may have run. */
    private static Outcome refused(Migrations migrations, DatabaseNotEmptyException e) {
        return new Outcome(
                List.of(),
                PlanLines.result(
                        "fix",
                        migrations,
                        Judgement.files(migrations),
                        List.of(PlanLines.failure(e)),
                        List.of("Nothing was rewritten: any of these files may have been applied."),
                        true));
    }

    private Outcome run(Migrations before) {
        Migrations after = before;
        LintReport first = lint(after);
        LintReport report = first;
        List<String> leftAlone = leftAlone(after, report);
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
        Map<String, SourceText> hiddenBefore = Secrets.hidden(sources, first);
        Map<String, SourceText> hiddenAfter = Secrets.hidden(Judgement.sources(after), report);
        changes.replaceAll(change -> change.showing(hiddenBefore, hiddenAfter));
        return new Outcome(changes, result(after, report, leftAlone));
    }

    private LintReport lint(Migrations migrations) {
        return Linter.lint(migrations, request.settings(), RuleCatalog.ALL, applied);
    }

    /** Makes all fixes that do not touch each other; returns whether there was one. */
    private boolean rewrite(Migrations migrations, LintReport report) {
        Map<String, SqlFile> files = files(migrations);
        Map<String, List<Finding>> fixable = new LinkedHashMap<>();
        for (Finding finding : report.findings()) {
            if (finding.fix().isPresent()
                    && files.containsKey(finding.file())
                    && !report.history().contains(finding.file())
                    && !unusable.contains(key(finding))) {
                fixable.computeIfAbsent(finding.file(), file -> new ArrayList<>())
                        .add(finding);
            }
        }
        boolean rewritten = false;
        for (Map.Entry<String, List<Finding>> entry : fixable.entrySet()) {
            SqlFile file = Objects.requireNonNull(files.get(entry.getKey()));
            List<Finding> made = usable(file, besideEachOther(entry.getValue()));
            if (!made.isEmpty()) {
                texts.put(file.file(), rewritten(file, made));
                fixed += made.size();
                rewritten = true;
            }
        }
        return rewritten;
    }

    /** Returns the findings whose edits touch none of an earlier finding's. */
    private static List<Finding> besideEachOther(List<Finding> findings) {
        List<Finding> chosen = new ArrayList<>();
        NavigableMap<Integer, Integer> taken = new TreeMap<>();
        for (Finding finding : findings) {
            List<TextEdit> edits = finding.fix().orElseThrow().edits();
            if (edits.stream().noneMatch(edit -> touches(edit, taken))) {
                edits.forEach(
                        edit -> taken.merge(edit.range().start(), edit.range().end(), Math::max));
                chosen.add(finding);
            }
        }
        return chosen;
    }

    /** Tells whether an edit touches one of those taken, which do not touch each other unless they are of one finding. */
    private static boolean touches(TextEdit edit, NavigableMap<Integer, Integer> taken) {
        Map.Entry<Integer, Integer> before = taken.floorEntry(edit.range().end());
        return before != null && before.getValue() >= edit.range().start();
    }

    /**
     * Returns the findings whose fixes leave the file with no more syntax errors than before, and notes the others. All
     * are tried at once, since a bad one is the exception, and bisection finds it in a few steps.
     */
    private List<Finding> usable(SqlFile file, List<Finding> findings) {
        if (findings.isEmpty() || parses(file, findings)) {
            return findings;
        }
        if (findings.size() == 1) {
            unusable.add(key(findings.get(0)));
            return List.of();
        }
        int half = findings.size() / 2;
        List<Finding> usable = new ArrayList<>(usable(file, findings.subList(0, half)));
        usable.addAll(usable(file, findings.subList(half, findings.size())));
        return usable;
    }

    private static boolean parses(SqlFile file, List<Finding> findings) {
        SqlFile rewritten = SqlFile.of(file.file(), file.path(), rewritten(file, findings));
        return rewritten.script().errors().size() <= errors(file);
    }

    /** Counts the errors of the whole file: a section of it has its own. */
    private static int errors(SqlFile file) {
        return SqlFile.of(file.file(), file.path(), file.source().text())
                .script()
                .errors()
                .size();
    }

    private static String rewritten(SqlFile file, List<Finding> findings) {
        List<TextEdit> edits = findings.stream()
                .flatMap(finding -> finding.fix().orElseThrow().edits().stream())
                .toList();
        return new dev.pgmigrate.lint.Fix(edits).apply(file.source().text());
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

    /** Returns the files with findings that a rule could rewrite, were it not too late, each with the reason. */
    private List<String> leftAlone(Migrations migrations, LintReport report) {
        Map<String, Long> counts = report.findings().stream()
                .filter(finding -> finding.fix().isPresent() && report.history().contains(finding.file()))
                .collect(Collectors.groupingBy(Finding::file, LinkedHashMap::new, Collectors.counting()));
        Set<String> appliedFiles = migrations.all().stream()
                .filter(migration -> applied.isApplied(migration.version()))
                .map(Migration::path)
                .collect(Collectors.toSet());
        List<String> names = new ArrayList<>();
        counts.forEach((file, count) -> names.add("%s (%s, %d finding%s)"
                .formatted(
                        file,
                        appliedFiles.contains(file) ? "applied" : "older than lintFrom",
                        count,
                        count == 1 ? "" : "s")));
        return names;
    }

    private Result result(Migrations after, LintReport report, List<String> leftAlone) {
        List<String> notes = new ArrayList<>();
        if (fixed == 0) {
            notes.add("There is nothing to rewrite.");
        } else if (request.write()) {
            notes.add("Rewrote " + fixed + " finding" + (fixed == 1 ? "" : "s") + " in " + texts.size() + " file"
                    + (texts.size() == 1 ? "" : "s") + ".");
        } else {
            notes.add("Nothing is written yet: -Dmigrate.write makes "
                    + (fixed == 1 ? "this rewrite." : "these " + fixed + " rewrites."));
        }
        if (!leftAlone.isEmpty()) {
            int more = leftAlone.size() - MOST_NAMES;
            notes.add("Left as "
                    + (leftAlone.size() == 1 ? "it is" : "they are")
                    + ", though a rule could rewrite: "
                    + String.join(", ", leftAlone.subList(0, Math.min(MOST_NAMES, leftAlone.size())))
                    + (more > 0 ? " and " + more + " more." : "."));
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
