package dev.pgmigrate.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.rules.RegressionSuite;
import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.truth.KnownMisses;
import dev.pgmigrate.truth.LargerSets;
import dev.pgmigrate.truth.OwnHistories;
import dev.pgmigrate.truth.SuiteShare;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the idempotency findings with what a real server does when each file of a folder runs a second time: the folders
 * that the project holds, and 458 files of public projects, of which {@code second-run.tsv} in the folder of
 * {@code -Dcorpus.dir} says what happened. Prints each file on which they disagree.
 */
@Order(7)
class SecondRunTruthTest {
    private static final Path CORPUS = Path.of(System.getProperty("corpus.dir", "corpus"));

    /** What findings of other categories say that are about a second run. */
    private static final String SECOND_RUN = "when the file runs again";

    /** It is about what a run that failed leaves behind. */
    private static final String AFTER_A_FAILURE = "if-not-exists-invalid-index";

    /** How the sets were run that do not run as they are: the search path, and the text for their templates. */
    private static final Map<String, List<String>> SEARCH_PATHS = Map.of(
            "supabase+stripe-sync-engine", List.of("stripe", "public"),
            "supabase+auth", List.of("auth", "public"),
            "ehrbase+ehrbase__ehr", List.of("ehr", "ext", "public"));

    private static final Map<String, String> TEMPLATES =
            Map.of("\\{\\{ *index \\.Options \"Namespace\" *}}", "auth", "\\$\\{ehrSchema}", "ehr");

    @TempDir
    private Path temporary;

    @TempDir
    private Path histories;

    private record Line(String set, String file, String truth, String message) {}

    private static final SuiteShare SHARE = SuiteShare.ofOwn("second-run");

    private int right;
    private final List<String> missed = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void findingsPredictTheSecondRunOfTheCorpus() throws IOException {
        Path table = CORPUS.resolve("second-run.tsv");
        LargerSets.assumeThere(table, "corpus.dir");
        Map<String, Map<String, List<Finding>>> found = new TreeMap<>();
        for (String row : Files.readAllLines(table).stream().skip(1).toList()) {
            String[] cells = row.split("\t", -1);
            Line line = new Line(cells[0], cells[1], cells[2], cells.length > 3 ? cells[3] : "");
            judge(
                    line.set() + "/" + line.file(),
                    (line.truth() + " " + line.message()).strip(),
                    found.computeIfAbsent(line.set(), this::findings).getOrDefault(line.file(), List.of()));
        }
        print();
        assertThat(right).isPositive();
        KnownMisses.of("second-run-corpus").assertAre(misses());
    }

    /** Each history in the one database; each example of a production is a file of its own. */
    @Test
    void findingsPredictTheSecondRunOfOurHistories() throws IOException {
        List<OwnHistories.Own> folders = OwnHistories.folders().stream()
                .filter(own -> SHARE.holds(own.name()))
                .toList();
        int judged = 0;
        try (RegressionSuite server = RegressionSuite.ofOwnHistories(histories, SHARE)) {
            for (OwnHistories.Own own : folders) {
                Path project = temporary.resolve(own.name().replace('/', '.'));
                Map<String, String> outcomes;
                try (ServerConnection connection = server.prepare(project)) {
                    outcomes = SecondRun.of(connection, own.history(), project);
                }
                Map<String, List<Finding>> found = ofSecondRun(Linter.lint(
                        Migrations.read(MigrationFolders.find(project, List.of(Path.of("migrations")), null)),
                        own.history().settings(),
                        RuleCatalog.ALL,
                        AppliedVersions.UNKNOWN));
                outcomes.forEach((file, outcome) ->
                        judge(own.name() + " " + file, outcome, found.getOrDefault(file, List.of())));
                judged += outcomes.isEmpty() ? 0 : 1;
            }
        }
        print();
        assertThat(judged).isGreaterThan(SHARE.isWhole() ? 1000 : 0);
        KnownMisses.of("second-run").within(SHARE).assertAre(misses());
    }

    private void judge(String place, String truth, List<Finding> findings) {
        boolean changesSomething = !truth.equals(SecondRun.SAME);
        if (changesSomething && !findings.isEmpty()) {
            right++;
        } else if (changesSomething) {
            missed.add(place + " missed " + truth);
        } else if (!findings.isEmpty()) {
            wrong.add(place + " wrong " + findings.get(0).rule());
        }
    }

    private List<String> misses() {
        return Stream.of(missed, wrong).flatMap(List::stream).toList();
    }

    private void print() {
        System.out.printf(
                "second run of files: %d change something and are found, %d missed, %d wrong%n",
                right, missed.size(), wrong.size());
        misses().forEach(line -> System.out.println("  " + line));
    }

    private Map<String, List<Finding>> findings(String set) {
        try {
            Path folder = temporary.resolve(set);
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(CORPUS.resolve(set.replace("__", "/")))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String text = Files.readString(file, UTF_8);
                    for (Map.Entry<String, String> template : TEMPLATES.entrySet()) {
                        text = text.replaceAll(template.getKey(), template.getValue());
                    }
                    Files.writeString(folder.resolve(file.getFileName().toString()), text);
                }
            }
            LintSettings settings = SettingsBuilder.defaults()
                    .searchPath(SEARCH_PATHS.getOrDefault(set, List.of("public")))
                    .build();
            Migrations migrations = Migrations.read(MigrationFolders.find(temporary, List.of(Path.of(set)), null));
            LintReport report = Linter.lint(migrations, settings, RuleCatalog.ALL, AppliedVersions.UNKNOWN);
            Map<String, List<Finding>> byName = new TreeMap<>();
            ofSecondRun(report)
                    .forEach((file, findings) ->
                            byName.put(Path.of(file).getFileName().toString(), findings));
            return byName;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what says that a second run changes something or fails, by the path of the file. */
    private static Map<String, List<Finding>> ofSecondRun(LintReport report) {
        return report.findings().stream()
                .filter(finding -> finding.category() == Category.IDEMPOTENCY
                        || finding.message().contains(SECOND_RUN))
                .filter(finding -> !finding.rule().value().equals(AFTER_A_FAILURE)
                        && finding.confidence() == Confidence.EXACT
                        && finding.severity().isAtLeast(Severity.WARNING))
                .collect(Collectors.groupingBy(Finding::file));
    }
}
