package dev.pgmigrate.report;

import dev.pgmigrate.goal.Explain;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.lint.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/**
 * A result as one page for a browser: {@code report.html} with the JSON report, the texts of the files that something is
 * said about, and the rules' summaries put in. It asks the network for nothing.
 */
public final class HtmlReport {
    private static final String TEMPLATE = "/dev/pgmigrate/report/report.html";

    private HtmlReport() {}

    public static String of(Result result) {
        return template()
                .replace("{{goal}}", result.goal())
                .replace("{{report}}", inScript(JsonReport.of(result)))
                .replace("{{sources}}", inScript(sources(result)))
                .replace("{{rules}}", inScript(rules(result)));
    }

    private static String sources(Result result) {
        Set<String> files = new TreeSet<>();
        result.findings().stream().map(Finding::file).forEach(files::add);
        result.suppressed().forEach(suppressed -> files.add(suppressed.finding().file()));
        result.failures().forEach(failure -> failure.path().ifPresent(files::add));
        return JsonText.of(json -> {
            json.writeStartObject();
            for (String file : files) {
                if (result.source(file).isPresent()) {
                    json.writeStringField(file, result.source(file).get().text());
                }
            }
            json.writeEndObject();
        });
    }

    private static String rules(Result result) {
        return JsonText.of(json -> {
            json.writeStartObject();
            for (Explain.RuleLine rule : Explain.table()) {
                if (result.findings().stream()
                        .anyMatch(finding -> finding.rule().equals(rule.id()))) {
                    json.writeStringField(rule.id().value(), rule.summary());
                }
            }
            json.writeEndObject();
        });
    }

    /** Keeps {@code </script>} and {@code <!--} in a file's text from ending the script that carries it. */
    private static String inScript(String json) {
        return json.strip().replace("<", "\\u003c");
    }

    private static String template() {
        try (InputStream in = HtmlReport.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException("The plugin's jar lacks " + TEMPLATE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
