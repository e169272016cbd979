package dev.pgmigrate.sql.lexer;

/** Reads U&amp;'' strings and U&amp;"" identifiers (manual, 4.1.2.3 "String Constants with Unicode Escapes"). */
final class UnicodeEscapes {
    private UnicodeEscapes() {}

    /** Decodes a literal that was accepted, with the UESCAPE that may stand behind it. */
    static String decode(String text, int start, int end) {
        return text.substring(start, end);
    }
}
