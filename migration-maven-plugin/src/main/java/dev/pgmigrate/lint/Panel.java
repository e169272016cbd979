package dev.pgmigrate.lint;

import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rules that judge files of one kind, each asked only about the statements that it looks at. */
final class Panel {
    private final Rule[] rules;
    private final Map<Place, Map<StatementKind, int[]>> looking = new EnumMap<>(Place.class);

    Panel(List<Rule> rules) {
        this.rules = rules.toArray(Rule[]::new);
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

    /** Judges every statement of {@code file}, then the file. */
    void judge(FileContext file, Reporters reporters) {
        Reporter[] taking = new Reporter[rules.length];
        for (int i = 0; i < rules.length; i++) {
            taking[i] = reporters.of(rules[i]);
        }
        for (Step step : file.steps()) {
            LintContext context = file.context(step);
            for (int i : lookingAt(step.statement().kind(), step.place())) {
                rules[i].check(context, taking[i]);
            }
        }
        for (int i = 0; i < rules.length; i++) {
            rules[i].checkFile(file, taking[i]);
        }
    }

    private synchronized int[] lookingAt(StatementKind kind, Place place) {
        Map<StatementKind, int[]> there = looking.computeIfAbsent(place, p -> new EnumMap<>(StatementKind.class));
        int[] known = there.get(kind);
        if (known == null) {
            known = find(kind, place);
            there.put(kind, known);
        }
        return known;
    }

    private int[] find(StatementKind kind, Place place) {
        int[] found = new int[rules.length];
        int count = 0;
        for (int i = 0; i < rules.length; i++) {
            if (rules[i].statements().contains(kind) && rules[i].places().contains(place)) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
