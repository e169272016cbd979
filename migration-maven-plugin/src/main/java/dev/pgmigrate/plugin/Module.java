package dev.pgmigrate.plugin;

import dev.pgmigrate.migration.MigrationFolderException;
import dev.pgmigrate.migration.MigrationFolders;
import java.io.File;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The module that a goal was invoked in, and whether the goal belongs there.
 *
 * <p>Maven runs a goal that is bound in a parent's pom in every module, but only a few modules have migrations: those
 * whose own pom declares the plugin. A goal from the command line also belongs in the folder where Maven was started.
 */
final class Module {
    private static final String COMMAND = "mvn migrate:";

    private final MavenProject project;
    private final MavenSession session;
    private final MojoExecution execution;
    private final boolean folderNamed;
    private final @Nullable File reportDirectory;

    Module(AbstractMigrateMojo mojo) {
        this.project = require(mojo.project);
        this.session = require(mojo.session);
        this.execution = require(mojo.execution);
        this.reportDirectory = mojo.reportDirectory;
        this.folderNamed = mojo.locations != null && !mojo.locations.isEmpty();
    }

    /** Returns a parameter that Maven injects before it runs a goal. */
    static <T> T require(@Nullable T injected) {
        return Objects.requireNonNull(injected, "Maven fills this in before it calls a goal");
    }

    /** Returns the project's folder, or, without a project, the one that Maven was started in. */
    Path base() {
        return base(project);
    }

    /** Returns the folder for the reports. */
    Path reports() {
        File named = reportDirectory;
        if (named != null) {
            return base().resolve(named.toPath());
        }
        // Maven's own pom for a folder without one names a folder of a literal ${project.basedir}.
        Path built = project.getFile() == null
                ? base().resolve("target")
                : Path.of(project.getBuild().getDirectory());
        return built.resolve("migrate");
    }

    private Path base(MavenProject candidate) {
        File folder = candidate.getBasedir();
        return folder == null ? Path.of(session.getExecutionRootDirectory()) : folder.toPath();
    }

    boolean isPlaceOfTheGoal() {
        if (declaresThePlugin(project) || isMeantForTheChosen()) {
            return true;
        }
        if (!typed() || !project.isExecutionRoot()) {
            return false;
        }
        boolean another = session.getProjects().stream().anyMatch(this::declaresThePlugin);
        return !another || folderNamed || hasUsualFolder(project);
    }

    /** With {@code -pl} the folder that Maven was started in takes no part, and a typed goal is meant for the chosen modules. */
    private boolean isMeantForTheChosen() {
        return typed()
                && session.getProjects().stream()
                        .noneMatch(chosen -> chosen.isExecutionRoot() || declaresThePlugin(chosen));
    }

    /** Returns the modules of this build whose own pom declares the plugin. */
    List<String> modulesThatDeclareThePlugin() {
        return session.getProjects().stream()
                .filter(this::declaresThePlugin)
                .map(MavenProject::getArtifactId)
                .toList();
    }

    /** Returns the other modules that the goal has to run in, because Maven calls it only here. */
    List<MavenProject> othersOfTypedGoal() {
        if (!typed() || !project.equals(session.getTopLevelProject())) {
            return List.of();
        }
        boolean chosen = isMeantForTheChosen();
        return session.getProjects().stream()
                .filter(other ->
                        !other.equals(project) && (declaresThePlugin(other) || (chosen && hasUsualFolder(other))))
                .toList();
    }

    /** Returns the version of the plugin that {@code other} uses. */
    String versionIn(MavenProject other) {
        Plugin plugin = other.getPlugin(execution.getGroupId() + ":" + execution.getArtifactId());
        return plugin == null || plugin.getVersion() == null ? execution.getVersion() : plugin.getVersion();
    }

    /** Returns {@code text} with commands that work here: without a pom, Maven cannot resolve the prefix. */
    String withCommands(String text) {
        return project.getFile() != null ? text : text.replace(COMMAND, longCommand());
    }

    /** Returns a writer to {@code out} that does the same. */
    Writer withCommands(Writer out) {
        return project.getFile() != null ? out : new CommandWriter(out, COMMAND, longCommand());
    }

    private String longCommand() {
        return "mvn " + execution.getGroupId() + ":" + execution.getArtifactId() + ":";
    }

    /** Returns what the reports of {@code goal} are named after: with the execution's id where the pom has several of it. */
    String reportName(String goal) {
        Plugin plugin = project.getPlugin(execution.getGroupId() + ":" + execution.getArtifactId());
        boolean several = plugin != null
                && plugin.getExecutions().stream()
                                .filter(other -> other.getGoals().contains(execution.getGoal()))
                                .count()
                        > 1;
        return typed() || !several
                ? goal
                : goal + "-" + execution.getExecutionId().replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /** Returns the name that tells this module from the others of the build; empty where there is no other. */
    String nameInBuild() {
        return session.getProjects().size() > 1 ? project.getArtifactId() : "";
    }

    /** Returns what a report calls this module: its pom's name for it and its version, or the folder's where it has no pom. */
    String nameWithVersion() {
        return project.getFile() == null
                ? String.valueOf(base().toAbsolutePath().normalize().getFileName())
                : project.getName() + " " + project.getVersion();
    }

    /** Returns a path as people read it: below the folder where Maven was started. */
    String shown(Path path) {
        return shown(Path.of(session.getExecutionRootDirectory()), path);
    }

    boolean typed() {
        return execution.getSource() == MojoExecution.Source.CLI;
    }

    private boolean declaresThePlugin(MavenProject candidate) {
        Model own = candidate.getOriginalModel();
        return declaresThePlugin(own.getBuild())
                || own.getProfiles().stream().map(Profile::getBuild).anyMatch(this::declaresThePlugin);
    }

    private boolean declaresThePlugin(@Nullable BuildBase build) {
        return build != null
                && build.getPlugins().stream()
                        .anyMatch(plugin -> execution.getGroupId().equals(plugin.getGroupId())
                                && execution.getArtifactId().equals(plugin.getArtifactId()));
    }

    private boolean hasUsualFolder(MavenProject candidate) {
        Path base = base(candidate);
        return MigrationFolders.USUAL.stream().anyMatch(folder -> Files.isDirectory(base.resolve(folder)));
    }

    /** Explains why there is no folder to work on, and what to do. */
    String explain(MigrationFolderException e) {
        List<String> folders =
                e.folders().stream().map(folder -> shown(e.base(), folder)).toList();
        return switch (e.problem()) {
            case NONE_FOUND ->
                "There is no folder with migrations in " + e.base() + ": none of " + String.join(", ", folders)
                        + " exists. " + elsewhere(e.base());
            case SEVERAL_FOUND ->
                "It is unclear where the migrations are: both " + String.join(" and ", folders)
                        + " exist in " + e.base() + ". Name one in <locations> or -Dmigrate.locations=" + folders.get(0)
                        + ".";
            case MISSING ->
                "The folder " + folders.get(0) + " does not exist in " + e.base()
                        + ". Correct <locations> or -Dmigrate.locations.";
            case NOT_A_FOLDER ->
                folders.get(0) + " is a file, not a folder with migrations."
                        + " Correct <locations> or -Dmigrate.locations.";
            case UNREADABLE -> "The folder " + folders.get(0) + " cannot be read. Make it readable for this user.";
        };
    }

    private String elsewhere(Path base) {
        List<String> modules = session.getAllProjects().stream()
                .filter(other -> !other.equals(project) && hasUsualFolder(other))
                .map(MavenProject::getArtifactId)
                .toList();
        if (modules.isEmpty()) {
            return NearbyFolders.advice(base)
                    .orElse("Create one of them, or name yours in <locations> or -Dmigrate.locations.");
        }
        return modules.size() == 1
                ? "The module " + modules.get(0) + " has one: declare the plugin in its pom."
                : "The modules " + String.join(", ", modules) + " have one: declare the plugin in their poms.";
    }

    private static String shown(Path base, Path folder) {
        Path shown = folder.startsWith(base) ? base.relativize(folder) : folder;
        return shown.toString().replace('\\', '/');
    }
}
