package dev.pgmigrate.lint;

import dev.pgmigrate.migration.Sha256;
import dev.pgmigrate.sql.SourceText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Recognises a finding in a later run by its rule, its file and the text that it is about, not by its line.
 *
 * <p>Lines above may come and go, and white space may change. Equal findings on equal texts in a file are distinguished
 * by their order.
 */
public final class Fingerprints {
    private static final int BYTES = 16;

    private Fingerprints() {}

    /**
     * Returns the fingerprints of {@code findings}, in their order.
     *
     * @param sources the texts of the files by path; a finding in any other file is identified by its message
     */
    public static List<String> of(List<Finding> findings, Map<String, SourceText> sources) {
        Map<String, Integer> seen = new HashMap<>();
        return findings.stream()
                .map(finding -> identity(finding, sources))
                .map(identity -> digest(identity + '\0' + seen.merge(identity, 1, Integer::sum)))
                .toList();
    }

    /** Returns {@code findings} by their fingerprints, in their order. */
    public static Map<String, Finding> byFingerprint(List<Finding> findings, Map<String, SourceText> sources) {
        List<String> fingerprints = of(findings, sources);
        Map<String, Finding> byFingerprint = new LinkedHashMap<>();
        for (int i = 0; i < findings.size(); i++) {
            byFingerprint.put(fingerprints.get(i), findings.get(i));
        }
        return byFingerprint;
    }

    private static String identity(Finding finding, Map<String, SourceText> sources) {
        SourceText source = sources.get(finding.file());
        String text = source == null || finding.range().end() > source.length()
                ? ""
                : source.text(finding.range()).strip().replaceAll("\\s+", " ");
        return String.join("\0", finding.rule().value(), finding.file(), text.isEmpty() ? finding.message() : text);
    }

    private static String digest(String identity) {
        return HexFormat.of().formatHex(Arrays.copyOf(Sha256.of(identity), BYTES));
    }
}
