package dev.pgmigrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The goals with their parameters as Markdown, read from the sources of the Mojos: what a Javadoc says is in no class file. */
final class GoalPage {
    private static final Path SOURCES = Path.of("src/main/java/dev/pgmigrate/plugin");
    private static final Pattern CLASS = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(@Mojo\\(((?:[^()]|\\([^)]*\\))*)\\)\\s*)?(?:public )?(?:abstract|final) class (\\w+)"
                    + " extends (\\w+)",
            Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*@Parameter(?:\\(([^)]*)\\))?\\s+(?:@Nullable\\s+)?[\\w<>, ]+?\\s(\\w+)(?: = [^;]*)?;",
            Pattern.DOTALL);

    /** What several goals share, in the words of its heading. */
    private static final Map<String, String> SHARED = ordered(
            "AbstractMigrateMojo", "Every goal",
            "AbstractSeverityMojo", "Goals with severities",
            "AbstractLintMojo", "Goals that lint",
            "AbstractDatabaseMojo", "Goals that use a database",
            "AbstractWritingMojo", "Goals that change a database",
            "AbstractRunMojo", "Goals that run migrations",
            "AbstractTemplateMojo", "Goals that write files from templates");

    private static final Map<String, String> EXAMPLES = Map.of(
            "apply", " -Dmigrate.url=postgres://app@localhost/app",
            "baseline", " -Dmigrate.baselineVersion=20250131120000",
            "diff", " -Dmigrate.from=files -Dmigrate.to=postgres://app@localhost/app",
            "explain", " -Dmigrate.rule=drop-cascade",
            "fix", " -Dmigrate.write",
            "new", " -Dname=add_email_to_users",
            "repair", " -Dmigrate.url=postgres://app@localhost/app",
            "rollback", " -Dmigrate.url=postgres://app@localhost/app -Dmigrate.steps=1",
            "status", " -Dmigrate.url=postgres://app@localhost/app",
            "test", " -Dmigrate.postgresVersion=16");

    private final Map<String, Source> classes = new TreeMap<>();

    private GoalPage() {
        try (Stream<Path> files = Files.list(SOURCES)) {
            files.filter(file -> file.toString().endsWith("Mojo.java")).forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A class with parameters.
     *
     * @param mojo what its annotation says; empty for one that others extend
     * @param rows its parameters as rows of a table
     */
    private record Source(String text, String mojo, String parent, List<String> rows) {}

    /** Returns the sections of the page. */
    static String text() {
        return new GoalPage().sections();
    }

    private void read(Path file) {
        String source;
        try {
            source = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Matcher type = CLASS.matcher(source);
        if (!type.find()) {
            throw new IllegalStateException("No class with a comment in " + file);
        }
        List<String> rows = new ArrayList<>();
        PARAMETER
                .matcher(source)
                .results()
                .filter(parameter ->
                        parameter.group(2) == null || !parameter.group(2).contains("readonly"))
                .map(parameter -> row(
                        parameter.group(3), parameter.group(2) == null ? "" : parameter.group(2), parameter.group(1)))
                .forEach(rows::add);
        classes.put(
                type.group(4),
                new Source(plain(type.group(1)), type.group(3) == null ? "" : type.group(3), type.group(5), rows));
    }

    private static String row(String name, String annotation, String comment) {
        String property = value(annotation, "property");
        String standard = value(annotation, "defaultValue");
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        name,
                        property.isEmpty() ? "" : "`" + property + "`",
                        standard.isEmpty() ? "" : "`" + standard + "`",
                        plain(comment).replace("|", "\\|"));
    }

    private static String value(String annotation, String name) {
        Matcher value = Pattern.compile(name + " = \"([^\"]*)\"").matcher(annotation);
        return value.find() ? value.group(1) : "";
    }

    /** Returns a comment as one line of Markdown. */
    private static String plain(String comment) {
        return comment.replaceAll("(?m)^\\s*\\*", " ")
                .replaceAll("\\{@code\\s+([^}]*)}", "`$1`")
                .replaceAll("</?p>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private String sections() {
        StringBuilder text = new StringBuilder();
        SHARED.forEach((type, heading) -> {
            text.append("\n## ").append(heading).append("\n");
            table(text, shared(type));
        });
        classes.values().stream()
                .filter(source -> !source.mojo().isEmpty())
                .sorted((one, other) -> value(one.mojo(), "name").compareTo(value(other.mojo(), "name")))
                .forEach(goal -> goal(text, goal));
        return text.toString();
    }

    private void goal(StringBuilder text, Source goal) {
        String name = value(goal.mojo(), "name");
        text.append("\n## migrate:").append(name).append("\n\n").append(goal.text());
        text.append("\n\n```sh\nmvn migrate:").append(name).append(EXAMPLES.getOrDefault(name, ""));
        text.append("\n```\n");
        List<String> links = new ArrayList<>();
        for (String type = goal.parent();
                SHARED.containsKey(type);
                type = shared(type).parent()) {
            String heading = String.valueOf(SHARED.get(type));
            links.add(
                    0,
                    "[" + heading.substring(0, 1).toLowerCase(Locale.ROOT) + heading.substring(1) + "](#"
                            + heading.toLowerCase(Locale.ROOT).replace(' ', '-') + ")");
        }
        if (!links.isEmpty()) {
            text.append("\nIt has the parameters of ").append(String.join(", ", links));
            text.append(goal.rows().isEmpty() ? ".\n" : ", and:\n");
        }
        if (!goal.rows().isEmpty()) {
            table(text, goal);
        }
    }

    private Source shared(String type) {
        Source source = classes.get(type);
        if (source == null) {
            throw new IllegalStateException("There is no class " + type);
        }
        return source;
    }

    private static void table(StringBuilder text, Source source) {
        text.append("\n| in the pom | property | default | what it does |\n| --- | --- | --- | --- |\n");
        source.rows().forEach(row -> text.append(row).append('\n'));
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
