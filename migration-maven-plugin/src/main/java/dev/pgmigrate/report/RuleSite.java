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
        files.add(file("index.md", "# Rules\n" + byCategory("", ".html")));
        for (Explain.RuleLine rule : rules) {
            files.add(file(rule.id() + ".md", withFacts(rule)));
        }
        return files;
    }

    private static Reports.File file(String name, String text) {
        return new Reports.File(name, out -> out.write(text));
    }

    /** Returns a table of rules for each category, in which {@code folder} and {@code suffix} make an id a link. */
    public static String byCategory(String folder, String suffix) {
        List<Explain.RuleLine> rules = Explain.table();
        StringBuilder text = new StringBuilder();
        for (Category category : Category.values()) {
            List<Explain.RuleLine> some = rules.stream()
                    .filter(rule -> rule.category().equals(category.word()))
                    .toList();
            if (!some.isEmpty()) {
                text.append("\n## ").append(heading(category)).append("\n\n");
                text.append("| rule | severity | fixable | since | what it finds |\n");
                text.append("| --- | --- | --- | --- | --- |\n");
                some.forEach(rule -> text.append(row(rule, folder + rule.id() + suffix)));
            }
        }
        return text.toString();
    }

    private static String row(Explain.RuleLine rule, String link) {
        // A bar inside a code span would end the cell.
        return "| [%s](%s) | %s | %s | %s | %s |%n"
                .formatted(
                        rule.id(),
                        link,
                        rule.severity(),
                        rule.fixable() ? "yes" : "",
                        rule.since(),
                        rule.summary().replace("|", "\\|"))
                .replace("\r\n", "\n");
    }

    /** Inserts the facts from the rule's class below the title. */
    private static String withFacts(Explain.RuleLine rule) {
        String page = rule.page();
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
