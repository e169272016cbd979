package dev.pgmigrate.lint;

import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.replay.Runner;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds settings that differ from others in what a test is about. */
public final class SettingsBuilder {
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

    private SettingsBuilder(LintSettings of) {
        rules = of.rules();
        categories = of.categories();
        rerun = of.rerun();
        flavour = of.flavour();
        runner = of.runner();
        lintFromOrNull = of.lintFromOrNull();
        target = of.target();
        failOn = of.failOn();
        searchPath = of.searchPath();
        exposedSchemas = of.exposedSchemas();
        runnerSetsTimeouts = of.runnerSetsTimeouts();
        todayOrNull = of.todayOrNull();
        ruleOptions = of.ruleOptions();
    }

    public static SettingsBuilder of(LintSettings settings) {
        return new SettingsBuilder(settings);
    }

    public static SettingsBuilder defaults() {
        return new SettingsBuilder(LintSettings.defaults());
    }

    public SettingsBuilder rules(Map<RuleId, Severity> other) {
        rules = other;
        return this;
    }

    public SettingsBuilder categories(Map<Category, Severity> other) {
        categories = other;
        return this;
    }

    public SettingsBuilder rerun(Rerun other) {
        rerun = other;
        return this;
    }

    public SettingsBuilder flavour(Flavour other) {
        flavour = other;
        return this;
    }

    public SettingsBuilder runner(Runner other) {
        runner = other;
        return this;
    }

    public SettingsBuilder lintFrom(@Nullable MigrationVersion other) {
        lintFromOrNull = other;
        return this;
    }

    public SettingsBuilder target(PostgresVersion other) {
        target = other;
        return this;
    }

    public SettingsBuilder failOn(FailOn other) {
        failOn = other;
        return this;
    }

    public SettingsBuilder searchPath(List<String> other) {
        searchPath = other;
        return this;
    }

    public SettingsBuilder today(LocalDate other) {
        todayOrNull = other;
        return this;
    }

    public SettingsBuilder ruleOptions(RuleOptions other) {
        ruleOptions = other;
        return this;
    }

    public LintSettings build() {
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
