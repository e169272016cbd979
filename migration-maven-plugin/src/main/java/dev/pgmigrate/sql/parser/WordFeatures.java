package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SyntaxFeature;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.lexer.Tokens;
import dev.pgmigrate.sql.parser.SyntaxFeatures.Use;
import java.util.List;

/** The features that words alone give away, because they stand in this order nowhere else in the grammar. */
final class WordFeatures {
    private WordFeatures() {}

    /**
     * Adds what one statement uses to {@code uses}.
     *
     * @param first its first token
     * @param end the token behind its last one
     */
    static void find(Tokens tokens, int first, int end, List<Use> uses) {
        if (tokens.kind(first) == Keyword.CLUSTER && kind(tokens, first + 1) == '(' && kind(tokens, end - 1) == ')') {
            add(SyntaxFeature.CLUSTER_OPTIONS_WITHOUT_TABLE, tokens, first, end - first, uses);
        }
        for (int at = first; at < end; at++) {
            int next = kind(tokens, at + 1);
            switch (tokens.kind(at)) {
                case Keyword.NULLS -> {
                    if (next == Keyword.DISTINCT) {
                        add(SyntaxFeature.NULLS_DISTINCT, tokens, at, 2, uses);
                    } else if (next == Keyword.NOT && kind(tokens, at + 2) == Keyword.DISTINCT) {
                        add(SyntaxFeature.NULLS_DISTINCT, tokens, at, 3, uses);
                    }
                }
                case Keyword.AT -> addIf(next == Keyword.LOCAL, SyntaxFeature.AT_LOCAL, tokens, at, 2, uses);
                case Keyword.RETURNING ->
                    addIf(
                            next == Keyword.WITH && kind(tokens, at + 2) == '(',
                            SyntaxFeature.RETURNING_WITH,
                            tokens,
                            at,
                            2,
                            uses);
                case Keyword.MATCHED -> addIf(next == Keyword.BY, SyntaxFeature.MERGE_BY_SOURCE, tokens, at, 3, uses);
                case Keyword.INDENT -> addIf(next == ')', SyntaxFeature.XMLSERIALIZE_INDENT, tokens, at, 1, uses);
                case Keyword.ADMIN ->
                    addIf(
                            next == Keyword.TRUE || next == Keyword.FALSE,
                            SyntaxFeature.GRANT_ROLE_OPTIONS,
                            tokens,
                            at,
                            2,
                            uses);
                case Keyword.DEFAULT ->
                    addIf(isCopyOption(tokens, first, at), SyntaxFeature.COPY_OPTION_DEFAULT, tokens, at, 1, uses);
                case Token.ICONST, Token.FCONST ->
                    addIf(isNewNumber(tokens.written(at)), SyntaxFeature.INTEGER_LITERALS, tokens, at, 1, uses);
                default -> {}
            }
        }
    }

    private static void addIf(boolean found, SyntaxFeature feature, Tokens tokens, int at, int length, List<Use> uses) {
        if (found) {
            add(feature, tokens, at, length, uses);
        }
    }

    private static void add(SyntaxFeature feature, Tokens tokens, int at, int length, List<Use> uses) {
        int last = Math.min(at + length, tokens.size()) - 1;
        uses.add(new Use(feature, new SourceRange(tokens.start(at), tokens.end(last))));
    }

    /** {@code copy t from stdin (log_verbosity default)}: DEFAULT as a value, not as an option's name. */
    private static boolean isCopyOption(Tokens tokens, int first, int at) {
        int next = kind(tokens, at + 1);
        return tokens.kind(first) == Keyword.COPY && tokens.kind(at - 1) >= Token.IDENT && (next == ',' || next == ')');
    }

    private static int kind(Tokens tokens, int at) {
        return at < tokens.size() ? tokens.kind(at) : Token.EOF;
    }

    /** {@code 1_000}, {@code 0xff}, {@code 0o17}, {@code 0b1}. */
    private static boolean isNewNumber(String written) {
        return written.indexOf('_') >= 0
                || (written.length() > 2 && written.charAt(0) == '0' && "xXoObB".indexOf(written.charAt(1)) >= 0);
    }
}
