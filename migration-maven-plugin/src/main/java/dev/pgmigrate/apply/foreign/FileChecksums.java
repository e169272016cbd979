package dev.pgmigrate.apply.foreign;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.sql.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Compares a file with a checksum from another tool, if its form shows how it was computed. */
final class FileChecksums {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]+");
    private static final int PART = 1 << 16;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,10}");

    private FileChecksums() {}

    /** Returns whether {@code file} has the checksum {@code written}; empty if it is unclear how that was computed. */
    static Optional<Boolean> agree(Migration file, String written) {
        String checksum = written.strip().toLowerCase(Locale.ROOT);
        String algorithm = algorithm(checksum);
        if (algorithm != null) {
            return Optional.of(file.checksum().hex().equals(checksum)
                    || ofBytes(algorithm, file).equals(checksum)
                    || ofText(algorithm, file.source()).equals(checksum));
        }
        return NUMBER.matcher(checksum).matches() ? Optional.of(checksum.equals(flyway(file))) : Optional.empty();
    }

    private static @Nullable String algorithm(String checksum) {
        if (!HEX.matcher(checksum).matches()) {
            return null;
        }
        return switch (checksum.length()) {
            case 32 -> "MD5";
            case 40 -> "SHA-1";
            case 64 -> "SHA-256";
            default -> null;
        };
    }

    /** Returns the CRC-32 of the lines without their line ends, as Flyway stores it: a signed 32-bit number. */
    private static String flyway(Migration file) {
        CRC32 sum = new CRC32();
        read(file.source(), text -> sum.update(text.replaceAll("[\r\n]", "").getBytes(StandardCharsets.UTF_8)));
        return Integer.toString((int) sum.getValue());
    }

    private static String ofText(String algorithm, SourceText text) {
        MessageDigest digest = digest(algorithm);
        read(text, part -> digest.update(part.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Hands over a text in parts that do not cut a character. */
    private static void read(SourceText text, Consumer<String> taker) {
        for (int start = 0; start < text.length(); ) {
            int most = Math.min(start + PART, text.length());
            int end = most < text.length() && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
            taker.accept(text.substring(start, end));
            start = end;
        }
    }

    private static String ofBytes(String algorithm, Migration file) {
        MessageDigest digest = digest(algorithm);
        byte[] part = new byte[PART];
        try (InputStream in = Files.newInputStream(file.file())) {
            for (int count = in.read(part); count >= 0; count = in.read(part)) {
                digest.update(part, 0, count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }
}
