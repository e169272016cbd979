package dev.pgmigrate.goal;

import dev.pgmigrate.lint.LintReport;
import dev.pgmigrate.sql.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an old project accepts for now, so that only what is new counts.
 *
 * @param knownFindingsOrNull the file of known findings, or null
 * @param writeKnownFindings whether to write what is found now as known
 */
public record Acceptance(@Nullable Path knownFindingsOrNull, boolean writeKnownFindings) {
    /** Nothing is accepted. */
    public static final Acceptance NOTHING = new Acceptance(null, false);

    /** Returns {@code report} with what is accepted as information; adds to {@code notes} what a reader has to know. */
    LintReport lower(LintReport report, Map<String, SourceText> sources, List<String> notes) {
        Path file = knownFindingsOrNull;
        if (file == null) {
            return report;
        }
        if (writeKnownFindings) {
            long count = KnownFindings.write(file, report, sources);
            notes.add("Wrote " + count + " known finding" + (count == 1 ? "" : "s") + " to " + file + ".");
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
