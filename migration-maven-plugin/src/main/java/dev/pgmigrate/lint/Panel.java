package dev.pgmigrate.lint;

import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rules that judge files of one kind, each asked only where it looks. */
final class Panel {
    private static final int[] NONE = {};

    private final List<Rule> rules;
    private final Map<Place, int[]> byPlace = new EnumMap<>(Place.class);

    Panel(List<Rule> rules) {
        this.rules = rules;
        for (Place place : Place.values()) {
            byPlace.put(place, lookingAt(place));
        }
    }

    /** Returns the rules among {@code rules} that also judge rollback files. */
    static Panel ofRollbacks(List<Rule> rules) {
        List<Rule> judging = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.judgesRollbacks()) {
                judging.add(rule);
            }
        }
        return new Panel(judging);
    }

    private int[] lookingAt(Place place) {
        int[] found = new int[rules.size()];
        int count = 0;
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).places().contains(place)) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Judges every statement of {@code file}, then the file. */
    void judge(FileContext file, Reporters reporters) {
        Rule[] judging = rules.toArray(Rule[]::new);
        Reporter[] taking = new Reporter[judging.length];
        for (int i = 0; i < judging.length; i++) {
            taking[i] = reporters.of(judging[i]);
        }
        for (Step step : file.steps()) {
            LintContext context = file.context(step);
            for (int i : byPlace.getOrDefault(step.place(), NONE)) {
                judging[i].check(context, taking[i]);
            }
        }
        for (int i = 0; i < judging.length; i++) {
            judging[i].checkFile(file, taking[i]);
        }
    }
}
