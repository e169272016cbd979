package dev.pgmigrate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pgmigrate.goal.Explain;
import dev.pgmigrate.goal.Remark;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.sql.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A result as one page for a browser: {@code report.html} with its style and script, the JSON report, the texts of the files
 * that it refers to, the pages of the rules and the patches of the fixes embedded. It loads nothing from the network, and
 * tells the browser to load nothing.
 */
public final class HtmlReport {
    private static final String FOLDER = "/dev/pgmigrate/report/";

    private static final Pattern HOLE = Pattern.compile("\\{\\{([a-z]+)}}");

    private final Result result;
    private final ReportOrigin origin;

    private HtmlReport(Result result, ReportOrigin origin) {
        this.result = result;
        this.origin = origin;
    }

    public static ReportText of(Result result, ReportOrigin origin) {
        return new HtmlReport(result, origin)::write;
    }

    private void write(Writer out) throws IOException {
        String template = resource("report.html");
        Matcher hole = HOLE.matcher(template);
        int done = 0;
        while (hole.find()) {
            out.write(template, done, hole.start() - done);
            fill(hole.group(1), out);
            done = hole.end();
        }
        out.write(template, done, template.length() - done);
    }

    private void fill(String hole, Writer out) throws IOException {
        switch (hole) {
            case "goal" -> out.write(result.goal());
            case "origin" -> out.write(escaped(origin.line()));
            case "differences" -> out.write(differences());
            case "style" -> out.write(resource("report.css") + resource("proof.css"));
            case "script" -> out.write(resource("report.js") + resource("proof.js"));
            case "report" -> JsonReport.of(result).writeTo(new ScriptWriter(out));
            case "sources" -> JsonText.of(this::sources).writeTo(new ScriptWriter(out));
            case "rules" -> JsonText.of(this::rules).writeTo(new ScriptWriter(out));
            case "fixes" -> JsonText.of(this::fixes).writeTo(new ScriptWriter(out));
            default -> throw new IllegalStateException("report.html has an unknown hole: " + hole);
        }
    }

    private String differences() {
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

    private void sources(JsonGenerator json) throws IOException {
        Set<String> files = new TreeSet<>();
        result.findings().stream().map(Finding::file).forEach(files::add);
        result.suppressed().forEach(suppressed -> files.add(suppressed.finding().file()));
        result.failures().forEach(failure -> failure.path().ifPresent(files::add));
        result.remarks().stream().map(Remark::path).forEach(files::add);
        json.writeStartObject();
        for (String file : files) {
            SourceText source = result.sources().get(file);
            if (source != null && !source.isLarge()) {
                json.writeObjectFieldStart(file);
                json.writeStringField("text", source.text());
                json.writeStringField("colours", SqlColours.of(source.text()));
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private void rules(JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Explain.RuleLine rule : Explain.found(result)) {
            json.writeObjectFieldStart(rule.id().value());
            json.writeStringField("severity", rule.severity());
            json.writeStringField("category", rule.category());
            json.writeStringField("since", rule.since());
            json.writeBooleanField("fixable", rule.fixable());
            json.writeStringField("summary", rule.summary());
            json.writeStringField("page", rule.page());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** Writes the patch of each fix below the place of its finding in the report. */
    private void fixes(JsonGenerator json) throws IOException {
        Map<String, FixPatches> files = new HashMap<>();
        json.writeStartObject();
        for (int i = 0; i < result.findings().size(); i++) {
            Finding finding = result.findings().get(i);
            SourceText source = result.sources().get(finding.file());
            Fix fix = finding.fixOrNull();
            if (fix != null && !fix.edits().isEmpty() && source != null && !source.isLarge() && !finding.secret()) {
                FixPatches patches = files.computeIfAbsent(finding.file(), file -> new FixPatches(file, source.text()));
                json.writeStringField(String.valueOf(i), patches.of(fix));
            }
        }
        json.writeEndObject();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("The plugin's jar lacks " + FOLDER + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
