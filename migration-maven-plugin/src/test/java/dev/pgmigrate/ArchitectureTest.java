package dev.pgmigrate;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.pgmigrate.apply.RequirementFailedException;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.apply.run.OutcomeUnknownException;
import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.goal.StoppedException;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.migration.MigrationFolderException;
import dev.pgmigrate.postgres.PlantedUpwardImport;
import dev.pgmigrate.server.LockWaitException;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.sql.parser.SyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.pgmigrate");

    @Test
    void importsPointDown() {
        classes().should(HouseLayers.importDownOnly()).check(HOUSE);
    }

    @Test
    void anUpwardImportIsCaught() {
        JavaClasses planted = new ClassFileImporter().importClasses(PlantedUpwardImport.class);

        assertThatThrownBy(() -> classes().should(HouseLayers.importDownOnly()).check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("PlantedUpwardImport")
                .hasMessageContaining("dev.pgmigrate.migration.TransactionMode");
    }

    @Test
    void thereAreNoCircles() {
        slices().matching("dev.pgmigrate.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void theLayersNameThePackagesThereAre() {
        Set<String> rooms = new TreeSet<>();
        HOUSE.forEach(javaClass -> rooms.add(HouseLayers.room(javaClass)));

        assertThat(new TreeSet<>(HouseLayers.ALLOWED.keySet()))
                .as("the packages of which the layers say what they may import")
                .isNotEmpty()
                .isEqualTo(rooms);
        assertThat(rooms).as("the packages that the layers let others import").containsAll(HouseLayers.importable());
    }

    /** A goal may have the name of what it makes: {@code migrate:fix} makes fixes. */
    @Test
    void aNameIsThatOfOneClass() {
        Map<String, List<String>> homes = HOUSE.stream()
                .filter(javaClass -> javaClass.isTopLevelClass()
                        && !javaClass.getSimpleName().equals("package-info")
                        && !javaClass.getPackageName().equals("dev.pgmigrate.goal"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getPackageName, Collectors.toList())));
        homes.values().removeIf(packages -> packages.size() == 1);

        assertThat(homes).isEmpty();
    }

    @Test
    void theCorePrintsNothing() {
        // A workflow command has to begin a line, which Maven's log does not allow.
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.pgmigrate.plugin.Terminal")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(HOUSE);
    }

    /** What is public can reach the user, who is to read a sentence and no stack trace. */
    @Test
    void publicExceptionsExplainThemselvesOrCarryValuesThatAnEdgePutsIntoWords() {
        classes()
                .that()
                .areAssignableTo(RuntimeException.class)
                .and()
                .arePublic()
                .and()
                .doNotBelongToAnyOf(
                        LockWaitException.class,
                        MigrationFolderException.class,
                        OutcomeUnknownException.class,
                        RequirementFailedException.class,
                        ServerException.class,
                        StatementFailedException.class,
                        StoppedException.class,
                        SyntaxException.class)
                .should()
                .beAssignableTo(ExplainedException.class)
                .check(HOUSE);
    }

    /** In a migration's own transaction or session, where its settings decide, SQL of ours is qualified by hand. */
    @Test
    void ownSqlRunsUnderItsOwnSettings() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.pgmigrate.server")
                .and()
                .doNotHaveSimpleName("ObjectProbe")
                .and()
                .doNotHaveSimpleName("SupabaseMirror")
                .and()
                .doNotHaveSimpleName("BodyProver") // a body sees what its session sees
                .should()
                .callMethodWhere(target(owner(type(ServerConnection.class)))
                        .and(target(nameMatching("query|queryOne|update|jdbc"))))
                .check(HOUSE);
    }

    /** Files are judged on several threads at once. */
    @Test
    void rulesKeepNothing() {
        fields().that()
                .areDeclaredInClassesThat()
                .areAssignableTo(Rule.class)
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("..lint.rules..")
                .should()
                .beFinal()
                .andShould()
                .beStatic()
                .check(HOUSE);
    }

    @Test
    void classesAreFinalUnlessTheyAreBases() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotAnonymousClasses()
                .and()
                .doNotHaveSimpleName("HelpMojo")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .orShould()
                .haveModifier(JavaModifier.ABSTRACT)
                .check(HOUSE.that(DescribedPredicate.not(JavaClass.Predicates.assignableTo(Throwable.class))));
    }
}
