package dev.pgmigrate.lint;

import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.replay.Runner;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a project wants to be judged.
 *
 * @param rules severities by rule id; they win over those by category
 * @param categories severities by category
 * @param rerun whether files must survive a second run
 * @param flavour which kind of database the files are for
 * @param runner who will run the files
 * @param lintFromOrNull the version before which files only build up context, or null
 * @param target the oldest server that the files must run on
 * @param failOn the least severity that fails
 * @param searchPath the schemas of names without one, before a file says otherwise
 * @param exposedSchemas the schemas that an API serves, for the RLS rules
 * @param runnerSetsTimeouts whether the runner itself sets {@code lock_timeout}
 * @param todayOrNull the day by which {@code until=} of a suppression is judged, or null for the one on which it is asked
 * @param ruleOptions what the rules are told beside their severities
 */
public record LintSettings(
        Map<RuleId, Severity> rules,
        Map<Category, Severity> categories,
        Rerun rerun,
        Flavour flavour,
        Runner runner,
        @Nullable MigrationVersion lintFromOrNull,
        PostgresVersion target,
        FailOn failOn,
        List<String> searchPath,
        Set<String> exposedSchemas,
        boolean runnerSetsTimeouts,
        @Nullable LocalDate todayOrNull,
        RuleOptions ruleOptions) {

    public LintSettings {
        rules = Map.copyOf(rules);
        categories = Map.copyOf(categories);
        searchPath = List.copyOf(searchPath);
        exposedSchemas = Set.copyOf(exposedSchemas);
    }

    /** Returns what holds where nothing is configured. */
    public static LintSettings defaults() {
        return new LintSettings(
                Map.of(),
                Map.of(),
                Rerun.REQUIRED,
                Flavour.AUTO,
                Runner.MIGRATE,
                null,
                PostgresVersion.OLDEST,
                FailOn.ERROR,
                List.of("public"),
                Set.of("public"),
                false,
                null,
                RuleOptions.NONE);
    }

    public Optional<MigrationVersion> lintFrom() {
        return Optional.ofNullable(lintFromOrNull);
    }

    /** Returns the day by which {@code until=} of a suppression is judged. */
    public LocalDate today() {
        return todayOrNull == null ? LocalDate.now(ZoneId.systemDefault()) : todayOrNull;
    }

    public LintSettings withRules(Map<RuleId, Severity> other) {
        Copy copy = new Copy(this);
        copy.rules = other;
        return copy.made();
    }

    public LintSettings withCategories(Map<Category, Severity> other) {
        Copy copy = new Copy(this);
        copy.categories = other;
        return copy.made();
    }

    public LintSettings withRerun(Rerun other) {
        Copy copy = new Copy(this);
        copy.rerun = other;
        return copy.made();
    }

    public LintSettings withFlavour(Flavour other) {
        Copy copy = new Copy(this);
        copy.flavour = other;
        return copy.made();
    }

    public LintSettings withRunner(Runner other) {
        Copy copy = new Copy(this);
        copy.runner = other;
        return copy.made();
    }

    public LintSettings withLintFrom(@Nullable MigrationVersion other) {
        Copy copy = new Copy(this);
        copy.lintFromOrNull = other;
        return copy.made();
    }

    public LintSettings withTarget(PostgresVersion other) {
        Copy copy = new Copy(this);
        copy.target = other;
        return copy.made();
    }

    public LintSettings withFailOn(FailOn other) {
        Copy copy = new Copy(this);
        copy.failOn = other;
        return copy.made();
    }

    public LintSettings withSearchPath(List<String> other) {
        Copy copy = new Copy(this);
        copy.searchPath = other;
        return copy.made();
    }

    public LintSettings withToday(LocalDate other) {
        Copy copy = new Copy(this);
        copy.todayOrNull = other;
        return copy.made();
    }

    public LintSettings withRuleOptions(RuleOptions other) {
        Copy copy = new Copy(this);
        copy.ruleOptions = other;
        return copy.made();
    }

    /** These settings, while one of them is changed. */
    private static final class Copy {
        private Map<RuleId, Severity> rules;
        private Map<Category, Severity> categories;
        private Rerun rerun;
        private Flavour flavour;
        private Runner runner;
        private @Nullable MigrationVersion lintFromOrNull;
        private PostgresVersion target;
        private FailOn failOn;
        private List<String> searchPath;
        private Set<String> exposedSchemas;
        private boolean runnerSetsTimeouts;
        private @Nullable LocalDate todayOrNull;
        private RuleOptions ruleOptions;

        Copy(LintSettings of) {
            rules = of.rules;
            categories = of.categories;
            rerun = of.rerun;
            flavour = of.flavour;
            runner = of.runner;
            lintFromOrNull = of.lintFromOrNull;
            target = of.target;
            failOn = of.failOn;
            searchPath = of.searchPath;
            exposedSchemas = of.exposedSchemas;
            runnerSetsTimeouts = of.runnerSetsTimeouts;
            todayOrNull = of.todayOrNull;
            ruleOptions = of.ruleOptions;
        }

        LintSettings made() {
            return new LintSettings(
                    rules,
                    categories,
                    rerun,
                    flavour,
                    runner,
                    lintFromOrNull,
                    target,
                    failOn,
                    searchPath,
                    exposedSchemas,
                    runnerSetsTimeouts,
                    todayOrNull,
                    ruleOptions);
        }
    }
}
