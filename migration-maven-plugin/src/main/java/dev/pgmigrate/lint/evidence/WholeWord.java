package dev.pgmigrate.lint.evidence;

import java.util.Locale;

/** Whether a text names something: as a whole word, in any case. */
public final class WholeWord {
    private WholeWord() {}

    public static boolean isIn(String name, String text) {
        String wanted = name.toLowerCase(Locale.ROOT);
        String lower = text.toLowerCase(Locale.ROOT);
        for (int at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            if ((at == 0 || !isPart(lower.charAt(at - 1))) && (end == lower.length() || !isPart(lower.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPart(char character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }
}
