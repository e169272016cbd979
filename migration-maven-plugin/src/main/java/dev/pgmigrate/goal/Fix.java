package dev.pgmigrate.goal;

import dev.pgmigrate.apply.plan.DatabaseNotEmptyException;
import dev.pgmigrate.apply.plan.Plan;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.LintReport;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.sql.SourceText;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites migrations where a rule knows a rewrite that changes nothing but what it found, or moves a statement into a file of
 * its own, and leaves the folder as whole as it was: see {@link Rewriting}. Files that are applied, as a database says, or older than {@code lintFrom} stay as they are.
 */
public final class Fix {
    /** So many files are named; more are counted. */
    private static final int MOST_NAMES = 5;

    private final Request request;
    private final AppliedVersions applied;

    private Fix(Request request, AppliedVersions applied) {
        this.request = request;
        this.applied = applied;
    }

    /**
     * What to rewrite.
     *
     * @param databaseOrNull the database that knows which files are applied, or null
     * @param write whether to write, or only to show
     * @param now the time in UTC, from which a new file gets its version
     */
    public record Request(
            MigrationFolders folders,
            LintSettings settings,
            @Nullable Database databaseOrNull,
            boolean write,
            LocalDateTime now) {}

    /**
     * What is rewritten.
     *
     * @param changes the files that change, in their order, to be shown: secrets in them are hidden
     * @param patch those of them that can be a patch, as they are on disk: a file with a secret is not among them
     * @param result what the linter finds afterwards
     */
    public record Outcome(List<FileChange> changes, List<FileChange> patch, Result result) {
        public Outcome {
            changes = List.copyOf(changes);
            patch = List.copyOf(patch);
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
        return new Outcome(
                outcome.changes(),
                outcome.patch(),
                outcome.result().with(PlanLines.files(migrations, plan), List.of()));
    }

    /** Rewrites nothing where any file may have run. */
    private static Outcome refused(Migrations migrations, DatabaseNotEmptyException e) {
        return new Outcome(
                List.of(),
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
        Rewriting rewriting = new Rewriting(before, request.settings(), applied, request.now()).run();
        Rewritten after = rewriting.after();
        Map<String, SourceText> sources = Judgement.sources(before);
        List<FileChange> changes = new ArrayList<>();
        after.texts().forEach((file, text) -> {
            String path = request.folders().display(file);
            SourceText source = sources.get(path);
            changes.add(new FileChange(file, path, source == null ? "" : source.text(), text));
        });
        List<FileChange> onDisk = changes.stream().map(FileChange::withMark).toList();
        if (request.write()) {
            FileChange.write(changes);
        }
        Map<String, SourceText> hiddenBefore =
                Secrets.hidden(sources, rewriting.before().report());
        Map<String, SourceText> hiddenAfter = Secrets.hidden(Judgement.sources(after.migrations()), after.report());
        List<FileChange> patch = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            FileChange change = changes.get(i);
            FileChange shown = change.showing(hiddenBefore, hiddenAfter);
            changes.set(i, shown);
            if (shown.equals(change)) {
                patch.add(onDisk.get(i));
            }
        }
        return new Outcome(
                changes,
                patch,
                result(rewriting, leftAlone(before, rewriting.before().report())));
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

    private Result result(Rewriting rewriting, List<String> leftAlone) {
        Rewritten after = rewriting.after();
        int fixed = after.made();
        int files = after.texts().size();
        List<String> notes = new ArrayList<>();
        if (fixed == 0) {
            notes.add("There is nothing to rewrite.");
        } else if (request.write()) {
            notes.add("Rewrote " + fixed + " finding" + (fixed == 1 ? "" : "s") + " in " + files + " file"
                    + (files == 1 ? "" : "s") + ".");
        } else {
            notes.add("Nothing is written yet: -Dmigrate.write makes "
                    + (fixed == 1 ? "this rewrite." : "these " + fixed + " rewrites."));
        }
        List<String> refused = rewriting.refused().stream()
                .map(finding -> finding.file() + ":" + finding.start() + " " + finding.rule())
                .toList();
        if (!refused.isEmpty()) {
            notes.add("Not rewritten, because of what the rewrite would lead to elsewhere: " + named(refused));
        }
        if (!leftAlone.isEmpty()) {
            notes.add("Left as "
                    + (leftAlone.size() == 1 ? "it is" : "they are")
                    + ", though a rule could rewrite: "
                    + named(leftAlone));
        }
        return new Result(
                "fix",
                after.migrations().folders().base(),
                Judgement.files(after.migrations()),
                after.migrations().ignored(),
                after.report().findings(),
                after.report().suppressed(),
                List.of(),
                notes,
                false,
                Secrets.hidden(Judgement.sources(after.migrations()), after.report()));
    }

    private static String named(List<String> places) {
        int more = places.size() - MOST_NAMES;
        return String.join(", ", places.subList(0, Math.min(MOST_NAMES, places.size())))
                + (more > 0 ? " and " + more + " more." : ".");
    }
}
