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

/**
 * Prints the page of a rule: what it finds, why that hurts, and what to do instead. Without a rule, lists all rules.
 */
@Mojo(name = "explain", requiresProject = false, aggregator = true, threadSafe = true)
public final class ExplainMojo extends AbstractMojo {
    /**
     * The rule to explain, such as {@code drop-policy-first}: its id, the name that Squawk, Eugene or strong_migrations has
     * for it, a category, an SQLSTATE, or a word on its page. Where several are meant, they are listed.
     */
    @Parameter(property = "migrate.rule")
    @Nullable
    String rule;

    /**
     * Where to write the pages of all rules as Markdown instead of printing one, for your own site: {@code
     * ${project.build.directory}/generated-site/markdown/rules} in the phase {@code pre-site}.
     */
    @Parameter(property = "migrate.pageDirectory")
    @Nullable
    File pageDirectory;

    /** Whether to skip the goal. */
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
        String wanted = rule;
        List<Explain.RuleLine> rules = wanted == null || wanted.isBlank() ? Explain.table() : Explain.find(wanted);
        if (rules.isEmpty()) {
            throw unknown(String.valueOf(wanted), Explain.table());
        }
        // Not through Maven's log, which puts a word before each line that somebody wants to copy, and is silent at -q.
        Terminal.print(lines(rules, palette));
    }

    private static List<String> lines(List<Explain.RuleLine> rules, Palette palette) {
        if (rules.size() > 1) {
            return RulePages.table(rules, Terminal.width(), palette);
        }
        return RulePages.page(rules.get(0), Terminal.width(), palette);
    }

    private static MojoExecutionException unknown(String rule, List<Explain.RuleLine> rules) {
        List<String> known = rules.stream().map(line -> line.id().value()).toList();
        return new MojoExecutionException("There is no rule \"" + rule + "\". " + RuleId.question(rule, known));
    }
}
