package dev.pgmigrate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page in Markdown as lines for a terminal: paragraphs wrapped, links with their addresses, code as it is to be copied.
 *
 * <p>It knows what the pages of rules use: headings, paragraphs, lists, code and links.
 */
final class TerminalPage {
    private static final String FENCE = "```";
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\((https?://[^)\\s]+)\\)");
    private static final Pattern LINK_INSIDE = Pattern.compile("\\[([^\\]]+)]\\([^)\\s]+\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final String INDENT = "    ";

    private final int width;
    private final Palette palette;
    private final List<String> lines = new ArrayList<>();
    private final List<String> paragraph = new ArrayList<>();

    private TerminalPage(int width, Palette palette) {
        this.width = width;
        this.palette = palette;
    }

    /** Returns the lines of {@code markdown}, without its title; none is wider than {@code width} but code and addresses. */
    static List<String> of(String markdown, int width, Palette palette) {
        TerminalPage page = new TerminalPage(width, palette);
        page.read(markdown.strip());
        return page.lines;
    }

    private void read(String markdown) {
        boolean code = false;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith(FENCE)) {
                endParagraph();
                code = !code;
            } else if (code) {
                lines.add(INDENT + line);
            } else if (line.startsWith("# ")) {
                endParagraph();
            } else if (line.startsWith("#")) {
                endParagraph();
                lines.add(palette.strong(line.replaceFirst("^#+ ", "")));
            } else if (line.isBlank()) {
                endParagraph();
                blank();
            } else {
                if (line.startsWith("- ")) {
                    endParagraph();
                }
                paragraph.add(line);
            }
        }
        endParagraph();
    }

    private void blank() {
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
            lines.add("");
        }
    }

    private void endParagraph() {
        if (paragraph.isEmpty()) {
            return;
        }
        String text = LINK_INSIDE
                .matcher(LINK.matcher(String.join(" ", paragraph)).replaceAll("$1 <$2>"))
                .replaceAll("$1");
        paragraph.clear();
        boolean item = text.startsWith("- ");
        String first = item ? "- " : "";
        String rest = item ? "  " : "";
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.substring(first.length()).split("\\s+", -1)) {
            if (!empty && line.length() + 1 + word.length() > width) {
                lines.add(code(line.toString()));
                line = new StringBuilder(rest);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(code(line.toString()));
    }

    /** Without colours the backticks stay: else one could not tell a word of SQL from one of English. */
    private String code(String line) {
        return palette == Palette.PLAIN
                ? line
                : CODE.matcher(line).replaceAll(match -> Matcher.quoteReplacement(palette.strong(match.group(1))));
    }
}
