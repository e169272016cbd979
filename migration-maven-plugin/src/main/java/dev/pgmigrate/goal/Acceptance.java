package dev.pgmigrate.goal;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.LintReport;
import dev.pgmigrate.lint.ReferenceFiles;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.migration.Checksum;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.VersionedName;
import dev.pgmigrate.sql.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an existing project accepts for now, so that only new findings count.
 *
 * @param knownFindingsOrNull the file of known findings, or null
 * @param writeKnownFindings whether to write what is found now as known
 * @param sinceOrNull the git reference since which files count, or null
 */
public record Acceptance(
        @Nullable Path knownFindingsOrNull,
        boolean writeKnownFindings,
        @Nullable String sinceOrNull) {
    /** Nothing is accepted. */
    public static final Acceptance NOTHING = new Acceptance(null, false, null);

    /** Tells whether anything is accepted. */
    boolean isAny() {
        return knownFindingsOrNull != null || sinceOrNull != null;
    }

    /**
     * Returns {@code applied}, extended by what the reference contains where one is given.
     *
     * @throws AcceptanceException if git does not know it
     */
    AppliedVersions with(AppliedVersions applied, MigrationFolders folders) {
        String since = sinceOrNull;
        if (since == null) {
            return applied;
        }
        Map<String, Checksum> checksums = new HashMap<>();
        GitHistory.textsSince(folders.base(), since, folders.locations()).forEach((file, text) -> {
            String name = file.getFileName().toString();
            boolean migration = VersionedName.of(name)
                    .filter(read -> read.direction() == VersionedName.Direction.UP)
                    .isPresent();
            for (Path location : folders.locations()) {
                if (migration && GitHistory.isSame(location, file.resolveSibling(""))) {
                    checksums.put(folders.display(location.resolve(name)), Checksum.of(text));
                }
            }
        });
        return applied.with(new ReferenceFiles(since, checksums));
    }

    /**
     * Returns {@code report} with the accepted findings lowered to information; adds to {@code notes} what a reader has
     * to know.
     *
     * @throws AcceptanceException if it cannot be determined what is accepted
     */
    LintReport lower(Path base, LintReport report, Map<String, SourceText> sources, List<String> notes) {
        String since = sinceOrNull;
        LintReport recent = since == null ? report : onlySince(since, base, report);
        Path file = knownFindingsOrNull;
        return file == null ? recent : onlyUnknown(file, recent, sources, notes);
    }

    private static LintReport onlySince(String since, Path base, LintReport report) {
        Set<Path> changed = GitHistory.changedSince(base, since);
        return report.withFindings(report.findings().stream()
                .map(finding -> isAmong(changed, base, finding) ? finding : finding.withSeverity(Severity.INFO))
                .toList());
    }

    private static boolean isAmong(Set<Path> changed, Path base, Finding finding) {
        Path file = base.resolve(finding.file());
        try {
            return changed.contains(file.toRealPath());
        } catch (IOException e) {
            // A file that does not exist cannot be unchanged: findings about it count.
            return true;
        }
    }

    private LintReport onlyUnknown(Path file, LintReport report, Map<String, SourceText> sources, List<String> notes) {
        if (writeKnownFindings) {
            long count = KnownFindings.write(file, report, sources);
            notes.add("Wrote " + count + " known finding" + (count == 1 ? "" : "s") + " to " + file + ".");
        }
        if (!Files.exists(file)) {
            notes.add("There is no file " + file + ", so no finding is known yet: mvn migrate:lint -Dmigrate.write"
                    + " writes it.");
        }
        KnownFindings known = KnownFindings.read(file);
        long gone = known.gone(report, sources);
        if (gone > 0) {
            notes.add(gone + " known finding" + (gone == 1 ? " is" : "s are")
                    + " gone: mvn migrate:lint -Dmigrate.write takes " + (gone == 1 ? "it" : "them") + " out of " + file
                    + ".");
        }
        return known.lower(report, sources);
    }
}
