package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Explain;
import dev.pgmigrate.lint.RuleId;
import dev.pgmigrate.report.Palette;
import dev.pgmigrate.report.RulePages;
import java.io.File;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Prints a rule's page: what it finds, why that hurts, and how to do it instead. Without a rule, all rules in a line each. */
@Mojo(name = "explain", requiresProject = false, aggregator = true, threadSafe = true)
public final class ExplainMojo extends AbstractMojo {
    /** The rule to explain, such as {@code drop-policy-first}. */
    @Parameter(property = "migrate.rule")
    @Nullable
    String rule;

    /**
     * Where to write the pages of all rules as Markdown instead of printing one, for a site of one's own:
     * {@code ${project.build.directory}/generated-site/markdown/rules} in the phase {@code pre-site}.
     */
    @Parameter(property = "migrate.pageDirectory")
    @Nullable
    File pageDirectory;

    /** Whether to do nothing. */
    @Parameter(property = "migrate.skip", defaultValue = "false")
    boolean skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    @Nullable
    MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    @Nullable
    MojoExecution execution;

    @Override
    public void execute() throws MojoExecutionException {
        if (skip) {
            getLog().info("Skipped, since migrate.skip is set.");
            return;
        }
        new MisspeltParameters(getLog(), Module.require(session), Module.require(execution)).name();
        if (pageDirectory != null) {
            getLog().info(ReportFiles.writeRules(pageDirectory.toPath()));
            return;
        }
        Palette palette = Terminal.palette(session);
        List<Explain.RuleLine> rules = Explain.table();
        String wanted = rule;
        if (wanted == null) {
            RulePages.table(rules, palette).forEach(getLog()::info);
            return;
        }
        String page = Explain.page(wanted).orElseThrow(() -> unknown(wanted, rules));
        RulePages.page(page, palette).forEach(getLog()::info);
    }

    private static MojoExecutionException unknown(String rule, List<Explain.RuleLine> rules) {
        List<String> known = rules.stream().map(line -> line.id().value()).toList();
        return new MojoExecutionException("There is no rule \"" + rule + "\". " + RuleId.question(rule, known));
    }
}
