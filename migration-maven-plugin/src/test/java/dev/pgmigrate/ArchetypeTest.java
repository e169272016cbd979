package dev.pgmigrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.pgmigrate.scaffold.New;
import dev.pgmigrate.sql.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The archetype runs classes of the plugin from its own jar, where nothing else of the house is. */
class ArchetypeTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.pgmigrate");

    @Test
    void copiesThePackagesOfAllThatANewMigrationNeeds() throws Exception {
        assertThat(packages(closure(New.class)))
                .as("the packages of what %s needs, of which migration-archetype/pom.xml copies all", New.class)
                .isEqualTo(copied());
    }

    @Test
    void aClassOfAnotherPackageIsSeen() {
        assertThat(packages(closure(SourceText.class))).contains("sql").doesNotContain("scaffold");
    }

    /** Returns what {@code start} can load: whatever a class names, what that names, and so on. */
    private static Set<JavaClass> closure(Class<?> start) {
        Set<JavaClass> reached = new TreeSet<>((a, b) -> a.getName().compareTo(b.getName()));
        Deque<JavaClass> next = new ArrayDeque<>();
        next.add(HOUSE.get(start));
        while (!next.isEmpty()) {
            JavaClass javaClass = next.remove();
            if (reached.add(javaClass)) {
                javaClass.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(target -> target.getPackageName().startsWith("dev.pgmigrate"))
                        .forEach(next::add);
            }
        }
        return reached;
    }

    private static Set<String> packages(Set<JavaClass> classes) {
        return classes.stream().map(HouseLayers::room).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> copied() throws Exception {
        Path pom = Path.of("").toAbsolutePath().resolveSibling("migration-archetype/pom.xml");
        return Pattern.compile("<include>dev/pgmigrate/([a-z/]+)/\\*\\*</include>")
                .matcher(Files.readString(pom))
                .results()
                .map((MatchResult include) -> include.group(1).replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
