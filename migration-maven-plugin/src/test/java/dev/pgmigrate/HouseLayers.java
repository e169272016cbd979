package dev.pgmigrate;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may import whom. Imports point down only: a package may use those of its list and itself, and what lies outside
 * only where it is named.
 */
final class HouseLayers {
    private static final String HOUSE = "dev.pgmigrate";

    private static final Set<String> SQL =
            Set.of("postgres", "sql", "sql.lexer", "sql.ast", "sql.parser", "sql.plpgsql");
    private static final Set<String> MIGRATION = plus(SQL, "failure", "migration");
    private static final Set<String> EFFECT = plus(MIGRATION, "replay", "effect");
    private static final Set<String> APPLY = plus(MIGRATION, "server", "apply.history", "apply");
    private static final Set<String> PLAN = plus(APPLY, "apply.foreign");
    private static final Set<String> PROOF =
            plus(EFFECT, "apply", "schema", "server", "proof.observe", "proof.body", "proof.rows");
    private static final Set<String> GOAL = plus(
            PROOF,
            "apply.history",
            "apply.foreign",
            "apply.plan",
            "apply.baseline",
            "apply.repair",
            "apply.rollback",
            "apply.run",
            "scaffold",
            "template",
            "undo",
            "lint",
            "lint.rules",
            "ddl",
            "drift",
            "health",
            "proof");
    private static final Set<String> RULE = plus(EFFECT, "lint", "lint.evidence");

    /** The packages that may be imported, by the package that imports. */
    static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("postgres", Set.of()),
            Map.entry("failure", Set.of()),
            Map.entry("template", Set.of("failure")),
            Map.entry("sql", Set.of("postgres")),
            Map.entry("sql.lexer", Set.of("postgres", "sql")),
            Map.entry("sql.ast", Set.of("postgres", "sql", "sql.lexer")),
            Map.entry("sql.parser", Set.of("postgres", "sql", "sql.lexer", "sql.ast")),
            Map.entry("sql.plpgsql", SQL),
            Map.entry("migration", plus(SQL, "failure")),
            Map.entry("scaffold", Set.of("failure", "postgres", "migration", "template")),
            Map.entry("replay", MIGRATION),
            Map.entry("undo", plus(MIGRATION, "replay")),
            Map.entry("server", Set.of("failure", "postgres")),
            Map.entry("server.container", Set.of("postgres", "server")),
            Map.entry("schema", Set.of("postgres", "server")),
            Map.entry("effect", plus(MIGRATION, "replay")),
            Map.entry("lint", EFFECT),
            Map.entry("lint.evidence", plus(EFFECT, "lint")),
            Map.entry(
                    "lint.rules",
                    plus(
                            Set.of("lint"),
                            "lint.rules.files",
                            "lint.rules.idempotency",
                            "lint.rules.order",
                            "lint.rules.procedural",
                            "lint.rules.transaction",
                            "lint.rules.lock",
                            "lint.rules.destructive",
                            "lint.rules.security",
                            "lint.rules.design")),
            Map.entry("lint.rules.files", plus(RULE, "undo")),
            Map.entry("lint.rules.idempotency", RULE),
            Map.entry("lint.rules.order", RULE),
            Map.entry("lint.rules.procedural", RULE),
            Map.entry("lint.rules.transaction", RULE),
            Map.entry("lint.rules.lock", RULE),
            Map.entry("lint.rules.destructive", RULE),
            Map.entry("lint.rules.security", RULE),
            Map.entry("lint.rules.design", RULE),
            Map.entry("apply.history", plus(MIGRATION, "server")),
            Map.entry("apply", plus(MIGRATION, "server", "apply.history")),
            Map.entry("apply.foreign", APPLY),
            Map.entry("apply.plan", PLAN),
            Map.entry("apply.baseline", plus(PLAN, "apply.plan")),
            Map.entry("apply.repair", plus(PLAN, "apply.plan")),
            Map.entry("apply.rollback", plus(APPLY, "apply.plan", "replay")),
            Map.entry("apply.run", plus(APPLY, "apply.plan", "replay", "effect")),
            Map.entry("proof.body", plus(MIGRATION, "server")),
            Map.entry("proof.observe", Set.of("postgres", "schema", "server")),
            Map.entry("proof.rows", plus(MIGRATION, "server")),
            Map.entry("proof", PROOF),
            Map.entry("ddl", Set.of("postgres", "schema")),
            Map.entry("drift", Set.of("postgres", "schema", "server", "ddl")),
            Map.entry("health", Set.of("lint", "postgres", "server")),
            Map.entry("goal", GOAL),
            Map.entry("report", plus(GOAL, "goal")),
            Map.entry("plugin", plus(GOAL, "goal", "report")));

    /** What lies outside and is not for everybody: a prefix of names, and the packages that may use it. */
    static final Map<String, Set<String>> OUTSIDE = Map.ofEntries(
            Map.entry("org.apache.maven", Set.of("plugin")),
            Map.entry("org.eclipse.aether", Set.of("plugin")),
            Map.entry("org.codehaus.plexus", Set.of("plugin")),
            Map.entry("javax.inject", Set.of("plugin")),
            Map.entry("com.fasterxml.jackson", Set.of("report")),
            Map.entry("org.commonmark", Set.of("report")),
            Map.entry("org.postgresql", Set.of("server")),
            Map.entry("org.testcontainers", Set.of("server.container")),
            Map.entry("org.tukaani", Set.of("server")),
            Map.entry("com.github.dockerjava", Set.of("server.container")),
            Map.entry(
                    "java.sql",
                    Set.of(
                            "server",
                            "schema",
                            "health",
                            "apply",
                            "apply.history",
                            "apply.foreign",
                            "apply.plan",
                            "apply.baseline",
                            "apply.rollback",
                            "apply.run",
                            "proof.body",
                            "proof.observe",
                            "proof.rows")),
            Map.entry("java.util.logging", Set.of("server")));

    private HouseLayers() {}

    /** Returns every package that some other may import. */
    static Set<String> importable() {
        Set<String> all = new TreeSet<>();
        ALLOWED.values().forEach(all::addAll);
        OUTSIDE.values().forEach(all::addAll);
        return all;
    }

    static ArchCondition<JavaClass> importDownOnly() {
        return new ArchCondition<>("import down only") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                for (Dependency dependency : javaClass.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (!isAllowed(room(javaClass), target)) {
                        events.add(SimpleConditionEvent.violated(javaClass, dependency.getDescription()));
                    }
                }
            }
        };
    }

    static boolean isAllowed(String room, JavaClass target) {
        String name = target.getFullName();
        if (name.startsWith(HOUSE + ".")) {
            return room.equals(room(target))
                    || ALLOWED.getOrDefault(room, Set.of()).contains(room(target));
        }
        List<Set<String>> owners = OUTSIDE.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey() + "."))
                .map(Map.Entry::getValue)
                .toList();
        return owners.stream().allMatch(owner -> owner.contains(room));
    }

    /** Returns the package below the house's, {@code lint.rules}. */
    static String room(JavaClass javaClass) {
        String packageName = javaClass.getPackageName();
        return packageName.startsWith(HOUSE + ".") ? packageName.substring(HOUSE.length() + 1) : packageName;
    }

    private static Set<String> plus(Set<String> rooms, String... more) {
        Set<String> all = new TreeSet<>(rooms);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
