package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.NewChoice;
import dev.pgmigrate.lint.Flavour;
import dev.pgmigrate.scaffold.Known;
import dev.pgmigrate.scaffold.New;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** Turns the parameters of a new migration into a request. */
final class NewParameters {
    private NewParameters() {}

    static New.Request request(AbstractTemplateMojo mojo) throws MojoExecutionException {
        String name = given(mojo, "name", mojo.name);
        if (name == null || name.isBlank()) {
            throw new MojoExecutionException(
                    "Nothing was written: say what the migration does, -Dname=add_email_to_users.");
        }
        Map<String, String> given = new HashMap<>();
        put(given, "table", given(mojo, "table", mojo.table));
        put(given, "column", given(mojo, "column", mojo.column));
        put(given, "to", given(mojo, "to", mojo.to));
        put(given, "type", given(mojo, "type", mojo.type));
        put(given, "object", given(mojo, "object", mojo.object));
        put(given, "value", given(mojo, "value", mojo.value));
        put(given, "references", given(mojo, "references", mojo.references));
        // Its longer name is that of the role that runs the files.
        put(given, "role", mojo.role);
        put(given, "condition", given(mojo, "condition", mojo.condition));
        Path base = new Module(mojo).base();
        File rollback = mojo.rollbackLocation;
        return new New.Request(
                base,
                mojo.namedFolders(),
                rollback == null ? null : rollback.toPath(),
                base.resolve(mojo.templates),
                name,
                "blank",
                given,
                LintParameters.constant(Flavour.class, "flavour", mojo.flavour)
                        .name()
                        .toLowerCase(Locale.ROOT),
                LintParameters.postgresVersion(mojo.postgresVersion).major(),
                new Known(NewChoice.execution(LintParameters.runner(mojo.runner)), Map.of(), Set.of()),
                LocalDateTime.now(ZoneOffset.UTC));
    }

    /** Returns the kind that was asked for, or null for the one that the name means. */
    static @Nullable String kind(AbstractTemplateMojo mojo) {
        return given(mojo, "kind", mojo.kind);
    }

    /** Returns a value under either name, {@code -Dname} as the archetype has it or {@code -Dmigrate.name}. */
    private static @Nullable String given(AbstractTemplateMojo mojo, String parameter, @Nullable String value) {
        return value != null
                ? value
                : Module.require(mojo.session).getUserProperties().getProperty(ParameterNames.PREFIX + parameter);
    }

    private static void put(Map<String, String> given, String hole, @Nullable String value) {
        if (value != null) {
            given.put(hole, value);
        }
    }
}
