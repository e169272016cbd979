package dev.pgmigrate.goal;

import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.LintReport;
import dev.pgmigrate.sql.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Keeps what must not be shown out of every report. */
final class Secrets {
    private static final char HIDDEN = '*';

    private Secrets() {}

    /** Returns {@code sources} with the text of secret findings replaced, sign by sign, so that every place stays the same. */
    static Map<String, SourceText> hidden(Map<String, SourceText> sources, LintReport report) {
        List<Finding> secret = Stream.concat(
                        report.findings().stream(), report.suppressed().stream().map(LintReport.Suppressed::finding))
                .filter(Finding::secret)
                .toList();
        if (secret.isEmpty()) {
            return sources;
        }
        Map<String, SourceText> hidden = new HashMap<>(sources);
        secret.forEach(finding -> hidden.computeIfPresent(finding.file(), (path, text) -> without(finding, text)));
        return hidden;
    }

    private static SourceText without(Finding finding, SourceText source) {
        StringBuilder text = new StringBuilder(source.text());
        int end = Math.min(finding.range().end(), text.length());
        for (int i = finding.range().start(); i < end; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                text.setCharAt(i, HIDDEN);
            }
        }
        return SourceText.of(text.toString());
    }
}
