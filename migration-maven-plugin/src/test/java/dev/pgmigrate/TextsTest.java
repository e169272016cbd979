package dev.pgmigrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What our texts send a reader to is there: messages, comments, pages, templates, README and archetype. */
class TextsTest {
    private static final Path ROOT =
            Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());

    /** A word after {@code migrate:}, but for our artifact ids and for placeholders such as {@code migrate:<goal>}. */
    private static final Pattern WORD = Pattern.compile("\\bmigrate:(?!migration-)([a-z][a-z-]*)");

    private static final Pattern SECTION = Pattern.compile("This project's documentation, \"([^\"]+)\"");

    /** Comments of ours and of dbmate, and a misspelling that a page shows. */
    private static final Set<String> DIRECTIVES = Set.of(
            "ignore",
            "ignore-file",
            "transaction",
            "timeout",
            "requires",
            "ensures",
            "irreversible",
            "up",
            "down",
            "ignroe");

    @Test
    void everyGoalThatATextNamesIsAGoal() throws Exception {
        Set<String> words = new TreeSet<>(DIRECTIVES);
        words.addAll(PluginDescriptor.goals());
        List<String> unknown = new ArrayList<>();
        for (Path file : texts()) {
            Matcher word = WORD.matcher(Files.readString(file));
            while (word.find()) {
                if (!words.contains(word.group(1))) {
                    unknown.add(ROOT.relativize(file) + ": " + word.group());
                }
            }
        }
        assertThat(unknown)
                .as("words after migrate: that are neither a goal nor a directive")
                .isEmpty();
    }

    @Test
    void everySectionThatARuleNamesIsThere() throws Exception {
        Set<String> headings = new TreeSet<>();
        for (Path page : files("migration-maven-plugin/src/site/markdown")) {
            Files.readAllLines(page).stream()
                    .filter(line -> line.startsWith("#"))
                    .forEach(line -> headings.add(line.replaceFirst("^#+ ", "")));
        }
        Set<String> named = new TreeSet<>();
        for (Path file : texts()) {
            SECTION.matcher(Files.readString(file)).results().forEach(section -> named.add(section.group(1)));
        }
        assertThat(named).isNotEmpty().isSubsetOf(headings);
    }

    private static List<Path> texts() throws IOException {
        List<Path> texts = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        for (String folder : List.of(
                "migration-maven-plugin/src/main",
                "migration-maven-plugin/src/site/markdown",
                "migration-archetype/src/main")) {
            texts.addAll(files(folder));
        }
        return texts;
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(Files::isRegularFile).filter(TextsTest::isText).toList();
        }
    }

    private static boolean isText(Path file) {
        try {
            return !new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains("\uFFFD");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
