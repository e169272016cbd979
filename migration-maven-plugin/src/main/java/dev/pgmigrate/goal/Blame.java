package dev.pgmigrate.goal;

import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.RuleId;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells which of many rewrites made at once are in the statements that are worse for it. */
final class Blame {
    private final Map<String, NavigableMap<Integer, Set<Finding>>> byPlace = new HashMap<>();
    private final Map<String, Finding> byNewFile = new HashMap<>();
    private final Map<RuleId, List<Set<Finding>>> blamed = new HashMap<>();

    /**
     * @param made the findings whose rewrites were made, with edits that do not touch
     * @param before the state in which they were found
     */
    Blame(List<Finding> made, Rewritten before) {
        Map<String, List<Edit>> edits = new HashMap<>();
        for (Finding finding : made) {
            finding.fix()
                    .flatMap(dev.pgmigrate.lint.Fix::newFile)
                    .ifPresent(file -> byNewFile.put(file.path(), finding));
            before.edits(finding)
                    .forEach(edit -> edits.computeIfAbsent(finding.file(), file -> new ArrayList<>())
                            .add(new Edit(edit, finding)));
        }
        edits.forEach((file, ofFile) -> byPlace.put(file, places(ofFile)));
    }

    private record Edit(TextEdit edit, Finding finding) {
        int start() {
            return edit.range().start();
        }
    }

    /** Returns who edited what, by the place in the text that the edits have made. */
    private static NavigableMap<Integer, Set<Finding>> places(List<Edit> edits) {
        edits.sort(Comparator.comparingInt(Edit::start));
        NavigableMap<Integer, Set<Finding>> places = new TreeMap<>();
        int moved = 0;
        for (Edit edit : edits) {
            places.computeIfAbsent(edit.start() + moved, place -> new LinkedHashSet<>())
                    .add(edit.finding());
            moved += edit.edit().replacement().length() - (edit.edit().range().end() - edit.start());
        }
        return places;
    }

    /** Blames the rewrites in the statement of {@code objection}, a finding that was not there before, or in front of it. */
    void add(Finding objection, SqlFile after) {
        NavigableMap<Integer, Set<Finding>> places = byPlace.getOrDefault(objection.file(), new TreeMap<>());
        List<Statement> statements = after.script().statements();
        int index = index(statements, objection.range());
        int from = index == 0 ? 0 : statements.get(index - 1).range().end();
        int to = index < statements.size() ? statements.get(index).range().end() : Integer.MAX_VALUE;
        Set<Finding> found = new LinkedHashSet<>();
        Finding writer = byNewFile.get(objection.file());
        if (writer != null) {
            found.add(writer);
        }
        places.subMap(from, true, to, true).values().forEach(found::addAll);
        if (!found.isEmpty()) {
            blamed.computeIfAbsent(objection.rule(), rule -> new ArrayList<>()).add(found);
        }
    }

    /** Returns all that are blamed. */
    Set<Finding> suspects() {
        Set<Finding> suspects = new LinkedHashSet<>();
        blamed.values().forEach(sets -> sets.forEach(suspects::addAll));
        return suspects;
    }

    /** Returns those whose rule is the only one that is blamed for each finding of a kind. */
    Set<Finding> guilty() {
        Set<Finding> guilty = new LinkedHashSet<>();
        for (List<Set<Finding>> sets : blamed.values()) {
            Set<RuleId> common = rules(sets.get(0));
            sets.forEach(set -> common.retainAll(rules(set)));
            if (common.size() == 1) {
                sets.forEach(set -> set.stream()
                        .filter(finding -> common.contains(finding.rule()))
                        .forEach(guilty::add));
            }
        }
        return guilty;
    }

    private static Set<RuleId> rules(Set<Finding> findings) {
        return findings.stream().map(Finding::rule).collect(Collectors.toSet());
    }

    /** Returns the index of the first statement that ends behind the start of {@code range}. */
    private static int index(List<Statement> statements, SourceRange range) {
        int low = 0;
        int high = statements.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (statements.get(middle).range().end() <= range.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
