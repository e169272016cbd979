package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Acceptance;
import dev.pgmigrate.health.HealthCheck;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FailOn;
import dev.pgmigrate.lint.Flavour;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Rerun;
import dev.pgmigrate.lint.RuleId;
import dev.pgmigrate.lint.RuleOptions;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.proof.TestRole;
import dev.pgmigrate.proof.TestRows;
import dev.pgmigrate.replay.Runner;
import java.io.File;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** Turns parameters into the linter's settings, and misspelt ones into a helpful message. */
final class LintParameters {
    private LintParameters() {}

    static LintSettings settings(AbstractLintMojo mojo) throws MojoExecutionException {
        return new LintSettings(
                rules(mojo),
                categories(mojo),
                rerun(mojo.rerun),
                constant(Flavour.class, "flavour", mojo.flavour),
                runner(mojo.runner),
                lintFrom(mojo.lintFrom),
                mojo.postgresVersion == null ? PostgresVersion.OLDEST : postgresVersion(mojo.postgresVersion),
                constant(FailOn.class, "failOn", mojo.failOn),
                mojo.searchPath == null || mojo.searchPath.isEmpty() ? List.of("public") : mojo.searchPath,
                mojo.exposedSchemas == null ? Set.of("public") : Set.copyOf(mojo.exposedSchemas),
                mojo.runnerSetsTimeouts,
                null,
                ruleOptions(mojo));
    }

    /** Returns the severities alone, for a goal that does not lint. */
    static LintSettings severities(AbstractSeverityMojo mojo) throws MojoExecutionException {
        return LintSettings.defaults().withSeverities(rules(mojo), categories(mojo));
    }

    static Acceptance acceptance(AbstractLintMojo mojo) throws MojoExecutionException {
        File known = mojo.knownFindings;
        if (mojo.write && known == null) {
            throw new MojoExecutionException(
                    "migrate.write writes the file of known findings, and none is configured: name it with"
                            + " migrate.knownFindings. To rewrite migrations, use migrate:fix.");
        }
        return new Acceptance(known == null ? null : known.toPath(), mojo.write, mojo.since);
    }

    static Rerun rerun(@Nullable String value) throws MojoExecutionException {
        return value == null ? Rerun.REQUIRED : constant(Rerun.class, "rerun", value);
    }

    static @Nullable TestRole testRole(@Nullable String value) throws MojoExecutionException {
        return value == null ? null : constant(TestRole.class, "testRole", value);
    }

    static TestRows testRows(String value) throws MojoExecutionException {
        return constant(TestRows.class, "testRows", value);
    }

    static Runner runner(@Nullable String value) throws MojoExecutionException {
        return value == null ? Runner.MIGRATE : constant(Runner.class, "runner", value);
    }

    /** Returns the major version of PostgreSQL that a parameter names: {@code 16}, or {@code 16.3}. */
    static PostgresVersion postgresVersion(String value) throws MojoExecutionException {
        String major = value.strip().split("\\.", 2)[0];
        if (major.matches("[0-9]{1,4}")) {
            PostgresVersion version = new PostgresVersion(Math.max(1, Integer.parseInt(major)));
            if (version.compareTo(PostgresVersion.OLDEST) >= 0 && version.compareTo(PostgresVersion.NEWEST) <= 0) {
                return version;
            }
        }
        throw new MojoExecutionException("The parameter postgresVersion is \"" + value + "\"; it takes a major version"
                + " from " + PostgresVersion.OLDEST + " to " + PostgresVersion.NEWEST + ".");
    }

    private static RuleOptions ruleOptions(AbstractLintMojo mojo) throws MojoExecutionException {
        Map<String, String> words =
                merged(mojo.ruleOptions, "migrate.ruleOptions", "rule.option=value", ";", mojo.ruleOptionList);
        // An empty map must not load the rules, since not every goal needs them.
        return words.isEmpty() ? RuleOptions.NONE : RuleOptions.of(words, RuleCatalog.ALL);
    }

    private static Map<String, String> merged(
            @Nullable Map<String, String> map, String property, String form, String separator, @Nullable String list)
            throws MojoExecutionException {
        Map<String, String> merged = new LinkedHashMap<>();
        if (map != null) {
            merged.putAll(map);
        }
        if (list == null || list.isBlank()) {
            return merged;
        }
        for (String item : list.split(separator, -1)) {
            int equals = item.indexOf('=');
            if (equals < 0) {
                throw new MojoExecutionException("-D" + property + " has \"" + item.strip()
                        + "\"; it takes " + form + ", separated by "
                        + (separator.equals(",") ? "commas." : "semicolons."));
            }
            merged.put(
                    item.substring(0, equals).strip(),
                    item.substring(equals + 1).strip());
        }
        return merged;
    }

    private static Map<RuleId, Severity> rules(AbstractSeverityMojo mojo) throws MojoExecutionException {
        return rules(merged(mojo.rules, "migrate.rules", "name=severity", ",", mojo.ruleList));
    }

    private static Map<RuleId, Severity> rules(Map<String, String> words) throws MojoExecutionException {
        if (words.isEmpty()) {
            return Map.of(); // without loading the rules, since not every goal needs them
        }
        Map<String, RuleId> known = new TreeMap<>();
        RuleCatalog.ALL.forEach(rule -> known.put(rule.id().value(), rule.id()));
        HealthCheck.ids().forEach(id -> known.put(id.value(), id));
        Map<RuleId, Severity> severities = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : words.entrySet()) {
            RuleId id = known.get(entry.getKey());
            if (id == null) {
                throw new MojoExecutionException("The parameter rules names \"" + entry.getKey()
                        + "\", which is no rule. "
                        + RuleId.question(entry.getKey(), known.keySet()));
            }
            severities.put(id, constant(Severity.class, "rules." + id, entry.getValue()));
        }
        return severities;
    }

    private static Map<Category, Severity> categories(AbstractSeverityMojo mojo) throws MojoExecutionException {
        return categories(merged(mojo.categories, "migrate.categories", "name=severity", ",", mojo.categoryList));
    }

    private static Map<Category, Severity> categories(Map<String, String> words) throws MojoExecutionException {
        Map<Category, Severity> severities = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : words.entrySet()) {
            Category category = constant(Category.class, "categories", entry.getKey());
            severities.put(category, constant(Severity.class, "categories." + category.word(), entry.getValue()));
        }
        return severities;
    }

    static @Nullable MigrationVersion lintFrom(@Nullable String value) throws MojoExecutionException {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!MigrationVersion.isVersion(value.strip())) {
            throw new MojoExecutionException("The parameter lintFrom is \"" + value
                    + "\"; it takes the version of a migration, such as 20250131120000.");
        }
        return MigrationVersion.of(value.strip());
    }

    /** Returns the constant named by {@code value}, ignoring case. */
    static <E extends Enum<E>> E constant(Class<E> type, String parameter, @Nullable String value)
            throws MojoExecutionException {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = value == null ? -1 : words.indexOf(value.strip().toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw new MojoExecutionException("The parameter " + parameter + " is \"" + (value == null ? "" : value)
                    + "\"; it takes " + alternatives(words) + ".");
        }
        return type.getEnumConstants()[index];
    }

    private static String alternatives(List<String> words) {
        return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
    }
}
