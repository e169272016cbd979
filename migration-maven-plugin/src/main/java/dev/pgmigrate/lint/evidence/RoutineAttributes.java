package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.sql.ast.FunctionOption;
import dev.pgmigrate.sql.ast.SettingChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The attributes of a routine that differ from their defaults. */
public final class RoutineAttributes {
    private RoutineAttributes() {}

    /** Returns what to write for each attribute, by its kind: {@code security} to {@code SECURITY DEFINER}. */
    public static Map<String, String> of(List<FunctionOption> options) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (FunctionOption option : options) {
            if (option instanceof FunctionOption.Security security) {
                put(attributes, "security", security.definer(), "SECURITY DEFINER");
            } else if (option instanceof FunctionOption.Volatility volatility) {
                boolean other = volatility.volatility() != FunctionOption.VolatilityKind.VOLATILE;
                put(attributes, "volatility", other, volatility.volatility().name());
            } else if (option instanceof FunctionOption.Strict strict) {
                put(attributes, "strict", strict.strict(), "STRICT");
            } else if (option instanceof FunctionOption.Leakproof leakproof) {
                put(attributes, "leakproof", leakproof.leakproof(), "LEAKPROOF");
            } else if (option instanceof FunctionOption.Parallel parallel) {
                String level = parallel.level().text().toUpperCase(Locale.ROOT);
                put(attributes, "parallel", !level.equals("UNSAFE"), "PARALLEL " + level);
            } else if (option instanceof FunctionOption.Setting setting) {
                put(attributes, setting.change());
            }
        }
        return attributes;
    }

    /** Returns the kinds of the attributes about which anything is written, the default included. */
    public static boolean isWritten(String kind, List<FunctionOption> options) {
        for (FunctionOption option : options) {
            boolean about = option instanceof FunctionOption.Setting setting
                    ? kind.equals(key(setting.change()))
                    : option.getClass().getSimpleName().toLowerCase(Locale.ROOT).equals(kind);
            if (about) {
                return true;
            }
        }
        return false;
    }

    private static void put(Map<String, String> attributes, SettingChange change) {
        switch (change.kind()) {
            case RESET_ALL -> attributes.keySet().removeIf(key -> key.startsWith("set "));
            case RESET, DEFAULT -> attributes.remove(key(change));
            default -> attributes.put(key(change), "SET " + change.name());
        }
    }

    private static String key(SettingChange change) {
        return "set " + change.name().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, String> attributes, String kind, boolean other, String text) {
        if (other) {
            attributes.put(kind, text);
        } else {
            attributes.remove(kind);
        }
    }
}
