package dev.pgmigrate.lint;

import java.util.List;
import java.util.Set;

/**
 * What the linter found, in the order of the files and of the places in them.
 *
 * @param findings the findings that count
 * @param suppressed what a comment in the file silences, with that comment's reason
 * @param flavour plain or supabase, as configured or recognised
 * @param failOn the lowest severity that fails
 * @param history the files that are applied, or older than {@code lintFrom}, and therefore no longer edited
 */
public record LintReport(
        List<Finding> findings, List<Suppressed> suppressed, Flavour flavour, FailOn failOn, Set<String> history) {
    public LintReport {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        history = Set.copyOf(history);
    }

    /** Returns this report with other findings. */
    public LintReport withFindings(List<Finding> other) {
        return new LintReport(other, suppressed, flavour, failOn, history);
    }

    /**
     * A finding that somebody accepted.
     *
     * @param reason the given reason; empty if there is none
     */
    public record Suppressed(Finding finding, String reason) {}

    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Returns whether the build has to fail. */
    public boolean failed() {
        return findings.stream().anyMatch(finding -> failOn.fails(finding.severity()));
    }
}
