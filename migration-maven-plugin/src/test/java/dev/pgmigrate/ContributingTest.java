package dev.pgmigrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide draws the house as it is. */
class ContributingTest {
    private static final Path ROOT =
            Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
    private static final Path GUIDE = ROOT.resolve(".github/CONTRIBUTING.md");

    /** A class, {@code `Linter`} or {@code `Migrations.read`}. */
    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+[A-Za-z]*)(?:\\.[a-z]\\w*)?`");

    @Test
    void drawsEveryPackage() throws IOException {
        Set<String> real = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.pgmigrate").stream()
                        .map(HouseLayers::room)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(new TreeSet<>(drawn())).isEqualTo(real).isEqualTo(new TreeSet<>(HouseLayers.ALLOWED.keySet()));
        assertThat(drawn()).doesNotHaveDuplicates();
    }

    @Test
    void drawsWhatIsImportedBelowWhatImports() throws IOException {
        List<String> rooms = drawn();
        List<String> upwards = new ArrayList<>();
        HouseLayers.ALLOWED.forEach((room, imports) -> imports.stream()
                .filter(other -> !other.equals(room))
                .filter(other -> rooms.indexOf(other) <= rooms.indexOf(room))
                .forEach(other -> upwards.add(room + " imports " + other)));

        assertThat(upwards).as("imports that point up in the drawing").isEmpty();
    }

    @Test
    void namesClassesThatAreThere() throws IOException {
        Set<String> classes = new TreeSet<>();
        for (String folder : List.of("migration-maven-plugin/src", "it/src/test/java")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .forEach(name -> classes.add(name.replace(".java", "")));
            }
        }
        Set<String> named = CLASS.matcher(Files.readString(GUIDE))
                .results()
                .map((MatchResult word) -> word.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(10);
        named.removeAll(classes);
        assertThat(named).as("classes that the guide names and nobody has").isEmpty();
    }

    /** Returns the packages of the drawing from top to bottom. */
    private static List<String> drawn() throws IOException {
        Matcher section = Pattern.compile("<!-- packages:[^>]*-->\\s*```\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE));
        assertThat(section.find()).as("the guide marks its packages").isTrue();
        return section.group(1)
                .lines()
                .map(line -> line.strip().replaceFirst("\\s.*", ""))
                .toList();
    }
}
