package dev.pgmigrate.report;

import dev.pgmigrate.goal.Explain;
import dev.pgmigrate.goal.Remark;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.lint.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A result as one page for a browser: {@code report.html} with the JSON report, the texts of the files it refers to, and
 * the summaries of the rules embedded. It loads nothing from the network.
 */
public final class HtmlReport {
    private static final String TEMPLATE = "/dev/pgmigrate/report/report.html";

    private static final Pattern HOLE = Pattern.compile("\\{\\{([a-z]+)}}");

    private HtmlReport() {}

    public static ReportText of(Result result) {
        return out -> {
            String template = template();
            Matcher hole = HOLE.matcher(template);
            int done = 0;
            while (hole.find()) {
                out.write(template, done, hole.start() - done);
                fill(hole.group(1), result, out);
                done = hole.end();
            }
            out.write(template, done, template.length() - done);
        };
    }

    private static void fill(String hole, Result result, Writer out) throws IOException {
        switch (hole) {
            case "goal" -> out.write(result.goal());
            case "origin" -> out.write(origin(result));
            case "differences" -> out.write(differences(result));
            case "report" -> JsonReport.of(result).writeTo(new ScriptWriter(out));
            case "sources" -> sources(result).writeTo(new ScriptWriter(out));
            case "rules" -> rules(result).writeTo(new ScriptWriter(out));
            default -> throw new IllegalStateException(TEMPLATE + " has an unknown hole: " + hole);
        }
    }

    /** Says of what project and when, so that a page that was sent around still tells. */
    private static String origin(Result result) {
        String project = result.base().toAbsolutePath().normalize().toString();
        String made = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.ROOT)
                .format(ZonedDateTime.now(ZoneId.systemDefault()));
        return escaped(project.substring(Math.max(project.lastIndexOf('/'), project.lastIndexOf('\\')) + 1)) + " · "
                + made;
    }

    private static String differences(Result result) {
        List<String> tree = DifferenceTree.lines(result.differences(), Palette.PLAIN);
        return tree.isEmpty()
                ? ""
                : tree.stream()
                        .map(line -> line.substring(
                                        0, line.length() - line.stripLeading().length())
                                + escaped(line.stripLeading()))
                        .collect(Collectors.joining("\n", "<pre id=\"differences\">", "</pre>"));
    }

    private static String escaped(String text) {
        return Printable.line(text).replace("&", "&amp;").replace("<", "&lt;");
    }

    private static ReportText sources(Result result) {
        Set<String> files = new TreeSet<>();
        result.findings().stream().map(Finding::file).forEach(files::add);
        result.suppressed().forEach(suppressed -> files.add(suppressed.finding().file()));
        result.failures().forEach(failure -> failure.path().ifPresent(files::add));
        result.remarks().stream().map(Remark::path).forEach(files::add);
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

    private static ReportText rules(Result result) {
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

    private static String template() throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException("The plugin's jar lacks " + TEMPLATE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
