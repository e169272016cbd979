package dev.pgmigrate.drift;

import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SchemaDifference;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The differences to ignore. A pattern is {@code [kind] [schema.name] [#property]}, each part optional, with {@code *}
 * for anything: {@code trigger audit.*}, {@code #statistics target}. The plural of a property or a kind alone is enough:
 * {@code owners}, {@code grants}, {@code comments}, {@code triggers}.
 */
public final class IgnorePatterns {
    private static final Set<String> KINDS =
            Arrays.stream(ObjectKind.values()).map(ObjectKind::label).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> PROPERTIES = Set.of("owner", "grant", "comment", "security label");

    private final List<Ignored> patterns;

    private IgnorePatterns(List<Ignored> patterns) {
        this.patterns = patterns;
    }

    private record Ignored(
            @Nullable String kind,
            @Nullable Pattern name,
            @Nullable String property) {
        boolean matches(SchemaDifference difference) {
            return (kind == null || kind.equals(difference.key().kind().label()))
                    && (name == null
                            || name.matcher(difference.key().qualifiedName()).matches())
                    && (property == null
                            || property.equals(difference.property().orElse(null)));
        }
    }

    /** Parses patterns. */
    public static IgnorePatterns of(List<String> patterns) {
        return new IgnorePatterns(patterns.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(IgnorePatterns::parse)
                .toList());
    }

    boolean matches(SchemaDifference difference) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(difference));
    }

    private static Ignored parse(String text) {
        int hash = text.indexOf('#');
        String property = hash < 0 ? null : text.substring(hash + 1).strip();
        String object = hash < 0 ? text : text.substring(0, hash).strip();
        String singular = object.endsWith("s") ? object.substring(0, object.length() - 1) : object;
        if (property == null && PROPERTIES.contains(singular)) {
            return new Ignored(null, null, singular.equals("grant") ? "grants" : singular);
        }
        if (KINDS.contains(object) || KINDS.contains(singular)) {
            return new Ignored(KINDS.contains(object) ? object : singular, null, property);
        }
        String kind = KINDS.stream()
                .filter(label -> object.startsWith(label + " "))
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
        String name = kind == null ? object : object.substring(kind.length()).strip();
        return new Ignored(kind, name.isEmpty() ? null : glob(name), property);
    }

    private static Pattern glob(String text) {
        return Pattern.compile(
                Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }
}
