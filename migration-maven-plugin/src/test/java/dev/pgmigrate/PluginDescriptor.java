package dev.pgmigrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;

/** The goals that Maven finds, as the compiled Mojos declare them: the descriptor is written from the same, but not by an IDE. */
final class PluginDescriptor {
    private static final String NO_PHASE = "NONE";

    private PluginDescriptor() {}

    /** Returns the goals in alphabetical order. */
    static List<String> goals() {
        return mojos().stream().map(PluginDescriptor::name).sorted().toList();
    }

    /** Returns each goal with the phase that it is bound to by default, or {@code –}. */
    static List<String> goalsWithPhases() {
        return mojos().stream()
                .map(mojo -> name(mojo) + " " + phase(mojo))
                .sorted()
                .toList();
    }

    private static List<JavaAnnotation<JavaClass>> mojos() {
        List<JavaAnnotation<JavaClass>> mojos = new ClassFileImporter()
                .importPackages("dev.pgmigrate.plugin").stream()
                        .flatMap(type -> type.tryGetAnnotationOfType(Mojo.class.getName()).stream())
                        .toList();
        assertThat(mojos).as("the Mojos").isNotEmpty();
        return mojos;
    }

    private static String name(JavaAnnotation<JavaClass> mojo) {
        return mojo.get("name").map(Object::toString).orElseThrow();
    }

    private static String phase(JavaAnnotation<JavaClass> mojo) {
        Optional<String> phase = mojo.get("defaultPhase").map(value -> ((JavaEnumConstant) value).name());
        return phase.filter(name -> !name.equals(NO_PHASE))
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse("–");
    }
}
