package dev.pgmigrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.RuleId;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new rule begins as files that compile and pass for a rule; what is left to fill in says so. */
class NewRuleTest {
    private static final RuleId ID = new RuleId("index-on-a-view");
    private static final String RULES = "migration-maven-plugin/src/main/java/dev/pgmigrate/lint/rules/";
    private static final List<String> CHANGED = List.of(
            RULES + "design/DesignRules.java",
            "migration-maven-plugin/src/test/resources/dev/pgmigrate/lint/rules/rule-ids.txt",
            "pom.xml");

    @TempDir
    private Path project;

    @BeforeEach
    void copyWhatItChanges() throws IOException {
        for (String name : CHANGED) {
            Path copy = project.resolve(name);
            Files.createDirectories(copy.resolveSibling(""));
            Files.copy(Path.of("..").resolve(name), copy);
        }
    }

    @Test
    void classAndCatalogueCompile() throws IOException {
        List<Path> written = new NewRule(project, ID, Category.DESIGN).write();

        assertThat(compile(project.resolve(written.get(0)), project.resolve(RULES + "design/DesignRules.java")))
                .isEmpty();
    }

    @Test
    void linesAreInTheOrderOfTheirNeighbours() throws IOException {
        new NewRule(project, ID, Category.DESIGN).write();

        List<String> ids = Files.readAllLines(project.resolve(CHANGED.get(1)));
        assertThat(ids).contains(ID + " " + NewRule.version(project)).isSorted();
        assertThat(Files.readAllLines(project.resolve(CHANGED.get(0))).stream()
                        .filter(line -> line.startsWith("            new ")))
                .contains("            new IndexOnAView(),")
                .isSorted();
    }

    @Test
    void fixturesAndPageKeepTheLawsThatNeedNoAuthor() throws IOException {
        List<Path> written = new NewRule(project, ID, Category.DESIGN).write();

        String page = Files.readString(project.resolve(written.get(1)));
        Fixture unsafe = Fixture.parse(Files.readString(project.resolve(written.get(2))));
        Fixture safe = Fixture.parse(Files.readString(project.resolve(written.get(3))));
        assertThat(page.lines().filter(line -> line.startsWith("## ")).toList()).isEqualTo(RulePage.HEADINGS);
        assertThat(unsafe.expected()).hasSize(1);
        assertThat(safe.expected()).isEmpty();
        assertThat(unsafe.files()).isEqualTo(safe.files());
        assertThat(page).contains(Fixture.shown(Files.readString(project.resolve(written.get(2)))));
        assertThat(page).contains(Fixture.shown(Files.readString(project.resolve(written.get(3)))));
    }

    @Test
    void secondRunRefusesAndChangesNothing() throws IOException {
        new NewRule(project, ID, Category.DESIGN).write();
        Map<Path, String> before = texts();

        assertThatThrownBy(() -> new NewRule(project, ID, Category.DESIGN).write())
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("IndexOnAView.java")
                .hasMessageContaining("index-on-a-view");
        assertThat(texts()).isEqualTo(before);
    }

    private static List<String> compile(Path... sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
            List<String> options = List.of(
                    "-Xlint:all,-processing,-path",
                    "-proc:none",
                    "-cp",
                    place(Rule.class) + File.pathSeparator + place(NullMarked.class),
                    "-d",
                    Files.createTempDirectory(sources[0].resolveSibling(""), "classes")
                            .toString());
            compiler.getTask(null, files, diagnostics, options, null, files.getJavaFileObjects(sources))
                    .call();
        }
        return diagnostics.getDiagnostics().stream().map(Object::toString).toList();
    }

    private static Path place(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private Map<Path, String> texts() throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> file, NewRuleTest::text, (one, other) -> one, TreeMap::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
