package dev.pgmigrate.goal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.RuleId;
import dev.pgmigrate.lint.SettingsBuilder;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.rules.Fixture;
import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.schema.NameMatching;
import dev.pgmigrate.schema.SchemaDifference;
import dev.pgmigrate.truth.LargerSets;
import dev.pgmigrate.truth.LawFiles;
import dev.pgmigrate.truth.OwnHistories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a real server says of whole folders before and after {@code fix}: each file that it took it takes again, the rows are
 * the same, and the catalog differs in nothing but what the rules with a fix are about. Prints the figures.
 *
 * <p>The build judges one in sixteen of our histories and the small projects; {@code -Dlaw.files=.+} judges all of them.
 */
@Order(12)
class FixFolderTruthTest {
    private static final Path CORPUS = Path.of(System.getProperty("corpus.dir", "../../shared/corpus"));
    private static final int ONE_IN = 16;
    private static final int SMALL = 4;

    /** The schemas of the search path with which these projects were run; the others run with {@code public}. */
    private static final Map<String, List<String>> SEARCH_PATHS = Map.of(
            "supabase+stripe-sync-engine", List.of("stripe", "public"),
            "supabase+auth", List.of("auth", "public"),
            "ehrbase+ehrbase/ehr", List.of("ehr", "ext", "public"));

    /** What their runners put in the place of these. */
    private static final Map<String, String> TEMPLATES =
            Map.of("\\{\\{ *index \\.Options \"Namespace\" *}}", "auth", "\\$\\{ehrSchema}", "ehr");

    /** What the fixes of these rules change in the catalog; those of all others must leave it as it is. */
    private static final Map<String, Set<String>> MEANT = Map.ofEntries(
            Map.entry("adding-stored-generated-column", Set.of("COLUMN DIFFERENT virtual")),
            Map.entry("auth-rls-initplan", Set.of("POLICY DIFFERENT using", "POLICY DIFFERENT with check")),
            Map.entry("ban-uncommitted-transaction", Set.of("TABLE ADDED")),
            Map.entry("duplicate-index-column", Set.of("INDEX DIFFERENT definition")),
            Map.entry("fk-type-mismatch", Set.of("COLUMN DIFFERENT type")),
            Map.entry("fk-without-covering-index", Set.of("INDEX ADDED")),
            Map.entry("manual-history-write", Set.of("TABLE MISSING")),
            Map.entry(
                    "prefer-bigint-primary-key",
                    Set.of("COLUMN DIFFERENT type", "SEQUENCE DIFFERENT type", "SEQUENCE DIFFERENT maximum")),
            Map.entry(
                    "prefer-identity",
                    Set.of("COLUMN DIFFERENT default", "COLUMN DIFFERENT identity", "SEQUENCE DIFFERENT identity")),
            Map.entry("rls-column-unindexed", Set.of("INDEX ADDED")),
            Map.entry("security-definer-executable", Set.of("FUNCTION DIFFERENT grants")),
            Map.entry("security-definer-view", Set.of("VIEW DIFFERENT options")));

    @TempDir
    private Path temporary;

    private int folders;
    private int changed;
    private int appliedBefore;
    private int appliedAfter;
    private final List<String> worse = new ArrayList<>();

    @Test
    void theFoldersThatFixesOnceBrokeStayWhole() throws IOException {
        for (FixFolderTest.Case one : FixFolderTest.cases().toList()) {
            judge(one.name(), one.before(), temporary.resolve("case" + folders));
        }
        report();
    }

    @Test
    void ourHistoriesStayWhole() throws IOException {
        List<OwnHistories.Own> histories = OwnHistories.all();
        for (int i = 0; i < histories.size(); i += LawFiles.areAll() ? ONE_IN : 1) {
            judge(histories.get(i).name(), histories.get(i).history(), temporary.resolve("own" + i));
        }
        report();
    }

    @Test
    void publicProjectsStayWhole() throws IOException {
        LargerSets.assumeThere(CORPUS, "corpus.dir");
        for (Map.Entry<String, Long> project : projects().entrySet()) {
            String name = project.getKey();
            if (LawFiles.areAll() ? project.getValue() <= SMALL : LawFiles.isChosen(name)) {
                List<String> path = SEARCH_PATHS.getOrDefault(name, List.of("public"));
                LintSettings settings =
                        SettingsBuilder.defaults().searchPath(path).build();
                judge(name, copied(name), settings, path);
            }
        }
        report();
    }

    /** Returns the folders and how many files each has. */
    private static Map<String, Long> projects() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .map(file -> CORPUS.relativize(file.getParent()).toString())
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        }
    }

    private MigrationFolders copied(String project) throws IOException {
        Path folder = temporary.resolve(project);
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        try (Stream<Path> files = Files.list(CORPUS.resolve(project))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, UTF_8);
                for (Map.Entry<String, String> template : TEMPLATES.entrySet()) {
                    text = text.replaceAll(template.getKey(), template.getValue());
                }
                Files.writeString(migrations.resolve(file.getFileName().toString()), text);
            }
        }
        return MigrationFolders.find(folder, List.of(Path.of("migrations")), null);
    }

    private void judge(String name, Fixture history, Path project) throws IOException {
        if (history.runsOn(FolderOutcome.VERSION)) {
            judge(name, history.migrations(project).folders(), history.settings(), List.of());
        }
    }

    private void judge(String name, MigrationFolders folder, LintSettings settings, List<String> path)
            throws IOException {
        folders++;
        Migrations before = Migrations.read(folder);
        Set<String> meant = meant(before, settings);
        if (fix(folder, settings).changes().isEmpty()) {
            return;
        }
        changed++;
        FolderOutcome was = FolderOutcome.of(before, settings, path);
        FolderOutcome is = FolderOutcome.of(Migrations.read(folder), settings, path);
        appliedBefore += was.applied().size();
        appliedAfter += is.applied().size();
        compare(name, was, is, meant);
        if (!fix(folder, settings).changes().isEmpty()) {
            worse.add(name + " is changed by a second run");
        }
    }

    /** What the server has of a folder is comparable where it took the same files of it. */
    private void compare(String name, FolderOutcome was, FolderOutcome is, Set<String> meant) {
        Set<String> lost = new TreeSet<>(was.applied());
        lost.removeAll(is.applied());
        if (!lost.isEmpty()) {
            worse.add(name + " no longer applies " + lost);
        } else if (was.applied().equals(is.applied()) && !was.cut()) {
            for (SchemaDifference difference : was.catalog().differences(is.catalog(), NameMatching.BY_NAME)) {
                if (!meant.contains(kind(difference))) {
                    worse.add(name + " has another catalog: " + difference);
                }
            }
            was.rows().forEach((table, rows) -> {
                if (!is.rows().getOrDefault(table, rows).equals(rows)) {
                    worse.add(name + " has other rows in " + table);
                }
            });
        }
    }

    private static String kind(SchemaDifference difference) {
        return difference.key().kind() + " " + difference.state()
                + difference.property().map(property -> " " + property).orElse("");
    }

    /** Returns what the fixes of this folder may change. */
    private static Set<String> meant(Migrations migrations, LintSettings settings) {
        return Linter.lint(migrations, settings, RuleCatalog.ALL, AppliedVersions.UNKNOWN).findings().stream()
                .filter(finding -> finding.fix().isPresent())
                .map(Finding::rule)
                .distinct()
                .flatMap(rule -> MEANT.getOrDefault(rule.toString(), Set.of()).stream())
                .collect(Collectors.toSet());
    }

    /** Drafted rollbacks change no database; {@code RollbackDraftTruthTest} judges them. */
    private static Fix.Outcome fix(MigrationFolders folders, LintSettings settings) {
        LintSettings withoutDrafts = SettingsBuilder.of(settings)
                .rules(Map.of(new RuleId("missing-rollback"), Severity.OFF))
                .build();
        return Fix.run(new Fix.Request(folders, withoutDrafts, null, true, LocalDateTime.of(2026, 1, 2, 3, 4, 5)));
    }

    private void report() {
        System.out.printf(
                "fix: %d folders, %d changed; %d files applied before, %d after; %d times worse%n",
                folders, changed, appliedBefore, appliedAfter, worse.size());
        worse.forEach(line -> System.out.println("  " + line));
        assertThat(changed).isPositive();
        assertThat(worse).isEmpty();
    }
}
