package dev.pgmigrate.sql.lexer;

/**
 * Puts some of the tokens of a text together as if they stood alone, each where it was: PL/pgSQL has to cut SQL out of what
 * is around it, and {@code INTO} out of SQL.
 */
public final class TokenExcerpt {
    private final Tokens source;
    private final Tokens excerpt;
    private int end;

    public TokenExcerpt(Tokens source) {
        this.source = source;
        this.excerpt = source.emptyCopy();
    }

    /** Adds the tokens from {@code from} up to, but without, {@code to}. */
    public TokenExcerpt tokens(int from, int to) {
        for (int token = from; token < to; token++) {
            excerpt.addFrom(source, token);
        }
        end = to;
        return this;
    }

    /** Adds {@code keyword} in the place of {@code token}. */
    public TokenExcerpt keyword(int keyword, int token) {
        excerpt.addFrom(source, token);
        excerpt.setLastKind(keyword);
        end = token + 1;
        return this;
    }

    /** Returns the tokens; their end stands where the token behind the last one starts. */
    public Tokens end() {
        excerpt.addEndFrom(source, end);
        return excerpt;
    }
}
