package dev.pgmigrate.report;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.lexer.Keywords;
import dev.pgmigrate.sql.lexer.Lexer;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.lexer.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which parts of a text to colour, as runs {@code 12k6 1s3}: after 12 characters, 6 of a keyword, and so on. {@code s} is a string,
 * {@code n} a number, {@code c} a comment.
 */
final class SqlColours {
    /** The body of a function may hold a body of its own. */
    private static final int DEEPEST = 3;

    private record Part(int start, int end, char kind) {}

    private final String text;
    private final List<Part> parts = new ArrayList<>();

    private SqlColours(String text) {
        this.text = text;
    }

    static String of(String text) {
        SqlColours colours = new SqlColours(text);
        colours.read(new SourceRange(0, text.length()), 0);
        colours.parts.sort(Comparator.comparingInt(Part::start));
        return colours.runs();
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
