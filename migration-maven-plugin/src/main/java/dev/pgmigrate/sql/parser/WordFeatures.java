package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.SyntaxFeature;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Lexer;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.lexer.Tokens;
import dev.pgmigrate.sql.parser.SyntaxFeatures.Use;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The features that words alone give away, because they stand in this order nowhere else in the grammar. */
final class WordFeatures {
    private WordFeatures() {}

    static void find(SourceText source, SourceRange statement, List<Use> uses) {
        Tokens tokens = Lexer.scan(source.text(), statement);
        if (kind(tokens, 0) == Keyword.CLUSTER && kind(tokens, 1) == '(' && kind(tokens, tokens.size() - 1) == ')') {
            uses.add(new Use(SyntaxFeature.CLUSTER_OPTIONS_WITHOUT_TABLE, statement));
        }
        for (int at = 0; at < tokens.size(); at++) {
            SyntaxFeature feature = at(tokens, at);
            if (feature != null) {
                uses.add(new Use(feature, tokens.range(at)));
            }
        }
    }

    private static @Nullable SyntaxFeature at(Tokens tokens, int at) {
        int next = kind(tokens, at + 1);
        switch (tokens.kind(at)) {
            case Keyword.NULLS -> {
                return next == Keyword.DISTINCT || (next == Keyword.NOT && kind(tokens, at + 2) == Keyword.DISTINCT)
                        ? SyntaxFeature.NULLS_DISTINCT
                        : null;
            }
            case Keyword.AT -> {
                return next == Keyword.LOCAL ? SyntaxFeature.AT_LOCAL : null;
            }
            case Keyword.RETURNING -> {
                return next == Keyword.WITH && kind(tokens, at + 2) == '(' ? SyntaxFeature.RETURNING_WITH : null;
            }
            case Keyword.MATCHED -> {
                return next == Keyword.BY ? SyntaxFeature.MERGE_BY_SOURCE : null;
            }
            case Keyword.DEFAULT -> {
                boolean value = at > 1 && tokens.kind(at - 1) >= Token.IDENT && (next == ',' || next == ')');
                return value && kind(tokens, 0) == Keyword.COPY ? SyntaxFeature.COPY_OPTION_DEFAULT : null;
            }
            case Keyword.ADMIN -> {
                return next == Keyword.TRUE || next == Keyword.FALSE ? SyntaxFeature.GRANT_ROLE_OPTIONS : null;
            }
            case Keyword.INDENT -> {
                return next == ')' ? SyntaxFeature.XMLSERIALIZE_INDENT : null;
            }
            case Token.ICONST, Token.FCONST -> {
                return isNewNumber(tokens.written(at)) ? SyntaxFeature.INTEGER_LITERALS : null;
            }
            default -> {
                return null;
            }
        }
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
