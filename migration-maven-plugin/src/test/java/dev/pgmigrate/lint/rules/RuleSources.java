package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The classes of the rules and of their helpers, as they lie in the sources. */
final class RuleSources {
    private static final Path FOLDER = Path.of("src/main/java/dev/pgmigrate/lint/rules");

    private RuleSources() {}

    static Path of(Rule rule) {
        return FOLDER.resolve(rule.category().word()).resolve(rule.getClass().getSimpleName() + ".java");
    }

    /** Returns the full names of all classes. */
    static List<String> classNames() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .map(file -> FOLDER.relativize(file).toString())
                    .map(name -> RuleCatalog.class.getPackageName() + "."
                            + name.replace(".java", "").replace('/', '.'))
                    .toList();
        }
    }

    /** Returns the lines of a rule's class and of the classes beside it that it leads to, but imports and blank lines. */
    static Map<String, Long> toRead(Rule rule) throws IOException {
        Map<String, String> open = beside(rule);
        Map<String, Long> read = new TreeMap<>();
        Deque<String> next = new ArrayDeque<>(List.of(rule.getClass().getSimpleName()));
        while (!next.isEmpty()) {
            String name = next.pop();
            String source = open.remove(name);
            if (source != null) {
                read.put(name, source.lines().filter(RuleSources::hasToBeRead).count());
                open.keySet().stream()
                        .filter(other -> source.matches("(?s).*\\b" + other + "\\b.*"))
                        .forEach(next::push);
            }
        }
        return read;
    }

    private static boolean hasToBeRead(String line) {
        return !line.startsWith("import ") && !line.isBlank();
    }

    private static Map<String, String> beside(Rule rule) throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.list(of(rule).resolveSibling(""))) {
            for (Path file : files.toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return sources;
    }
}
