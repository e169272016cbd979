package dev.pgmigrate.plugin;

import dev.pgmigrate.migration.NearestNames;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.proof.Preludes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** Resolves the parameter {@code prelude}: names of built-in preludes, or files of the project. */
final class PreludeParameter {
    /** Leaves out what would run by itself. */
    private static final String NONE = "none";

    private static final Pattern RESTRICTION = Pattern.compile("(?m)^\\\\(?:un)?restrict\\b.*$");

    private PreludeParameter() {}

    static List<SqlFile> files(@Nullable List<String> values, Path base) throws MojoExecutionException {
        List<SqlFile> files = new ArrayList<>();
        for (String value : values == null ? List.<String>of() : values) {
            if (value.strip().equals(NONE)) {
                continue;
            }
            Optional<SqlFile> named = Preludes.named(value.strip());
            files.add(named.isPresent() ? named.get() : file(value.strip(), base));
        }
        return files;
    }

    private static SqlFile file(String value, Path base) throws MojoExecutionException {
        Path file = base.resolve(value).normalize();
        if (!Files.isRegularFile(file)) {
            throw new MojoExecutionException("The parameter prelude names \"" + value + "\": there is no such file in "
                    + base + ", and no built-in prelude of that name. "
                    + NearestNames.question(
                            value,
                            Preludes.NAMES,
                            "Name an SQL file, or one of "
                                    + String.join(
                                            ", ",
                                            Preludes.NAMES.stream().sorted().toList())
                                    + "."));
        }
        try {
            return SqlFile.of(file, value, withoutRestriction(Files.readString(file)));
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "The prelude " + value + " cannot be read: " + e.getMessage() + ". Save it as UTF-8.", e);
        }
    }

    /** Empties the lines in which pg_dump tells psql to refuse other commands of psql (manual, pg_dump, "Notes"). */
    static String withoutRestriction(String dump) {
        return RESTRICTION.matcher(dump).replaceAll("");
    }
}
