package dev.pgmigrate.plugin;

import dev.pgmigrate.lint.Flavour;
import dev.pgmigrate.scaffold.New;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** Turns the parameters of a new migration into a request. */
final class NewParameters {
    private NewParameters() {}

    static New.Request request(AbstractTemplateMojo mojo) throws MojoExecutionException {
        if (mojo.name == null || mojo.name.isBlank()) {
            throw new MojoExecutionException(
                    "Nothing was written: say what the migration does, -Dname=add_email_to_users.");
        }
        Map<String, String> given = new HashMap<>();
        put(given, "table", mojo.table);
        put(given, "column", mojo.column);
        put(given, "to", mojo.to);
        put(given, "type", mojo.type);
        put(given, "object", mojo.object);
        put(given, "value", mojo.value);
        Path base = new Module(mojo).base();
        File rollback = mojo.rollbackLocation;
        List<String> locations = mojo.locations == null ? List.of() : mojo.locations;
        return new New.Request(
                base,
                locations.stream().map(Path::of).toList(),
                rollback == null ? null : rollback.toPath(),
                base.resolve(mojo.templates),
                mojo.name,
                mojo.kind,
                given,
                LintParameters.constant(Flavour.class, "flavour", mojo.flavour)
                        .name()
                        .toLowerCase(Locale.ROOT),
                LintParameters.postgresVersion(mojo.postgresVersion).major(),
                LocalDateTime.now(ZoneOffset.UTC));
    }

    private static void put(Map<String, String> given, String hole, @Nullable String value) {
        if (value != null) {
            given.put(hole, value);
        }
    }
}
