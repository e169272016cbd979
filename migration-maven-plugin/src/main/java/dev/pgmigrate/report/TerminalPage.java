package dev.pgmigrate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** A page in Markdown as lines for a terminal: paragraphs wrapped, links with their addresses, code as it is to be copied. */
final class TerminalPage extends AbstractVisitor {
    private static final Parser PARSER = Parser.builder().build();
    private static final String INDENT = "    ";

    private final int width;
    private final Palette palette;
    private final List<String> lines = new ArrayList<>();
    private StringBuilder text = new StringBuilder();
    private String first = "";
    private String rest = "";

    private TerminalPage(int width, Palette palette) {
        this.width = width;
        this.palette = palette;
    }

    /** Returns the lines of {@code markdown}, without its title; none is wider than {@code width} but code and addresses. */
    static List<String> of(String markdown, int width, Palette palette) {
        TerminalPage page = new TerminalPage(width, palette);
        PARSER.parse(markdown).accept(page);
        return page.lines;
    }

    @Override
    public void visit(Heading heading) {
        if (heading.getLevel() > 1) {
            separate();
            lines.add(palette.strong(inline(heading)));
        }
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (!(paragraph.getParent() instanceof ListItem item) || item.getFirstChild() != paragraph || !isTight(item)) {
            separate();
        }
        wrap(inline(paragraph));
    }

    @Override
    public void visit(BulletList list) {
        items(list, "- ");
    }

    @Override
    public void visit(OrderedList list) {
        items(list, "");
    }

    @Override
    public void visit(FencedCodeBlock block) {
        code(block.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        code(block.getLiteral());
    }

    @Override
    public void visit(HtmlBlock block) {
        code(block.getLiteral());
    }

    @Override
    public void visit(Text node) {
        text.append(node.getLiteral());
    }

    /** Without colours the backticks stay: else one could not tell a word of SQL from one of English. */
    @Override
    public void visit(Code code) {
        text.append(
                palette == Palette.PLAIN
                        ? "`" + code.getLiteral() + "`"
                        : Stream.of(code.getLiteral().split(" ", -1))
                                .map(palette::strong)
                                .collect(Collectors.joining(" ")));
    }

    @Override
    public void visit(HtmlInline html) {
        text.append(html.getLiteral());
    }

    /** Another page of the project is no address that a terminal opens. */
    @Override
    public void visit(Link link) {
        visitChildren(link);
        if (link.getDestination().startsWith("http")) {
            text.append(" <").append(link.getDestination()).append('>');
        }
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        text.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        text.append(' ');
    }

    private void items(ListBlock list, String mark) {
        String outer = rest;
        int number = 1;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item == list.getFirstChild()) {
                separate();
            }
            String written = mark.isEmpty() ? number++ + ". " : mark;
            first = outer + written;
            rest = outer + " ".repeat(written.length());
            visitChildren(item);
        }
        first = outer;
        rest = outer;
    }

    private static boolean isTight(ListItem item) {
        return item.getParent() instanceof ListBlock list && list.isTight();
    }

    private void separate() {
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
            lines.add("");
        }
    }

    private void code(String literal) {
        separate();
        literal.lines().forEach(line -> lines.add(INDENT + line));
    }

    private String inline(Node block) {
        text = new StringBuilder();
        visitChildren(block);
        return text.toString();
    }

    private void wrap(String paragraph) {
        StringBuilder line = new StringBuilder(first);
        first = rest;
        int length = line.length();
        boolean empty = true;
        for (String word : paragraph.strip().split("\\s+", -1)) {
            int more = Palette.width(word);
            if (!empty && length + 1 + more > width) {
                lines.add(line.toString());
                line = new StringBuilder(rest);
                length = rest.length();
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            length += more + (empty ? 0 : 1);
            empty = false;
        }
        lines.add(line.toString());
    }
}
