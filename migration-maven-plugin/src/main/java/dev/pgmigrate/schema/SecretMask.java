package dev.pgmigrate.schema;

import java.util.Map;
import java.util.regex.Pattern;

/** Keeps passwords and keys in options and settings out of every report. */
public final class SecretMask {
    private static final String MASK = "********";
    private static final Pattern NAME = Pattern.compile(
            ".*(passw|secret|token|credential|private|apikey|api_key|access_key|jwt).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPTION = Pattern.compile("(?m)^([^=\n]+)=.*$");

    private SecretMask() {}

    /** Returns whether {@code value} stands for a secret, and is none to write down. */
    public static boolean isMasked(String value) {
        return value.equals(MASK);
    }

    /** Masks the secrets of the object {@code key}. */
    static void mask(SnapshotKey key, Map<String, String> properties) {
        if (key.kind() == ObjectKind.SETTING && NAME.matcher(key.name()).matches()) {
            properties.replace("value", MASK);
        }
        properties.computeIfPresent(
                "options",
                (property, options) -> OPTION.matcher(options)
                        .replaceAll(option -> NAME.matcher(option.group(1)).matches() ? "$1=" + MASK : "$0"));
    }
}
