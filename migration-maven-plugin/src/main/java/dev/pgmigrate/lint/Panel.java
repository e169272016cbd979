package dev.pgmigrate.lint;

import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.SourceRange;
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

    /** Judges every statement of {@code file}, then the file. A rule that throws costs one finding, and no other rule anything. */
    void judge(FileContext file, Reporters reporters) {
        Reporter[] taking = new Reporter[rules.length];
        for (int i = 0; i < rules.length; i++) {
            taking[i] = reporters.of(rules[i]);
        }
        for (Step step : file.steps()) {
            LintContext context = file.context(step);
            for (int i : lookingAt(step.statement().kind(), step.place())) {
                try {
                    rules[i].check(context, taking[i]);
                } catch (RuntimeException | StackOverflowError e) {
                    reporters.failed(rules[i], step.statement().range(), e);
                }
            }
        }
        for (int i = 0; i < rules.length; i++) {
            try {
                rules[i].checkFile(file, taking[i]);
            } catch (RuntimeException | StackOverflowError e) {
                reporters.failed(rules[i], SourceRange.at(0), e);
            }
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
