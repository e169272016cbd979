package dev.pgmigrate.goal;

import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.RuleId;
import dev.pgmigrate.lint.rules.RuleCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Explains the rules: lists all of them, or shows the page of one. */
public final class Explain {
    private static final String SUMMARY_HEADING = "## What it finds";

    /** What fixtures say to the tests that run them. */
    private static final Pattern MARKS = Pattern.compile("^[ \\t]*-- finding:.*\\R", Pattern.MULTILINE);

    private Explain() {}

    /**
     * A rule in one line.
     *
     * @param since the first version of this tool that has it
     * @param summary what it finds, one sentence
     * @param page all that is said of it, in Markdown and without the marks of its fixtures
     */
    public record RuleLine(
            RuleId id, String severity, String category, boolean fixable, String since, String summary, String page) {}

    /** Returns all rules in the order of their ids; reads the page of each. */
    public static List<RuleLine> table() {
        return RuleCatalog.ALL.stream().map(Explain::line).toList();
    }

    /**
     * Returns the rules that a name means: an id, a name of Squawk, Eugene or strong_migrations, a category, an SQLSTATE, or
     * a word on a page; none where it means nothing.
     */
    public static List<RuleLine> find(String asked) {
        return RuleSearch.find(asked).stream().map(Explain::line).toList();
    }

    /** Returns the rules that a result has findings of, suppressed ones as well, in the order of their ids. */
    public static List<RuleLine> found(Result result) {
        Set<RuleId> found = new HashSet<>();
        result.findings().forEach(finding -> found.add(finding.rule()));
        result.suppressed().forEach(suppressed -> found.add(suppressed.finding().rule()));
        return RuleCatalog.ALL.stream()
                .filter(rule -> found.contains(rule.id()))
                .map(Explain::line)
                .toList();
    }

    private static RuleLine line(Rule rule) {
        String page = MARKS.matcher(read(rule.id())).replaceAll("");
        return new RuleLine(
                rule.id(),
                rule.severity().word(),
                rule.category().word(),
                rule.fixable(),
                rule.since(),
                summary(page),
                page);
    }

    /** Returns the first sentence below the first heading. */
    static String summary(String page) {
        int heading = page.indexOf(SUMMARY_HEADING);
        String text = heading < 0 ? page : page.substring(heading + SUMMARY_HEADING.length());
        String paragraph = text.strip().split("\\n\\s*\\n", 2)[0].replaceAll("\\s+", " ");
        int end = paragraph.indexOf(". ");
        return end < 0 ? paragraph : paragraph.substring(0, end + 1);
    }

    static String read(RuleId id) {
        String resource = "/dev/pgmigrate/lint/rules/" + id + ".md";
        try (InputStream in = Explain.class.getResourceAsStream(resource)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
