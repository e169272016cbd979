package dev.pgmigrate.plugin;

import dev.pgmigrate.apply.plan.DatabaseContent;
import dev.pgmigrate.goal.Baseline.Start;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.postgres.QualifiedName;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;

/** The parameters of {@code baseline} that say where a history starts. */
final class BaselineParameters {
    private BaselineParameters() {}

    static Start start(BaselineMojo mojo) throws MojoExecutionException {
        String version = mojo.baselineVersion;
        String adopt = mojo.adopt;
        if ((version == null) == (adopt == null)) {
            throw new MojoExecutionException("Set one of migrate.baselineVersion, the newest version that the database"
                    + " already has, and migrate.adopt, the table of another tool or auto.");
        }
        if (version != null) {
            if (!MigrationVersion.isVersion(version)) {
                throw new MojoExecutionException(
                        "The parameter baselineVersion is \"" + version + "\"; it takes the version of a migration.");
            }
            return new Start.UpTo(MigrationVersion.of(version));
        }
        Map<String, String> files = files(mojo);
        if (adopt.equals("auto") || DatabaseContent.Kind.of(adopt).isPresent()) {
            return new Start.Tool(adopt, files);
        }
        int dot = adopt.indexOf('.');
        QualifiedName table = dot < 0
                ? QualifiedName.of("public", adopt)
                : QualifiedName.of(adopt.substring(0, dot), adopt.substring(dot + 1));
        return new Start.Table(table, files);
    }

    private static Map<String, String> files(BaselineMojo mojo) throws MojoExecutionException {
        Map<String, String> files = new LinkedHashMap<>();
        if (mojo.adoptFiles == null || mojo.adoptFiles.isBlank()) {
            return files;
        }
        for (String choice : mojo.adoptFiles.split(",", -1)) {
            int equals = choice.indexOf('=');
            if (equals < 1 || equals == choice.length() - 1) {
                throw new MojoExecutionException("The parameter adoptFiles holds \"" + choice
                        + "\"; it takes version=file, such as 003=003_add_email.sql, or 003=none.");
            }
            files.put(
                    choice.substring(0, equals).strip(),
                    choice.substring(equals + 1).strip());
        }
        return files;
    }
}
