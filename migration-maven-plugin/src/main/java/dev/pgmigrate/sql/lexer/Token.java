package dev.pgmigrate.sql.lexer;

/**
 * The kinds of token beside the keywords: a character's own code for the one-character tokens, and these.
 *
 * <p>Plain ints, because a token is three entries in three arrays ({@link Tokens}) and no object.
 */
public interface Token {
    int EOF = 0;

    int SCONST = 256;
    int BCONST = 257;
    int XCONST = 258;
    int ICONST = 259;
    int FCONST = 260;
    int PARAM = 261;
    int OP = 262;
    int TYPECAST = 263;
    int DOT_DOT = 264;
    int COLON_EQUALS = 265;
    int EQUALS_GREATER = 266;
    int LESS_EQUALS = 267;
    int GREATER_EQUALS = 268;
    int NOT_EQUALS = 269;

    /** NOT before BETWEEN, IN, LIKE, ILIKE or SIMILAR: the grammar has one token of lookahead and would need two. */
    int NOT_LA = 280;

    /** NULLS before FIRST or LAST. */
    int NULLS_LA = 281;

    /** WITH before TIME or ORDINALITY. */
    int WITH_LA = 282;

    /** WITHOUT before TIME. */
    int WITHOUT_LA = 283;

    /** FORMAT before JSON. */
    int FORMAT_LA = 284;

    /** What the scanner refuses; {@link Tokens#problem} tells why. */
    int ERROR = 290;

    /** A psql meta-command up to the end of its line: no SQL, so no statement goes across it. */
    int META_COMMAND = 291;

    /** An identifier; the first of the run of kinds that are words. */
    int IDENT = 299;

    int FIRST_UNRESERVED = 300;
    int FIRST_COL_NAME = 630;
    int FIRST_TYPE_FUNC_NAME = 693;
    int FIRST_RESERVED = 716;
}
