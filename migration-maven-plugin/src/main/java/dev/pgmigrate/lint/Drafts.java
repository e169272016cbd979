package dev.pgmigrate.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The findings of all rules in one file; of each only so many, and one more that says how many are left out. */
final class Drafts {
    private final int mostOfARule;
    private final List<Reporter.Draft> kept = new ArrayList<>();
    private final Map<Rule, Integer> counts = new HashMap<>();
    private final Map<Rule, Reporter.Draft> firstLeftOut = new HashMap<>();

    Drafts(int mostOfARule) {
        this.mostOfARule = mostOfARule;
    }

    void add(Reporter.Draft draft) {
        if (counts.merge(draft.rule(), 1, Integer::sum) <= mostOfARule) {
            kept.add(draft);
        } else {
            firstLeftOut.putIfAbsent(draft.rule(), draft);
        }
    }

    List<Reporter.Draft> all() {
        List<Reporter.Draft> all = new ArrayList<>(kept);
        firstLeftOut.forEach((rule, first) -> all.add(first.standingFor(counts.getOrDefault(rule, 0) - mostOfARule)));
        return all;
    }
}
