package dev.pgmigrate.goal;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.LintReport;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.RejectedFile;
import dev.pgmigrate.sql.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The linter's verdict on a folder, from which a goal builds its result. */
final class Judgement {
    /** The number of findings from which a project is told how to start with new files only. */
    private static final int MANY = 25;

    private final String goal;
    private final Migrations migrations;
    private final LintReport report;
    private final boolean lintFromSet;
    private final Map<String, SourceText> sources;
    private final List<String> notes = new ArrayList<>();

    private Judgement(String goal, Migrations migrations, LintReport report, boolean lintFromSet) {
        this.goal = goal;
        this.migrations = migrations;
        this.report = report;
        this.lintFromSet = lintFromSet;
        this.sources = sources(migrations);
    }

    static Judgement of(
            String goal, Migrations migrations, LintSettings settings, AppliedVersions applied, LintMemory memory) {
        LintReport report = memory.judge(migrations, settings, applied);
        return new Judgement(goal, migrations, report, settings.lintFrom().isPresent() || applied.known());
    }

    /** Returns this judgement with the findings of one category. */
    Judgement only(Category category) {
        return only(finding -> finding.category() == category);
    }

    /** Returns this judgement with the findings in some files. */
    Judgement only(Set<String> paths) {
        return only(finding -> paths.contains(finding.file()));
    }

    private Judgement only(Predicate<Finding> condition) {
        LintReport some = new LintReport(
                report.findings().stream().filter(condition).toList(),
                report.suppressed().stream()
                        .filter(suppressed -> condition.test(suppressed.finding()))
                        .toList(),
                report.flavour(),
                report.failOn(),
                report.history());
        return new Judgement(goal, migrations, some, lintFromSet);
    }

    /** Returns this judgement with the accepted findings lowered to information. */
    Judgement accepting(Acceptance acceptance) {
        List<String> more = new ArrayList<>(notes);
        LintReport lowered = acceptance.lower(migrations.folders().base(), report, sources, more);
        Judgement judgement = new Judgement(goal, migrations, lowered, lintFromSet || acceptance.isAny());
        judgement.notes.addAll(more);
        return judgement;
    }

    LintReport report() {
        return report;
    }

    Result result() {
        return new Result(
                goal,
                migrations.folders().base(),
                files(migrations),
                migrations.ignored(),
                report.findings(),
                report.suppressed(),
                List.of(),
                notes(),
                report.failed(),
                Secrets.hidden(sources, report));
    }

    /** Returns the table of migrations for a goal that consults no database. */
    static List<FileLine> files(Migrations migrations) {
        List<FileLine> files = new ArrayList<>();
        for (Migration migration : migrations.all()) {
            files.add(new FileLine(
                    migration.path(), migration.version().toString(), migration.name(), FileState.READ, ""));
        }
        for (RejectedFile file : migrations.rejected()) {
            files.add(new FileLine(file.path(), "", "", FileState.REJECTED, ""));
        }
        return files;
    }

    /** Returns the texts of all files, rollbacks included, by their paths. */
    static Map<String, SourceText> sources(Migrations migrations) {
        Map<String, SourceText> sources = new HashMap<>();
        migrations.rejected().forEach(file -> sources.put(file.path(), file.source()));
        for (Migration migration : migrations.all()) {
            sources.put(migration.path(), migration.source());
            migration
                    .rollback()
                    .ifPresent(rollback ->
                            sources.put(rollback.sql().path(), rollback.sql().source()));
        }
        return sources;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(this.notes);
        if (migrations.isEmpty() && migrations.rejected().isEmpty()) {
            notes.add("There are no migrations in "
                    + String.join(
                            ", ",
                            migrations.folders().locations().stream()
                                    .map(migrations.folders()::display)
                                    .toList())
                    + " yet: mvn migrate:new -Dname=create_users creates the first one.");
        }
        if (!lintFromSet && report.count(Severity.ERROR) + report.count(Severity.WARNING) >= MANY) {
            Migration newest = migrations.all().get(migrations.all().size() - 1);
            notes.add("Are these files in production? <lintFrom>" + newest.version()
                    + "</lintFrom> makes the older ones context only: they are read but never fail the build.");
        }
        return notes;
    }
}
