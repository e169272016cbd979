package dev.pgmigrate.report;

import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.RuleId;
import dev.pgmigrate.lint.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A table of the rules that found something: how often, in how many files, and how many of it can be rewritten. */
final class RuleCounts {
    private static final String FORM = "%-%ds  %7s  %8s  %5s  %7s";

    private final Palette palette;

    RuleCounts(Palette palette) {
        this.palette = palette;
    }

    /** Returns the lines; none where there are no more than {@code few} findings. */
    List<String> lines(Collection<Finding> findings, int few) {
        Map<RuleId, List<Finding>> rules = findings.stream()
                .filter(finding -> finding.severity().isAtLeast(Severity.WARNING))
                .sorted(Comparator.comparing(Finding::severity))
                .collect(Collectors.groupingBy(Finding::rule, LinkedHashMap::new, Collectors.toList()));
        int all = rules.values().stream().mapToInt(List::size).sum();
        if (all <= few) {
            return List.of();
        }
        int width =
                rules.keySet().stream().mapToInt(rule -> rule.value().length()).reduce("Rule".length(), Math::max);
        String form = FORM.replace("%d", String.valueOf(width));
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(palette.strong(form.formatted("Rule", "errors", "warnings", "files", "fixable")));
        rules.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<RuleId, List<Finding>> entry) -> -count(entry.getValue(), Severity.ERROR))
                        .thenComparing(entry -> -entry.getValue().size()))
                .forEach(entry -> lines.add(row(form, entry.getKey(), entry.getValue())));
        return lines;
    }

    private static String row(String form, RuleId rule, List<Finding> findings) {
        long files = findings.stream().map(Finding::file).distinct().count();
        long fixable =
                findings.stream().filter(finding -> finding.fix().isPresent()).count();
        return form.formatted(
                        rule,
                        orBlank(count(findings, Severity.ERROR)),
                        orBlank(count(findings, Severity.WARNING)),
                        files,
                        orBlank(fixable))
                .stripTrailing();
    }

    private static String orBlank(long count) {
        return count == 0 ? "" : String.valueOf(count);
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
