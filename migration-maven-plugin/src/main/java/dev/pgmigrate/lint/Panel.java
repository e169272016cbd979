package dev.pgmigrate.lint;

import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules that check files of one kind; each is called only for the statements that it looks at. */
final class Panel {
    private final StatementRule<?>[] ofStatements;
    private final FileRule[] ofFiles;
    private final Map<Place, Map<Class<? extends Statement>, int[]>> looking = new EnumMap<>(Place.class);

    Panel(List<Rule> rules) {
        List<StatementRule<?>> statements = new ArrayList<>();
        List<FileRule> files = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule instanceof StatementRule<?> ofStatement) {
                statements.add(ofStatement);
            } else if (rule instanceof FileRule ofFile) {
                files.add(ofFile);
            }
        }
        this.ofStatements = statements.toArray(StatementRule<?>[]::new);
        this.ofFiles = files.toArray(FileRule[]::new);
    }

    /** Returns those of {@code rules} that also check rollback files. */
    static Panel ofRollbacks(List<Rule> rules) {
        List<Rule> judging = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.judgesRollbacks()) {
                judging.add(rule);
            }
        }
        return new Panel(judging);
    }

    /**
     * Checks every statement of {@code file}, then the file. A rule that throws produces one finding, and does not affect
     * other rules.
     */
    void judge(FileContext file, Reporters reporters) {
        Reporter[] taking = new Reporter[ofStatements.length];
        for (int i = 0; i < taking.length; i++) {
            taking[i] = reporters.of(ofStatements[i]);
        }
        for (Step step : file.steps()) {
            LintContext context = file.context(step);
            for (int i : lookingAt(step.statement().getClass(), step.place())) {
                try {
                    ofStatements[i].judge(context, taking[i]);
                } catch (RuntimeException | StackOverflowError e) {
                    reporters.failed(ofStatements[i], step.statement().range(), e);
                }
            }
        }
        for (FileRule rule : ofFiles) {
            try {
                rule.check(file, reporters.of(rule));
            } catch (RuntimeException | StackOverflowError e) {
                reporters.failed(rule, SourceRange.at(0), e);
            }
        }
    }

    private synchronized int[] lookingAt(Class<? extends Statement> type, Place place) {
        Map<Class<? extends Statement>, int[]> there = looking.computeIfAbsent(place, p -> new HashMap<>());
        int[] known = there.get(type);
        if (known == null) {
            known = find(type, place);
            there.put(type, known);
        }
        return known;
    }

    private int[] find(Class<? extends Statement> type, Place place) {
        int[] found = new int[ofStatements.length];
        int count = 0;
        for (int i = 0; i < ofStatements.length; i++) {
            if (ofStatements[i].judges(type, place)) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
