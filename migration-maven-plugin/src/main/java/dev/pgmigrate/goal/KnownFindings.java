package dev.pgmigrate.goal;

import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Fingerprints;
import dev.pgmigrate.lint.LintReport;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with the findings that a project accepts for now, one per line: the fingerprint first, the rest for people.
 * Findings in it are information; only new ones count.
 */
final class KnownFindings {
    private static final int FORM = 1;
    private static final String HEAD = "# Findings that are accepted for now, format " + FORM
            + ". mvn migrate:lint -Dmigrate.write rewrites this file.\n";
    private static final Pattern FORM_LINE = Pattern.compile("# .*\\bform(?:at)? (\\d{1,9})\\b.*");
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{32})\t.*");

    private final Set<String> fingerprints;

    private KnownFindings(Set<String> fingerprints) {
        this.fingerprints = fingerprints;
    }

    /**
     * Reads the file; one that does not exist yet counts as empty.
     *
     * @throws AcceptanceException if it is not such a file, or has a newer format
     */
    static KnownFindings read(Path file) {
        List<String> lines;
        try {
            lines = Files.readString(file).lines().toList();
        } catch (NoSuchFileException e) {
            return new KnownFindings(Set.of());
        } catch (IOException e) {
            throw new AcceptanceException(file + " cannot be read as text: " + e.getMessage() + ".", e);
        }
        Matcher head = FORM_LINE.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (!head.matches()) {
            throw new AcceptanceException(file + ":1:1 is not the first line of a file of known findings. Write it with"
                    + " mvn migrate:lint -Dmigrate.write.");
        }
        if (Integer.parseInt(head.group(1)) > FORM) {
            throw new AcceptanceException(file + " has format " + head.group(1) + ", and this version reads format "
                    + FORM + ". Use the version of the plugin that wrote it.");
        }
        Set<String> fingerprints = new LinkedHashSet<>();
        for (int i = 1; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (line.matches()) {
                fingerprints.add(line.group(1));
            } else if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                throw new AcceptanceException(
                        file + ":" + (i + 1) + ":1 does not begin with a fingerprint. Remove the line, or rewrite"
                                + " the file with mvn migrate:lint -Dmigrate.write.");
            }
        }
        return new KnownFindings(fingerprints);
    }

    /** Returns {@code report} with the known findings lowered to information. */
    LintReport lower(LintReport report, Map<String, SourceText> sources) {
        List<String> own = Fingerprints.of(report.findings(), sources);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            Finding finding = report.findings().get(i);
            findings.add(fingerprints.contains(own.get(i)) ? finding.withSeverity(Severity.INFO) : finding);
        }
        return report.withFindings(findings);
    }

    /** Returns how many known findings are no longer in {@code report}. */
    long gone(LintReport report, Map<String, SourceText> sources) {
        List<String> own = Fingerprints.of(report.findings(), sources);
        return fingerprints.stream().filter(known -> !own.contains(known)).count();
    }

    /**
     * Writes the errors and warnings of {@code report} as known.
     *
     * @throws AcceptanceException if the file cannot be written
     */
    static long write(Path file, LintReport report, Map<String, SourceText> sources) {
        StringBuilder text = new StringBuilder(HEAD);
        long count = 0;
        for (Map.Entry<String, Finding> known :
                Fingerprints.byFingerprint(report.findings(), sources).entrySet()) {
            Finding finding = known.getValue();
            if (finding.severity().isAtLeast(Severity.WARNING)) {
                String message = finding.message().replaceAll("\\s+", " ");
                text.append(String.join("\t", known.getKey(), finding.rule().value(), finding.file(), message))
                        .append('\n');
                count++;
            }
        }
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            WholeFile.write(file, aside -> Files.writeString(aside, text));
        } catch (IOException e) {
            throw new AcceptanceException(file + " cannot be written: " + e.getMessage() + ".", e);
        }
        return count;
    }
}
