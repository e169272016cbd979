package dev.pgmigrate.goal;

import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.LintReport;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.migration.IgnoredFile;
import dev.pgmigrate.schema.SchemaDifference;
import dev.pgmigrate.sql.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outcome of a goal, and the only input of every report.
 *
 * @param goal the goal's name, {@code check}
 * @param base the project's folder, which the paths of files are relative to
 * @param files the migrations in the order of their versions, and files that look like one
 * @param ignored the files that were ignored
 * @param findings what the linter found, in the order of the files and of the places in them
 * @param suppressed what comments in the files silence
 * @param failures what failed apart from findings: a statement that a server refused, a changed file
 * @param notes whatever else a reader has to know, one sentence each
 * @param failed whether the goal failed
 * @param sources the texts of the files by path, to show places in them
 * @param differences what differs between two databases
 * @param remarks what the server said while it worked
 */
public record Result(
        String goal,
        Path base,
        List<FileLine> files,
        List<IgnoredFile> ignored,
        List<Finding> findings,
        List<LintReport.Suppressed> suppressed,
        List<Failure> failures,
        List<String> notes,
        boolean failed,
        Map<String, SourceText> sources,
        List<SchemaDifference> differences,
        List<Remark> remarks) {
    public Result {
        files = List.copyOf(files);
        ignored = List.copyOf(ignored);
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        failures = List.copyOf(failures);
        notes = List.copyOf(notes);
        sources = Map.copyOf(sources);
        differences = List.copyOf(differences);
        remarks = List.copyOf(remarks);
    }

    /** Creates the result of a goal that compares no databases, and in which no server says anything. */
    public Result(
            String goal,
            Path base,
            List<FileLine> files,
            List<IgnoredFile> ignored,
            List<Finding> findings,
            List<LintReport.Suppressed> suppressed,
            List<Failure> failures,
            List<String> notes,
            boolean failed,
            Map<String, SourceText> sources) {
        this(goal, base, files, ignored, findings, suppressed, failures, notes, failed, sources, List.of(), List.of());
    }

    /** Returns the result of a goal that could not do its work. */
    public static Result stopped(String goal, Path base, String message) {
        return new Result(
                goal,
                base,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(Failure.of(message, "")),
                List.of(),
                true,
                Map.of());
    }

    /** Returns the number of findings with this severity. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    public List<Finding> findingsIn(String path) {
        return findings.stream().filter(finding -> finding.file().equals(path)).toList();
    }

    /** Returns the text of a file, so that a place in it can be shown. */
    public Optional<SourceText> source(String path) {
        return Optional.ofNullable(sources.get(path));
    }

    /** Returns this result with another table, and with failures that make it fail. */
    Result with(List<FileLine> otherFiles, List<Failure> moreFailures) {
        List<Failure> all = new ArrayList<>(failures);
        all.addAll(moreFailures);
        boolean fails = failed || !moreFailures.isEmpty();
        return new Result(
                goal,
                base,
                otherFiles,
                ignored,
                findings,
                suppressed,
                all,
                notes,
                fails,
                sources,
                differences,
                remarks);
    }

    /** Returns this result as that of another goal. */
    Result as(String other) {
        return new Result(
                other,
                base,
                files,
                ignored,
                findings,
                suppressed,
                failures,
                notes,
                failed,
                sources,
                differences,
                remarks);
    }

    /** Returns this result with what the server said. */
    Result withRemarks(List<Remark> said) {
        return new Result(
                goal, base, files, ignored, findings, suppressed, failures, notes, failed, sources, differences, said);
    }

    /** Returns this result with one more note. */
    public Result withNote(String note) {
        return withNotes(List.of(note));
    }

    /** Returns this result with more notes below those that it has. */
    public Result withNotes(List<String> added) {
        List<String> more = new ArrayList<>(notes);
        more.addAll(added);
        return new Result(
                goal,
                base,
                files,
                ignored,
                findings,
                suppressed,
                failures,
                more,
                failed,
                sources,
                differences,
                remarks);
    }
}
