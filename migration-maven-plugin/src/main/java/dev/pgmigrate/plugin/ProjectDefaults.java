package dev.pgmigrate.plugin;

import dev.pgmigrate.migration.Guards;
import dev.pgmigrate.migration.MigrationFolderException;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.OtherTool;
import dev.pgmigrate.postgres.PostgresVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The defaults if nothing is configured and another tool runs the files: which tool it is, where its files are, which
 * server they are for and what a second run means to it. Each of these is reported in a line with its reason.
 */
final class ProjectDefaults {
    private static final String FLYWAY = "org.flywaydb";
    private static final String FLYWAY_PLUGIN = FLYWAY + ":flyway-maven-plugin";
    /** Goals after which the history is ours, whatever other tools there are. */
    private static final Set<String> OURS = Set.of("apply", "baseline", "repair", "rollback");

    private final AbstractMigrateMojo mojo;
    private final Log log;
    private final MavenProject project;
    private final Path base;
    private final List<Path> configured;
    private @Nullable OtherTool other;

    ProjectDefaults(AbstractMigrateMojo mojo) {
        this.mojo = mojo;
        this.log = mojo.getLog();
        this.project = Module.require(mojo.project);
        this.base = new Module(mojo).base();
        this.configured = mojo.namedFolders();
        this.other = OtherTool.in(base, configured).or(this::flywayOfPom).orElse(null);
    }

    /** Returns the folders, including subfolders if the tool that runs the files reads them too. */
    MigrationFolders folders() {
        List<Path> named = configured;
        Path rollback = mojo.rollbackLocation == null ? null : mojo.rollbackLocation.toPath();
        if (named.isEmpty() && other != null && !other.locations().isEmpty()) {
            named = other.locations();
            tell(
                    "locations",
                    String.join(",", named.stream().map(Path::toString).toList()),
                    other.reason());
        }
        if (configured.isEmpty() && other != null && !other.absent().isEmpty()) {
            log.info("Not read: " + String.join(", ", other.absent()) + ", which is no folder of this project ("
                    + other.reason() + ")");
        }
        MigrationFolders folders = MigrationFolders.find(base, named, rollback);
        if (other == null) {
            other = OtherTool.of(folders).orElse(null);
        }
        if (!readsSubFolders()) {
            return folders;
        }
        MigrationFolders all = folders.withSubFolders();
        int more = all.locations().size() - folders.locations().size();
        if (more > 0) {
            log.info("Read " + more + (more == 1 ? " sub-folder" : " sub-folders") + " as well, since Flyway does.");
        }
        return all;
    }

    private @Nullable String configuredRunner() {
        if (mojo instanceof AbstractLintMojo lint) {
            return lint.runner;
        }
        return mojo instanceof TestMojo test ? test.runner : null;
    }

    private boolean readsSubFolders() {
        String configured = configuredRunner();
        return configured == null
                ? other != null && other.kind() == OtherTool.Kind.FLYWAY
                : configured.strip().equalsIgnoreCase("flyway");
    }

    /** Fills in the parameters that are not set. */
    void fillIn(MigrationFolders folders) {
        if (mojo instanceof AbstractLintMojo lint) {
            fillIn(lint, folders);
        } else if (mojo instanceof TestMojo test) {
            fillIn(test, folders);
        }
    }

    /** Fills in the tool that will run a new file, which may be the first of its folder. */
    void fillIn(AbstractTemplateMojo template) {
        if (other == null) {
            try {
                other = OtherTool.of(MigrationFolders.find(base, configured, null))
                        .orElse(null);
            } catch (MigrationFolderException e) {
                log.debug("No folder says who runs its files: " + e.getMessage());
            }
        }
        if (other != null && template.runner == null && !isOurs()) {
            template.runner = told("runner", runner(other), other.reason());
        }
    }

    private void fillIn(AbstractLintMojo lint, MigrationFolders folders) {
        boolean ours =
                isOurs() || (lint instanceof AbstractDatabaseMojo database && DatabaseParameters.isNamed(database));
        if (other != null && !ours) {
            lint.runner = lint.runner == null ? told("runner", runner(other), other.reason()) : lint.runner;
            lint.searchPath = isUnset(lint.searchPath) ? searchPath(other) : lint.searchPath;
        }
        if (lint.postgresVersion == null) {
            lint.postgresVersion = version().orElse(null);
        }
        lint.rerun = lint.rerun == null ? rerun(lint.runner, folders) : lint.rerun;
    }

    private @Nullable String rerun(@Nullable String runner, MigrationFolders folders) {
        return runner != null && keepsHistory(runner) && !Guards.areIn(folders)
                ? told(
                        "rerun",
                        "tracked",
                        "the runner " + runner + " keeps a history and no file is guarded against a second run")
                : null;
    }

    private void fillIn(TestMojo test, MigrationFolders folders) {
        if (other != null) {
            test.runner = test.runner == null ? told("runner", runner(other), other.reason()) : test.runner;
            test.searchPath = isUnset(test.searchPath) ? searchPath(other) : test.searchPath;
        }
        if (test.postgresVersion == null) {
            test.usualVersion = version().orElse(null);
        }
        test.rerun = test.rerun == null ? rerun(test.runner, folders) : test.rerun;
    }

    /** If our goals write the history, the files run as {@code apply} runs them. */
    private boolean isOurs() {
        MojoExecution execution = Module.require(mojo.execution);
        Plugin plugin = project.getPlugin(execution.getGroupId() + ":" + execution.getArtifactId());
        boolean bound = plugin != null
                && plugin.getExecutions().stream()
                        .flatMap(each -> each.getGoals().stream())
                        .anyMatch(OURS::contains);
        return bound || OURS.contains(execution.getGoal());
    }

    /** Maven creates an empty list if a list is not configured. */
    static boolean isUnset(@Nullable List<String> list) {
        return list == null || list.isEmpty();
    }

    private static boolean keepsHistory(String runner) {
        return Set.of("flyway", "liquibase", "supabase").contains(runner.strip().toLowerCase(Locale.ROOT));
    }

    private static String runner(OtherTool tool) {
        return tool.kind().name().toLowerCase(Locale.ROOT);
    }

    private @Nullable List<String> searchPath(OtherTool tool) {
        if (tool.schemas().isEmpty()) {
            return null;
        }
        List<String> path = new ArrayList<>(List.of(tool.schemas().get(0)));
        if (!path.contains("public")) {
            path.add("public");
        }
        tell("searchPath", String.join(",", path), tool.reason());
        return path;
    }

    private Optional<String> version() {
        if (other == null || !other.majorVersion().matches("[0-9]{2}")) {
            return Optional.empty();
        }
        PostgresVersion version = new PostgresVersion(Integer.parseInt(other.majorVersion()));
        if (version.compareTo(PostgresVersion.OLDEST) < 0 || version.compareTo(PostgresVersion.NEWEST) > 0) {
            return Optional.empty();
        }
        return Optional.of(told("postgresVersion", other.majorVersion(), other.reason()));
    }

    private String told(String parameter, String value, String reason) {
        tell(parameter, value, reason);
        return value;
    }

    private void tell(String parameter, String value, String reason) {
        log.info(parameter + "=" + value + ", since " + reason + " (-Dmigrate." + parameter + " says otherwise)");
    }

    private Optional<OtherTool> flywayOfPom() {
        Plugin plugin = project.getPlugin(FLYWAY_PLUGIN);
        if (plugin != null) {
            Object configuration = plugin.getConfiguration();
            List<String> schemas = Stream.concat(
                            words(configuration, "defaultSchema").stream(), words(configuration, "schemas").stream())
                    .distinct()
                    .toList();
            return Optional.of(
                    OtherTool.flyway(base, words(configuration, "locations"), schemas, "the pom has " + FLYWAY_PLUGIN));
        }
        return project.getDependencies().stream()
                .filter(dependency -> dependency.getArtifactId().equals("spring-boot-starter-flyway")
                        || (dependency.getGroupId().equals(FLYWAY)
                                && dependency.getArtifactId().startsWith("flyway-")))
                .findFirst()
                .map(dependency -> OtherTool.flyway(
                        base, List.of(), List.of(), "the pom depends on " + dependency.getArtifactId()));
    }

    /** Returns the values of a parameter of Flyway's plugin, in one element or in a list of elements. */
    private static List<String> words(Object configuration, String parameter) {
        Xpp3Dom element = configuration instanceof Xpp3Dom dom ? dom.getChild(parameter) : null;
        if (element == null) {
            return List.of();
        }
        Stream<String> values = element.getChildCount() == 0
                ? Stream.ofNullable(element.getValue()).flatMap(list -> Stream.of(list.split(",")))
                : Stream.of(element.getChildren()).map(Xpp3Dom::getValue);
        return values.map(String::strip).filter(word -> !word.isEmpty()).toList();
    }
}
