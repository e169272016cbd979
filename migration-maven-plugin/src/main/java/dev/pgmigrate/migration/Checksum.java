package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceRange;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a migration's text, in hexadecimal: what the history records of a file.
 *
 * <p>It ignores a byte order mark, the difference between CR LF and LF, and lines with only a {@code -- migrate:}
 * directive, so that a checkout on Windows changes nothing, and an applied file can still be annotated.
 *
 * @param hex 64 hexadecimal digits in lower case
 */
public record Checksum(String hex) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public Checksum {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("Not a SHA-256 in lower-case hexadecimal: \"" + hex + "\"");
        }
    }

    /** Returns the checksum of a migration's whole text. */
    public static Checksum of(CharSequence text) {
        return new Checksum(HexFormat.of().formatHex(CheckedText.of(text).sha256()));
    }

    /** Returns the checksum of a part of a text, all of it. */
    public static Checksum of(CharSequence text, SourceRange part) {
        Sha256 hash = new Sha256();
        hash.add(text, part.start(), part.end());
        return new Checksum(HexFormat.of().formatHex(hash.digest()));
    }

    @Override
    public String toString() {
        return hex;
    }
}
