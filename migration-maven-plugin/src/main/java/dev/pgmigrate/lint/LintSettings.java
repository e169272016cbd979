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
 * How a project wants to be checked.
 *
 * @param rules severities by rule id; they take precedence over those by category
 * @param categories severities by category
 * @param rerun whether files must survive a second run
 * @param flavour which kind of database the files are for
 * @param runner the tool that will run the files
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

    /** Returns the default settings. */
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

    /** Returns these settings with other severities. */
    public LintSettings withSeverities(Map<RuleId, Severity> byRule, Map<Category, Severity> byCategory) {
        return with(byRule, byCategory, failOn);
    }

    /** Returns these settings, with findings that are only reported. */
    public LintSettings neverFailing() {
        return with(rules, categories, FailOn.NEVER);
    }

    private LintSettings with(Map<RuleId, Severity> byRule, Map<Category, Severity> byCategory, FailOn failing) {
        return new LintSettings(
                byRule,
                byCategory,
                rerun,
                flavour,
                runner,
                lintFromOrNull,
                target,
                failing,
                searchPath,
                exposedSchemas,
                runnerSetsTimeouts,
                todayOrNull,
                ruleOptions);
    }

    public Optional<MigrationVersion> lintFrom() {
        return Optional.ofNullable(lintFromOrNull);
    }

    /** Returns the date with which {@code until=} of a suppression is compared. */
    public LocalDate today() {
        return todayOrNull == null ? LocalDate.now(ZoneId.systemDefault()) : todayOrNull;
    }
}
