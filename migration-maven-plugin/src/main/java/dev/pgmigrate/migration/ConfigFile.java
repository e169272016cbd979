package dev.pgmigrate.migration;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The few settings that another tool's file holds for us: {@code .properties} and {@code .conf}, YAML and TOML, as far as such
 * files use them for words, numbers and lists of words.
 *
 * <p>Keys are those of the whole path, {@code spring.flyway.default-schema}, and equal whether written with hyphens or in
 * camel case, as Spring reads them.
 */
final class ConfigFile {
    private static final Pattern SECTION = Pattern.compile("\\[+\\s*([^\\]]+?)\\s*\\]+\\s*(?:#.*)?");
    private static final Pattern TOML = Pattern.compile("\\s*([\\w.\"-]+)\\s*=\\s*(.*)");
    private static final Pattern TOML_LIST = Pattern.compile("[\\w.\"-]+\\s*=\\s*\\[");
    private static final Pattern YAML = Pattern.compile("(\\s*)([\\w.\"'-]+)\\s*:(?:\\s+(.*))?");
    private static final Pattern ITEM = Pattern.compile("\\s*-\\s+(.*)");

    private final Map<String, List<String>> values = new HashMap<>();

    private ConfigFile() {}

    /** Returns what {@code file} says; nothing where it is not there or cannot be read. */
    static ConfigFile read(Path file) {
        ConfigFile config = new ConfigFile();
        if (!Files.isRegularFile(file)) {
            return config;
        }
        try {
            String text = Files.readString(file);
            String name = file.getFileName().toString();
            if (name.endsWith(".toml")) {
                config.readToml(text);
            } else if (name.endsWith(".yml") || name.endsWith(".yaml")) {
                config.readYaml(text);
            } else {
                config.readProperties(text);
            }
        } catch (IOException | IllegalArgumentException e) {
            // It is the other tool's file: that one says what is wrong with it.
            return new ConfigFile();
        }
        return config;
    }

    /** Returns the values of {@code key}; empty where it is not set. */
    List<String> list(String key) {
        return values.getOrDefault(normal(key), List.of());
    }

    Optional<String> value(String key) {
        return list(key).stream().findFirst();
    }

    /** Tells whether any key begins with {@code prefix}. */
    boolean has(String prefix) {
        return values.keySet().stream().anyMatch(key -> key.startsWith(normal(prefix)));
    }

    /** Returns the keys that are set, but for some. */
    Set<String> keysBut(Set<String> some) {
        Set<String> keys = new TreeSet<>(values.keySet());
        some.forEach(key -> keys.remove(normal(key)));
        return keys;
    }

    private static String normal(String key) {
        return key.replaceAll("[-\"']", "").toLowerCase(Locale.ROOT);
    }

    private void add(String key, String value) {
        String words = value.strip();
        if (words.startsWith("[") && words.endsWith("]")) {
            words = words.substring(1, words.length() - 1);
        }
        List<String> list = values.computeIfAbsent(normal(key), unset -> new ArrayList<>());
        for (String word : words.split(",", -1)) {
            String bare = word.strip().replaceAll("^[\"']|[\"']$", "");
            if (!bare.isEmpty()) {
                list.add(bare);
            }
        }
    }

    private void readProperties(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        properties
                .stringPropertyNames()
                .forEach(key -> add(key.replaceAll("\\[[0-9]+\\]$", ""), properties.getProperty(key)));
    }

    private void readToml(String text) {
        String section = "";
        for (String line : tomlLines(text)) {
            Matcher head = SECTION.matcher(line.strip());
            Matcher setting = TOML.matcher(line);
            if (head.matches()) {
                section = head.group(1) + ".";
            } else if (setting.matches()) {
                add(section + setting.group(1), setting.group(2));
            }
        }
    }

    /** Returns the lines without comments, a list on several lines as one. */
    private static List<String> tomlLines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : text.lines().toList()) {
            String bare = withoutComment(line).strip();
            open.append(bare);
            boolean list = !open.isEmpty() && TOML_LIST.matcher(open).lookingAt();
            if (!list || bare.endsWith("]")) {
                lines.add(open.toString());
                open.setLength(0);
            }
        }
        return lines;
    }

    private void readYaml(String text) {
        Deque<Integer> indents = new ArrayDeque<>();
        Deque<String> keys = new ArrayDeque<>();
        for (String line : text.lines().toList()) {
            Matcher item = ITEM.matcher(line);
            Matcher setting = YAML.matcher(line);
            if (item.matches()) {
                add(path(keys), withoutComment(item.group(1)));
            } else if (setting.matches()) {
                while (!indents.isEmpty()
                        && indents.peekLast() >= setting.group(1).length()) {
                    indents.removeLast();
                    keys.removeLast();
                }
                indents.addLast(setting.group(1).length());
                keys.addLast(setting.group(2));
                add(path(keys), withoutComment(setting.group(3) == null ? "" : setting.group(3)));
            }
        }
    }

    private static String path(Deque<String> keys) {
        return String.join(".", keys);
    }

    private static String withoutComment(String value) {
        return value.replaceAll("(^|\\s)#.*$", "");
    }
}
