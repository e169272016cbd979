package dev.pgmigrate.report;

import dev.pgmigrate.goal.Explain;
import java.util.ArrayList;
import java.util.List;

/** The rules as text for a console. */
public final class RulePages {
    private static final String INDENT = "    ";
    /** What a rule finds stands beside its id if it has so many columns, else below. */
    private static final int NARROWEST = 50;

    private RulePages() {}

    /** Returns a line for each rule, and how to learn more. */
    public static List<String> table(List<Explain.RuleLine> rules, int width, Palette palette) {
        int id = width(rules.stream().map(rule -> rule.id().value()).toList());
        int severity = width(rules.stream().map(Explain.RuleLine::severity).toList());
        int category = width(rules.stream().map(Explain.RuleLine::category).toList());
        String form = "%-" + id + "s  %-" + severity + "s  %-" + category + "s  ";
        List<String> lines = new ArrayList<>();
        String head = form.formatted("Rule", "", "") + "    Since ";
        boolean beside = width - head.length() >= NARROWEST;
        lines.add(palette.strong(beside ? head + "What it finds" : "Rule"));
        for (Explain.RuleLine rule : rules) {
            String mark = "%-4s%-6s".formatted(rule.fixable() ? "fix" : "", rule.since());
            String facts = form.formatted(rule.id(), rule.severity(), rule.category()) + mark;
            if (beside) {
                lines.add(facts + shortened(rule.summary(), width - facts.length()));
            } else {
                lines.add(facts.stripTrailing());
                lines.add(INDENT + shortened(rule.summary(), width - INDENT.length()));
            }
        }
        lines.add("");
        lines.add("fix: migrate:fix rewrites at least some of its findings.");
        lines.add("One rule's page: " + palette.strong("mvn migrate:explain -Dmigrate.rule=<rule>"));
        return lines.stream().flatMap(line -> palette.paint(line).stream()).toList();
    }

    /** Returns the page of a rule for a terminal: what it is and how to change that, then its text. */
    public static List<String> page(Explain.RuleLine rule, int width, Palette palette) {
        List<String> lines = new ArrayList<>();
        lines.add(palette.strong(rule.id().value()));
        lines.add("severity " + rule.severity() + ", category " + rule.category() + ", since " + rule.since()
                + (rule.fixable() ? ", mvn migrate:fix rewrites at least some of its findings" : ""));
        lines.add("accept one:  -- migrate:ignore " + rule.id() + " reason=\"…\"");
        lines.add("configure:   <rules><" + rule.id() + ">warning</" + rule.id() + "></rules>, or -Dmigrate.rules="
                + rule.id() + "=off");
        lines.add("");
        lines.addAll(TerminalPage.of(rule.page(), width, palette));
        return lines.stream().flatMap(line -> palette.paint(line).stream()).toList();
    }

    private static String shortened(String sentence, int width) {
        return sentence.length() <= width
                ? sentence
                : sentence.substring(0, width - 1).stripTrailing() + "…";
    }

    private static int width(List<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(1);
    }
}
