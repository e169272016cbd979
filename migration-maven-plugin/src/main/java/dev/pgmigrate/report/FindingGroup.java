package dev.pgmigrate.report;

import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Findings that are read together: of one rule in one file, or, where they are about whole files, of one rule in all files.
 *
 * @param findings at least one, in the order of their places; the first stands for all
 */
record FindingGroup(List<Finding> findings) {
    /** More lines or files than these are only counted. */
    private static final int MOST_PLACES = 12;

    private static final int MOST_FILES = 3;

    FindingGroup {
        findings = List.copyOf(findings);
    }

    /** Returns the groups of what warns or is wrong: errors first, and of one weight file by file. */
    static List<FindingGroup> of(Collection<Finding> findings) {
        Map<List<Object>, List<Finding>> groups = new LinkedHashMap<>();
        findings.stream()
                .filter(finding -> finding.severity().isAtLeast(Severity.WARNING))
                .sorted(Comparator.comparing(Finding::severity))
                .forEach(finding -> groups.computeIfAbsent(key(finding), key -> new ArrayList<>())
                        .add(finding));
        return groups.values().stream().map(FindingGroup::new).toList();
    }

    private static List<Object> key(Finding finding) {
        return List.of(finding.severity(), finding.rule(), ConsoleReport.isAboutTheFile(finding) ? "" : finding.file());
    }

    Finding first() {
        return findings.get(0);
    }

    /** Returns where the others are; empty where there are none. */
    String others() {
        List<Finding> others = findings.subList(1, findings.size());
        if (others.isEmpty()) {
            return "";
        }
        boolean files = ConsoleReport.isAboutTheFile(first());
        int most = files ? MOST_FILES : MOST_PLACES;
        String named = others.stream()
                .limit(most)
                .map(other -> files
                        ? other.file()
                        : other.start().line() + ":" + other.start().column())
                .collect(Collectors.joining(", "));
        String rest = others.size() > most ? ", …" : "";
        return others.size() + " more" + (files ? ": " : " in this file, at ") + named + rest;
    }
}
