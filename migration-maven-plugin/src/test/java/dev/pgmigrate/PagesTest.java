package dev.pgmigrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every link between the README, the pages of the site and those of the rules leads to a file, and to a heading in it. */
class PagesTest {
    private static final Path ROOT =
            Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
    private static final Path SITE = ROOT.resolve("migration-maven-plugin/src/site/markdown");
    private static final Path RULES =
            ROOT.resolve("migration-maven-plugin/src/main/resources/dev/pgmigrate/lint/rules");

    private static final Pattern LINK = Pattern.compile("\\[[^]\\[]*]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$|`[^`\\n]*`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\">");

    @Test
    void everyLinkLeadsToAHeading() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            broken.addAll(broken(page, Files.readString(page)));
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void pagesOfTheSiteStayInTheSite() throws IOException {
        for (Path page : files(SITE)) {
            assertThat(linked(page)).as(page.toString()).allMatch(to -> to.startsWith(SITE) || to.startsWith(RULES));
        }
    }

    @Test
    void everyPageIsInTheMenuAndLinkedByTheReadme() throws IOException {
        String menu = Files.readString(SITE.resolveSibling("site.xml"));
        Set<Path> fromReadme = linked(ROOT.resolve("README.md"));
        Set<Path> fromIndex = linked(SITE.resolve("index.md"));
        for (Path page : files(SITE)) {
            String name = page.getFileName().toString();
            String shown = name.equals("rules.md") ? "rules/index.html" : name.replace(".md", ".html");
            assertThat(menu).contains("href=\"" + shown + "\"");
            if (!name.equals("index.md")) {
                assertThat(fromReadme).contains(page);
                assertThat(fromIndex).contains(page);
            }
        }
    }

    /** Words between angle brackets differ from case to case. */
    @Test
    void everyMessageOfTheTroubleshootingIsOneOfOurs() throws IOException {
        String messages = messages();
        List<String> rows = Files.readAllLines(SITE.resolve("troubleshooting.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        List<String> unknown = rows.stream()
                .map(row -> row.substring(3, row.indexOf('`', 3)))
                .filter(message -> Stream.of(message.split("<[^>]*>"))
                        .map(String::strip)
                        .filter(part -> part.length() > 2)
                        .anyMatch(part -> !messages.contains(part)))
                .toList();

        assertThat(rows).hasSizeGreaterThan(10);
        assertThat(unknown).isEmpty();
    }

    /** Every class that a promise names as its test is one. */
    @Test
    void everyPromiseHasItsTest() throws IOException {
        Set<String> tests = new TreeSet<>();
        for (String folder : List.of("migration-maven-plugin/src/test/java", "it/src/test/java")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.map(file -> file.getFileName().toString().replace(".java", ""))
                        .forEach(tests::add);
            }
        }
        Set<String> named = Pattern.compile("`(\\w+(?:Test|IT))`")
                .matcher(Files.readString(SITE.resolve("reliability.md")))
                .results()
                .map(test -> test.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(5).isSubsetOf(tests);
    }

    @Test
    void aLinkIntoNothingIsFound() {
        Path readme = ROOT.resolve("README.md");

        assertThat(broken(readme, "See [this](migration-maven-plugin/src/site/markdown/none.md)."))
                .containsExactly("README.md: migration-maven-plugin/src/site/markdown/none.md is not there");
        assertThat(broken(readme, "See [this](.github/CONTRIBUTING.md#nowhere)."))
                .containsExactly("README.md: .github/CONTRIBUTING.md has no #nowhere");
        assertThat(broken(readme, "See [this](#quick-start) and [that](#quick-end).\n## Quick start\n"))
                .containsExactly("README.md:  has no #quick-end");
        assertThat(broken(readme, "`[a](b)`, [this](https://example.org/a#b).")).isEmpty();
    }

    /** Returns the string literals of our sources, those that are split over lines in one piece, and the server's words. */
    private static String messages() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(ROOT.resolve("migration-maven-plugin/src/main"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                text.append(
                        Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "").replace("\\\"", "\""));
            }
        }
        return text.append("canceling statement due to lock timeout role \"authenticated\" does not exist")
                .append(" extension \"x\" is not available")
                .toString();
    }

    private static List<Path> pages() throws IOException {
        return Stream.of(
                        Stream.of(ROOT.resolve("README.md"), ROOT.resolve(".github/CONTRIBUTING.md")),
                        files(SITE).stream(),
                        files(RULES).stream())
                .flatMap(each -> each)
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> pages = files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
            assertThat(pages).as(folder.toString()).isNotEmpty();
            return pages;
        }
    }

    private static List<MatchResult> links(String text) {
        return LINK.matcher(CODE.matcher(text).replaceAll(""))
                .results()
                .filter(link -> !link.group(1).contains(":"))
                .toList();
    }

    private static Set<Path> linked(Path page) throws IOException {
        return links(Files.readString(page)).stream()
                .filter(link -> !link.group(1).isEmpty())
                .map(link -> page.resolveSibling(link.group(1)).normalize())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> broken(Path page, String text) {
        List<String> broken = new ArrayList<>();
        for (MatchResult link : links(text)) {
            Path to = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
            String place = ROOT.relativize(page) + ": " + link.group(1);
            if (!Files.exists(to)) {
                broken.add(place + " is not there");
            } else if (link.group(2) != null
                    && !anchors(to.equals(page) ? text : text(to)).contains(link.group(2))) {
                broken.add(place + " has no #" + link.group(2));
            }
        }
        return broken;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what can follow {@code #}, as GitHub makes it of headings. */
    private static Set<String> anchors(String text) {
        Set<String> anchors = ANCHOR.matcher(text)
                .results()
                .map(anchor -> anchor.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .forEach(anchors::add);
        return anchors;
    }
}
