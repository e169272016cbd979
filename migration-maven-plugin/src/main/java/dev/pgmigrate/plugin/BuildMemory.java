package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.LintMemory;
import org.apache.maven.project.MavenProject;

/** Keeps what the goals of a module found out in this build. */
final class BuildMemory {
    private static final String KEY = LintMemory.class.getName();

    private BuildMemory() {}

    static LintMemory of(AbstractMigrateMojo mojo) {
        MavenProject module = Module.require(mojo.project);
        // Another version of the plugin in the same build has its own copy of this class.
        if (module.getContextValue(KEY) instanceof LintMemory memory) {
            return memory;
        }
        LintMemory memory = new LintMemory();
        module.setContextValue(KEY, memory);
        return memory;
    }
}
