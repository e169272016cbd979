package dev.pgmigrate.report;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.lexer.Keywords;
import dev.pgmigrate.sql.lexer.Lexer;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.lexer.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Which parts of an SQL text to colour: keywords, strings, numbers and comments, also in the bodies of functions. */
public final class SqlColours {
    /** The body of a function may hold a body of its own. */
    private static final int DEEPEST = 3;

    private static final Map<Character, String> SITE = Map.of('k', "kwd", 's', "str", 'n', "lit", 'c', "com");

    private record Part(int start, int end, char kind) {}

    private final String text;
    private final List<Part> parts = new ArrayList<>();

    private SqlColours(String text) {
        this.text = text;
    }

    /**
     * Returns the parts as runs {@code 12k6 1s3}: after 12 characters, 6 of a keyword, and so on. {@code s} is a string,
     * {@code n} a number, {@code c} a comment.
     */
    static String of(String text) {
        return read(text).runs();
    }

    /** Returns the text as HTML, its parts in spans of the classes for which the skin of Maven's site has colours. */
    public static String html(String text) {
        StringBuilder html = new StringBuilder();
        int done = 0;
        for (Part part : read(text).parts) {
            html.append(escaped(text.substring(done, part.start)))
                    .append("<span class=\"")
                    .append(SITE.get(part.kind))
                    .append("\">")
                    .append(escaped(text.substring(part.start, part.end)))
                    .append("</span>");
            done = part.end;
        }
        return html.append(escaped(text.substring(done))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static SqlColours read(String text) {
        SqlColours colours = new SqlColours(text);
        colours.read(new SourceRange(0, text.length()), 0);
        colours.parts.sort(Comparator.comparingInt(Part::start));
        return colours;
    }

    private void read(SourceRange range, int depth) {
        Tokens tokens = Lexer.scan(text, range);
        for (SourceRange comment : tokens.comments()) {
            parts.add(new Part(comment.start(), comment.end(), 'c'));
        }
        for (int token = 0; token < tokens.size(); token++) {
            int kind = tokens.kind(token);
            if (kind == Token.SCONST && text.charAt(tokens.start(token)) == '$' && depth < DEEPEST) {
                body(tokens.start(token), tokens.end(token), depth);
            } else if (kind == Token.SCONST || kind == Token.BCONST || kind == Token.XCONST) {
                parts.add(new Part(tokens.start(token), tokens.end(token), 's'));
            } else if (kind == Token.ICONST || kind == Token.FCONST) {
                parts.add(new Part(tokens.start(token), tokens.end(token), 'n'));
            } else if (Keywords.isKeyword(kind)) {
                parts.add(new Part(tokens.start(token), tokens.end(token), 'k'));
            }
        }
    }

    /** Colours the quotes of a body, and what is in it as the SQL that it mostly is. */
    private void body(int start, int end, int depth) {
        int quote = text.indexOf('$', start + 1) + 1 - start;
        parts.add(new Part(start, start + quote, 's'));
        read(new SourceRange(start + quote, end - quote), depth + 1);
        parts.add(new Part(end - quote, end, 's'));
    }

    private String runs() {
        StringBuilder runs = new StringBuilder();
        int done = 0;
        for (Part part : parts) {
            runs.append(part.start - done)
                    .append(part.kind)
                    .append(part.end - part.start)
                    .append(' ');
            done = part.end;
        }
        return runs.toString();
    }
}
