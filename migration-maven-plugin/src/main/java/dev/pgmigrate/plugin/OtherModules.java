package dev.pgmigrate.plugin;

import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Runs a goal from the command line in the modules that declare the plugin, each with its own configuration.
 *
 * <p>To Maven, a goal that works without a pom is an aggregator when it is run from the command line: Maven calls it
 * once, in the topmost module of the build, and in no other.
 */
final class OtherModules {
    private final Log log;
    private final Module module;
    private final MavenSession session;
    private final MojoExecution execution;
    private final LifecycleExecutor lifecycle;
    private final BuildPluginManager plugins;

    OtherModules(AbstractMigrateMojo mojo) {
        this.log = mojo.getLog();
        this.module = new Module(mojo);
        this.session = Module.require(mojo.session);
        this.execution = Module.require(mojo.execution);
        this.lifecycle = Module.require(mojo.lifecycle);
        this.plugins = Module.require(mojo.plugins);
    }

    /** The work of a goal in one module. */
    @FunctionalInterface
    interface Run {
        void run() throws MojoExecutionException, MojoFailureException;
    }

    /**
     * Does {@code here}, then runs the same goal in the other modules; after a failure only if Maven is told to continue.
     *
     * @throws MojoFailureException if the first module to fail failed
     * @throws MojoExecutionException if it could not run
     */
    void after(Run here) throws MojoExecutionException, MojoFailureException {
        Exception failure = attempt(here, null);
        for (MavenProject other : module.othersOfTypedGoal()) {
            if (failure != null && failsFast()) {
                break;
            }
            failure = attempt(() -> runIn(other), failure);
        }
        if (failure instanceof MojoExecutionException unable) {
            throw unable;
        }
        if (failure instanceof MojoFailureException failed) {
            throw failed;
        }
    }

    private static @Nullable Exception attempt(Run run, @Nullable Exception earlier) {
        try {
            run.run();
            return earlier;
        } catch (MojoExecutionException | MojoFailureException e) {
            return earlier == null ? e : earlier;
        }
    }

    private boolean failsFast() {
        return MavenExecutionRequest.REACTOR_FAIL_FAST.equals(session.getReactorFailureBehavior());
    }

    private void runIn(MavenProject other) throws MojoExecutionException, MojoFailureException {
        String id = execution.getExecutionId();
        log.info("");
        log.info("--- " + execution.getGoal() + " (" + id + ") @ " + other.getArtifactId() + " ---");
        MavenSession there = session.clone();
        there.setCurrentProject(other);
        try {
            String task = execution.getGroupId() + ":" + execution.getArtifactId() + ":" + module.versionIn(other) + ":"
                    + execution.getGoal() + "@" + id;
            for (MojoExecution planned :
                    lifecycle.calculateExecutionPlan(there, true, task).getMojoExecutions()) {
                plugins.executeMojo(there, planned);
            }
        } catch (MojoExecutionException | MojoFailureException e) {
            throw e;
        } catch (Exception e) { // whatever keeps Maven from planning or configuring a goal
            throw new MojoExecutionException(
                    "The goal cannot be started in " + other.getArtifactId() + ": " + e.getMessage(), e);
        }
    }
}
