package dev.pgmigrate.postgres;

/** String constants as they are written in SQL (PostgreSQL manual, 4.1.2.1 "String Constants"). */
public final class Literal {
    private Literal() {}

    /** Returns {@code text} in quotes, as the server's {@code quote_literal} does, so that no setting changes what it holds. */
    public static String quote(String text) {
        String doubled = text.replace("'", "''");
        return doubled.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }
}
