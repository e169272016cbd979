package dev.pgmigrate.report;

import dev.pgmigrate.goal.Failure;
import dev.pgmigrate.goal.FileLine;
import dev.pgmigrate.goal.FileState;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Severity;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A result as JUnit XML: a suite for the goal, a test for each file. Errors and failures fail the test of a file,
 * warnings are its output. A proof has {@linkplain ProofSuites suites of its own}.
 */
public final class JunitReport {
    private final XMLStreamWriter xml;
    private final Result result;
    private final Map<String, List<Finding>> findings;
    private final Map<String, List<Failure>> failures;
    private final Set<String> notRun;

    private JunitReport(XMLStreamWriter xml, Result result) {
        this.xml = xml;
        this.result = result;
        this.findings = result.findings().stream().collect(Collectors.groupingBy(Finding::file));
        this.failures = result.failures().stream()
                .filter(failure -> failure.path().isPresent())
                .collect(Collectors.groupingBy(failure -> failure.path().orElseThrow()));
        this.notRun = result.files().stream()
                .filter(line -> line.state() == FileState.NOT_RUN)
                .map(FileLine::path)
                .collect(Collectors.toSet());
    }

    public static ReportText of(Result result) {
        return out -> {
            try {
                XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
                new JunitReport(xml, result).write();
                xml.close();
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
            out.append('\n');
        };
    }

    private void write() throws XMLStreamException {
        if (result.files().stream().anyMatch(file -> file.proof().isPresent())) {
            new ProofSuites(xml, result).write();
            return;
        }
        Set<String> files = files();
        List<Failure> placeless = result.failures().stream()
                .filter(failure -> failure.path().isEmpty())
                .toList();
        long failed = files.stream().filter(this::fails).count() + placeless.size();
        long skipped = files.stream().filter(this::isSkipped).count();
        xml.writeStartDocument("UTF-8", "1.0");
        start("testsuite", "name", "migrate:" + result.goal());
        xml.writeAttribute("tests", String.valueOf(files.size() + placeless.size()));
        xml.writeAttribute("failures", String.valueOf(failed));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", String.valueOf(skipped));
        xml.writeAttribute("time", "0");
        for (String file : files) {
            test(file, failures.getOrDefault(file, List.of()), isSkipped(file));
        }
        for (Failure failure : placeless) {
            test("migrate:" + result.goal(), List.of(failure), false);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void test(String name, List<Failure> failures, boolean skipped) throws XMLStreamException {
        start("testcase", "name", name);
        xml.writeAttribute("classname", "migrate." + result.goal());
        xml.writeAttribute("time", "0");
        List<Finding> errors = findings(name, Severity.ERROR);
        if (!failures.isEmpty() || !errors.isEmpty()) {
            start(
                    "failure",
                    "message",
                    failures.isEmpty()
                            ? errors.get(0).message()
                            : failures.get(0).message());
            xml.writeAttribute("type", failures.isEmpty() ? errors.get(0).rule().value() : "failed-migration");
            StringBuilder text = new StringBuilder();
            failures.forEach(failure -> line(text, failure.place() + " " + failure.message(), failure.advice()));
            errors.forEach(finding -> line(text, finding));
            xml.writeCharacters(clean(text.toString()));
            xml.writeEndElement();
        } else if (skipped) {
            xml.writeEmptyElement("skipped");
        }
        List<Finding> warnings = findings(name, Severity.WARNING);
        if (!warnings.isEmpty()) {
            xml.writeStartElement("system-out");
            StringBuilder text = new StringBuilder();
            warnings.forEach(finding -> line(text, finding));
            xml.writeCharacters(clean(text.toString()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void start(String element, String attribute, String value) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute(attribute, clean(value));
    }

    private static void line(StringBuilder text, Finding finding) {
        String place = finding.file() + ":" + finding.start().line() + ":"
                + finding.start().column();
        line(text, place + " [" + finding.rule() + "] " + finding.message(), finding.advice());
    }

    static void line(StringBuilder text, String what, String advice) {
        text.append(what.strip()).append('\n');
        if (!advice.isEmpty()) {
            text.append("  ").append(advice).append('\n');
        }
    }

    /** Returns all files to report on: the migrations, and rollbacks with findings. */
    private Set<String> files() {
        Set<String> files = new LinkedHashSet<>();
        result.files().stream().map(FileLine::path).forEach(files::add);
        result.findings().stream().map(Finding::file).forEach(files::add);
        result.failures().forEach(failure -> failure.path().ifPresent(files::add));
        return files;
    }

    private boolean fails(String file) {
        return failures.containsKey(file) || !findings(file, Severity.ERROR).isEmpty();
    }

    private boolean isSkipped(String file) {
        return notRun.contains(file) && !fails(file);
    }

    private List<Finding> findings(String file, Severity severity) {
        return findings.getOrDefault(file, List.of()).stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }

    /** Replaces characters that XML 1.0 cannot contain. */
    static String clean(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD");
    }
}
