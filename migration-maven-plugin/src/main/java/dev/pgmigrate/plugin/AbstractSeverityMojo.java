package dev.pgmigrate.plugin;

import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of the goals whose rules and checks have severities. */
abstract class AbstractSeverityMojo extends AbstractMigrateMojo {
    /**
     * Severities by rule: {@code <rules><generic-name>off</generic-name></rules>}. A severity is {@code error},
     * {@code warning}, {@code info} or {@code off}.
     */
    @Parameter
    @Nullable
    Map<String, String> rules;

    /**
     * Severities by rule in command-line form, {@code generic-name=off,rls-disabled=error}; they take precedence over
     * {@code rules}.
     */
    @Parameter(property = "migrate.rules")
    @Nullable
    String ruleList;

    /**
     * Severities by category: {@code <categories><design>off</design></categories>}. The severity of a single rule takes
     * precedence. The categories are {@code files}, {@code idempotency}, {@code order}, {@code procedural}, {@code
     * transaction}, {@code lock}, {@code destructive}, {@code security}, {@code design} and {@code health}.
     */
    @Parameter
    @Nullable
    Map<String, String> categories;

    /**
     * Severities by category in command-line form, {@code design=off,lock=warning}; they take precedence over {@code
     * categories}.
     */
    @Parameter(property = "migrate.categories")
    @Nullable
    String categoryList;
}
