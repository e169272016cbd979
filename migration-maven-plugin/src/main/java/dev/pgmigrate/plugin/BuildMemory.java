package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.LintMemory;
import org.apache.maven.project.MavenProject;

/** Keeps with a module what its goals found out in this build. */
final class BuildMemory {
    private static final String KEY = LintMemory.class.getName();

    private BuildMemory() {}

    static LintMemory of(AbstractMigrateMojo mojo) {
        MavenProject module = Module.require(mojo.project);
        // Another version of the plugin in the same build has a class of its own.
        if (module.getContextValue(KEY) instanceof LintMemory memory) {
            return memory;
        }
        LintMemory memory = new LintMemory();
        module.setContextValue(KEY, memory);
        return memory;
    }
}
