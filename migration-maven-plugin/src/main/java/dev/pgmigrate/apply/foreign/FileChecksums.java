package dev.pgmigrate.apply.foreign;

import dev.pgmigrate.migration.Migration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Compares a file with a checksum from another tool, if its form shows how it was computed. */
final class FileChecksums {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]+");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,10}");

    private FileChecksums() {}

    /** Returns whether {@code file} has the checksum {@code written}; empty if it is unclear how that was computed. */
    static Optional<Boolean> agree(Migration file, String written) {
        String checksum = written.strip().toLowerCase(Locale.ROOT);
        String algorithm = algorithm(checksum);
        if (algorithm != null) {
            return Optional.of(file.checksum().hex().equals(checksum)
                    || digest(algorithm, bytes(file)).equals(checksum)
                    || digest(algorithm, file.source().text().getBytes(StandardCharsets.UTF_8))
                            .equals(checksum));
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
        file.source().text().lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        return Integer.toString((int) sum.getValue());
    }

    private static byte[] bytes(Migration file) {
        try {
            return Files.readAllBytes(file.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }
}
