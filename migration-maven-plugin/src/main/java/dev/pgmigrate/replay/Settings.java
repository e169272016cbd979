package dev.pgmigrate.replay;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The session settings that the file has changed so far, as they are in force for one statement (PostgreSQL manual,
 * {@code SET}: a session value ends with the session, a {@code LOCAL} one with the transaction, both with a rollback).
 */
public final class Settings {
    public static final Settings NONE = new Settings(Map.of());

    /** PostgreSQL manual, 19.1 "Setting Parameters". */
    private static final Set<String> OFF = Set.of("off", "false", "no", "0");

    private static final String ROLE = "role";
    private static final String SESSION_ROLE = "session_authorization";
    private static final String NO_ROLE = "none";

    private final Map<String, Setting> values;

    private Settings(Map<String, Setting> values) {
        this.values = values;
    }

    /**
     * One changed setting.
     *
     * @param value the value as written, without quotes; several values joined by commas
     * @param local whether it ends with the transaction
     * @param effective false for a {@code SET LOCAL} outside a transaction, which only warns
     * @param origin the statement that set it
     */
    public record Setting(String value, boolean local, boolean effective, Origin origin) {}

    /** Returns the value in force of {@code name} (lower case), if the file set one. */
    public Optional<Setting> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(Setting::effective);
    }

    /** Returns whether a setting that is on without a word is switched off. */
    public boolean isOff(String name) {
        return get(name)
                .filter(setting -> OFF.contains(setting.value().toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    /** Returns the role that the file has taken on, whose rights its statements have. */
    public Optional<String> role() {
        return get(ROLE).or(() -> get(SESSION_ROLE)).map(Setting::value);
    }

    /** Returns the last attempt to set {@code name}, effective or not. */
    public Optional<Setting> attempt(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public Map<String, Setting> all() {
        return values;
    }

    Settings with(String name, Setting setting) {
        Map<String, Setting> copy = new LinkedHashMap<>(values);
        copy.put(name, setting);
        if (name.equals(SESSION_ROLE) || (name.equals(ROLE) && setting.value().equals(NO_ROLE))) {
            copy.remove(ROLE);
        }
        return new Settings(Map.copyOf(copy));
    }

    Settings without(String name) {
        if (!values.containsKey(name)) {
            return this;
        }
        Map<String, Setting> copy = new LinkedHashMap<>(values);
        copy.remove(name);
        if (name.equals(SESSION_ROLE)) {
            copy.remove(ROLE);
        }
        return new Settings(Map.copyOf(copy));
    }

    /** Returns what is left when the transaction commits: the {@code LOCAL} ones end. */
    Settings committed() {
        Map<String, Setting> copy = new LinkedHashMap<>(values);
        copy.values().removeIf(Setting::local);
        return copy.size() == values.size() ? this : new Settings(Map.copyOf(copy));
    }
}
