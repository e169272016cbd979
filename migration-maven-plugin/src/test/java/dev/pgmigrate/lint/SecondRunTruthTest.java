package dev.pgmigrate.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.truth.LargerSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the idempotency findings with what a real server did when each of 458 files of public projects ran a second
 * time: {@code second-run.tsv} in the folder of {@code -Dcorpus.dir}. Prints each file on which they disagree.
 */
class SecondRunTruthTest {
    private static final Path CORPUS = Path.of(System.getProperty("corpus.dir", "corpus"));
    private static final double RECALL = 0.98;
    private static final double PRECISION = 0.97;

    /** How the sets were run that do not run as they are: the search path, and the text for their templates. */
    private static final Map<String, List<String>> SEARCH_PATHS = Map.of(
            "supabase+stripe-sync-engine", List.of("stripe", "public"),
            "supabase+auth", List.of("auth", "public"),
            "ehrbase+ehrbase__ehr", List.of("ehr", "ext", "public"));

    private static final Map<String, String> TEMPLATES =
            Map.of("\\{\\{ *index \\.Options \"Namespace\" *}}", "auth", "\\$\\{ehrSchema}", "ehr");

    @TempDir
    private Path temporary;

    private record Line(String set, String file, String truth, String message) {
        boolean changesSomething() {
            return !truth.equals("same");
        }
    }

    @Test
    void findingsPredictTheSecondRun() throws IOException {
        Path table = CORPUS.resolve("second-run.tsv");
        LargerSets.assumeThere(table, "corpus.dir");
        List<Line> lines = new ArrayList<>();
        for (String row : Files.readAllLines(table).stream().skip(1).toList()) {
            String[] cells = row.split("\t", -1);
            lines.add(new Line(cells[0], cells[1], cells[2], cells.length > 3 ? cells[3] : ""));
        }
        Map<String, Map<String, List<Finding>>> found = new TreeMap<>();
        int right = 0;
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Line line : lines) {
            List<Finding> findings =
                    found.computeIfAbsent(line.set(), this::findings).getOrDefault(line.file(), List.of());
            if (line.changesSomething() && !findings.isEmpty()) {
                right++;
            } else if (line.changesSomething()) {
                missed.add(line.set() + "/" + line.file() + " " + line.truth() + " " + line.message());
            } else if (!findings.isEmpty()) {
                Finding first = findings.get(0);
                wrong.add(line.set() + "/" + line.file() + ":" + first.start() + " " + first.rule() + ": "
                        + first.message());
            }
        }
        double recall = (double) right / (right + missed.size());
        double precision = (double) right / (right + wrong.size());
        System.out.printf(
                "second run of %d files: recall %.1f %% (%d missed), precision %.1f %% (%d wrong)%n",
                lines.size(), recall * 100, missed.size(), precision * 100, wrong.size());
        missed.forEach(line -> System.out.println("  missed " + line));
        wrong.forEach(line -> System.out.println("  wrong  " + line));
        assertThat(recall).isGreaterThanOrEqualTo(RECALL);
        assertThat(precision).isGreaterThanOrEqualTo(PRECISION);
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
            Map<String, List<Finding>> byFile = new TreeMap<>();
            for (Finding finding : report.findings()) {
                if (finding.category() == Category.IDEMPOTENCY
                        && finding.confidence() == Confidence.EXACT
                        && finding.severity().isAtLeast(Severity.WARNING)) {
                    byFile.computeIfAbsent(Path.of(finding.file()).getFileName().toString(), file -> new ArrayList<>())
                            .add(finding);
                }
            }
            return byFile;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
