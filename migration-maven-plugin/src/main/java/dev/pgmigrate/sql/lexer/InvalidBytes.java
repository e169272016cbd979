package dev.pgmigrate.sql.lexer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Finds bytes that escapes such as {@code \\xE9} have put into a string and that are no UTF-8. */
final class InvalidBytes {
    private InvalidBytes() {}

    /** Returns the first such sequence as the server shows it, {@code 0xe9 0x62}; null where there is none. */
    static @Nullable String find(String body) {
        byte[] bytes = bytes(body);
        int at = 0;
        while (at < bytes.length) {
            int length = length(bytes[at]);
            if (!isValid(bytes, at, length)) {
                StringBuilder shown = new StringBuilder();
                for (int i = at; i < Math.min(at + length, bytes.length); i++) {
                    shown.append(i == at ? "" : " ").append(String.format("0x%02x", bytes[i]));
                }
                return shown.toString();
            }
            at += length;
        }
        return null;
    }

    private static byte[] bytes(String body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length());
        StringBuilder character = new StringBuilder();
        int at = 0;
        while (at < body.length()) {
            int next = at + 1;
            character.setLength(0);
            if (body.charAt(at) == '\\') {
                next = BackslashEscapes.decode(body, at, body.length(), character);
            } else {
                character.append(body.charAt(at));
                if (Character.isHighSurrogate(body.charAt(at)) && next < body.length()) {
                    character.append(body.charAt(next++));
                }
            }
            if (isByte(body, at)) {
                bytes.write(character.charAt(0));
            } else {
                bytes.writeBytes(character.toString().getBytes(StandardCharsets.UTF_8));
            }
            at = next;
        }
        return bytes.toByteArray();
    }

    private static boolean isByte(String body, int at) {
        if (body.charAt(at) != '\\' || at + 1 >= body.length()) {
            return false;
        }
        char kind = body.charAt(at + 1);
        return kind == 'x' || (kind >= '0' && kind <= '7');
    }

    private static int length(byte first) {
        if ((first & 0xE0) == 0xC0) {
            return 2;
        }
        if ((first & 0xF0) == 0xE0) {
            return 3;
        }
        return (first & 0xF8) == 0xF0 ? 4 : 1;
    }

    /** As the server judges (pg_utf8_islegal), and no zero byte. */
    private static boolean isValid(byte[] bytes, int at, int length) {
        if (length == 1) {
            return bytes[at] > 0;
        }
        if (at + length > bytes.length) {
            return false;
        }
        for (int i = at + 1; i < at + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return false;
            }
        }
        int first = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        return switch (first) {
            case 0xC0, 0xC1 -> false;
            case 0xE0 -> second >= 0xA0;
            case 0xED -> second <= 0x9F;
            case 0xF0 -> second >= 0x90;
            case 0xF4 -> second <= 0x8F;
            default -> first < 0xF5;
        };
    }
}
