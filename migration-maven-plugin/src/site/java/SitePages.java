import dev.pgmigrate.report.Reports;
import dev.pgmigrate.report.RuleSite;
import dev.pgmigrate.report.SqlColours;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the sources of Maven's site: {@code src/site}, in which links lead to files, with links that lead to pages and
 * SQL in colours, and the pages of the rules.
 */
final class SitePages {
    private static final Pattern LINK = Pattern.compile("\\]\\(([a-zA-Z0-9./-]+)\\.md((?:#[^)]*)?\\))");
    private static final Pattern SQL = Pattern.compile("(?ms)^```sql\\n(.*?)^```$");
    private static final Pattern HEADING = Pattern.compile("(?m)^(##+) (.*)$");
    private static final String RULES = "../../main/resources/dev/pgmigrate/lint/rules/";

    public static void main(String[] arguments) throws IOException {
        Path from = Path.of(arguments[0]);
        Path to = Path.of(arguments[1]);
        Path rules = Files.createDirectories(to.resolve("markdown/rules"));
        Files.writeString(to.resolve("site.xml"), Files.readString(from.resolve("site.xml")));
        try (DirectoryStream<Path> pages = Files.newDirectoryStream(from.resolve("markdown"), "*.md")) {
            for (Path page : pages) {
                if (!page.endsWith("rules.md")) {
                    Files.writeString(
                            to.resolve("markdown").resolve(page.getFileName()), forSite(Files.readString(page)));
                }
            }
        }
        for (Reports.File file : RuleSite.files()) {
            Files.writeString(
                    rules.resolve(file.name()), coloured(file.content().text()));
        }
    }

    private static String forSite(String page) {
        String linked = LINK.matcher(page).replaceAll(link -> "](" + target(link.group(1)) + ".html" + link.group(2));
        return coloured(HEADING.matcher(linked).replaceAll(SitePages::anchored));
    }

    /** The skin's script colours what it takes for a language like C; SQL is coloured here, and kept from it. */
    private static String coloured(String page) {
        return SQL.matcher(page)
                .replaceAll(block -> Matcher.quoteReplacement("<pre><code class=\"nohighlight nocode\">"
                        + SqlColours.html(block.group(1)) + "</code></pre>"));
    }

    private static String target(String page) {
        return page.equals("rules") ? "rules/index" : page.replace(RULES, "rules/");
    }

    /** Maven's site names headings in its own way, the links in GitHub's. */
    private static String anchored(MatchResult heading) {
        String anchor = heading.group(2)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
        return Matcher.quoteReplacement(heading.group(1) + " <a id=\"" + anchor + "\"></a>" + heading.group(2));
    }
}
