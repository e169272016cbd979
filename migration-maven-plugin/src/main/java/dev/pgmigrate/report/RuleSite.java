package dev.pgmigrate.report;

import dev.pgmigrate.goal.Explain;
import dev.pgmigrate.lint.Category;
import java.util.ArrayList;
import java.util.List;

/** The rules as Markdown files for a site: an index by category, and a page for each. */
public final class RuleSite {
    private RuleSite() {}

    /** Returns {@code index.md} and one {@code <rule>.md} per rule. */
    public static List<Reports.File> files() {
        List<Explain.RuleLine> rules = Explain.table();
        List<Reports.File> files = new ArrayList<>();
        files.add(file("index.md", index(rules)));
        for (Explain.RuleLine rule : rules) {
            String page = Explain.page(rule.id().value()).orElseThrow();
            files.add(file(rule.id() + ".md", withFacts(page, rule)));
        }
        return files;
    }

    private static Reports.File file(String name, String text) {
        return new Reports.File(name, out -> out.write(text));
    }

    private static String index(List<Explain.RuleLine> rules) {
        StringBuilder text = new StringBuilder("# Rules\n");
        for (Category category : Category.values()) {
            List<Explain.RuleLine> some = rules.stream()
                    .filter(rule -> rule.category().equals(category.word()))
                    .toList();
            if (!some.isEmpty()) {
                text.append("\n## ").append(heading(category)).append("\n\n");
                text.append("| rule | severity | fixable | since | what it finds |\n");
                text.append("| --- | --- | --- | --- | --- |\n");
                some.forEach(rule -> text.append(row(rule)));
            }
        }
        return text.toString();
    }

    private static String row(Explain.RuleLine rule) {
        // A bar inside a code span would end the cell.
        return "| [%1$s](%1$s.html) | %2$s | %3$s | %4$s | %5$s |%n"
                .formatted(
                        rule.id(),
                        rule.severity(),
                        rule.fixable() ? "yes" : "",
                        rule.since(),
                        rule.summary().replace("|", "\\|"))
                .replace("\r\n", "\n");
    }

    /** Inserts the facts from the rule's class below the title. */
    private static String withFacts(String page, Explain.RuleLine rule) {
        int end = page.indexOf('\n') + 1;
        String facts = "Severity **%s**, category [%s](index.html#%s), since %s%s."
                .formatted(
                        rule.severity(),
                        rule.category(),
                        rule.category(),
                        rule.since(),
                        rule.fixable() ? ", can be rewritten by `migrate:fix`" : "");
        return page.substring(0, end) + "\n" + facts + "\n" + page.substring(end);
    }

    private static String heading(Category category) {
        String word = category.word();
        return "<a id=\"" + word + "\"></a>" + Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
