package dev.pgmigrate.report;

import dev.pgmigrate.goal.Failure;
import dev.pgmigrate.goal.FileLine;
import dev.pgmigrate.goal.FileState;
import dev.pgmigrate.goal.ProofLine;
import dev.pgmigrate.goal.ProofPart;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.goal.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** A proof as JUnit XML: a suite for each migration, a test for each part that was proved. */
final class ProofSuites {
    private static final double SECOND = 1000;

    private final XMLStreamWriter xml;
    private final Result result;

    /**
     * A suite.
     *
     * @param failures what fails, by the part that was tried
     * @param skipped whether it was not run
     */
    private record Suite(
            String name, double seconds, Map<ProofPart, List<Failure>> failures, boolean skipped, String output) {
        long failed() {
            return failures.values().stream().filter(of -> !of.isEmpty()).count();
        }
    }

    ProofSuites(XMLStreamWriter xml, Result result) {
        this.xml = xml;
        this.result = result;
    }

    void write() throws XMLStreamException {
        List<Suite> suites = suites();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "migrate:" + result.goal());
        for (Suite suite : suites) {
            write(suite);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    /** What fails and is of no part of a migration's proof keeps it from applying, or is of a file beside it. */
    private List<Suite> suites() {
        Set<Failure> ofParts = new HashSet<>();
        result.files().stream()
                .flatMap(file -> file.proof().stream())
                .forEach(proof -> proof.failures().values().forEach(ofParts::addAll));
        Map<String, List<Failure>> others = new LinkedHashMap<>();
        for (Failure failure : result.failures()) {
            if (!ofParts.contains(failure)) {
                others.computeIfAbsent(failure.path().orElse("migrate:" + result.goal()), key -> new ArrayList<>())
                        .add(failure);
            }
        }
        List<Suite> suites = new ArrayList<>();
        for (FileLine file : result.files()) {
            List<Failure> applies = others.getOrDefault(file.path(), List.of());
            others.remove(file.path());
            suites.add(suite(file, applies));
        }
        others.forEach(
                (name, failures) -> suites.add(new Suite(name, 0, Map.of(ProofPart.APPLIES, failures), false, "")));
        return suites;
    }

    private Suite suite(FileLine file, List<Failure> applies) {
        ProofLine proof = file.proofOrNull();
        Map<ProofPart, List<Failure>> failures = new EnumMap<>(ProofPart.class);
        failures.put(ProofPart.APPLIES, applies);
        if (proof == null) {
            return new Suite(file.path(), 0, failures, file.state() == FileState.NOT_RUN, "");
        }
        if (proof.secondRun().isPresent()) {
            for (ProofPart part : ProofPart.values()) {
                failures.putIfAbsent(part, proof.failures().getOrDefault(part, List.of()));
            }
            if (proof.rollback().map(Verdict::word).filter("none"::equals).isPresent()) {
                failures.remove(ProofPart.ROLLBACK);
            }
        }
        return new Suite(file.path(), proof.millis() / SECOND, failures, false, output(proof));
    }

    /** What a rehearsal has seen is all that there is to say of it; in a proof each has a test of its own. */
    private String output(ProofLine proof) {
        List<String> lines = new ArrayList<>();
        if (proof.secondRun().isEmpty() && proof.isObserved()) {
            lines.addAll(result.notes());
            proof.locks()
                    .forEach(lock -> lines.add("Line " + lock.line() + ": " + lock.table() + " " + lock.mode() + " for "
                            + lock.millis() + " ms, predicted " + lock.predicted()));
        }
        proof.rows()
                .forEach(count -> lines.add(count.table() + " before: " + rows(count.beforeOrNull()) + ", after: "
                        + rows(count.afterOrNull())));
        lines.addAll(proof.unproved());
        return String.join("\n", lines);
    }

    private static String rows(@Nullable Long count) {
        if (count == null) {
            return "not there";
        }
        return count + (count == 1 ? " row" : " rows");
    }

    private void write(Suite suite) throws XMLStreamException {
        start("testsuite", suite.name());
        xml.writeAttribute("tests", String.valueOf(suite.failures().size()));
        xml.writeAttribute("failures", String.valueOf(suite.failed()));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", suite.skipped() ? "1" : "0");
        xml.writeAttribute("time", String.valueOf(suite.seconds()));
        for (Map.Entry<ProofPart, List<Failure>> part : suite.failures().entrySet()) {
            test(suite, part.getKey(), part.getValue());
        }
        if (!suite.output().isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(JunitReport.clean(suite.output()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void test(Suite suite, ProofPart part, List<Failure> failures) throws XMLStreamException {
        start("testcase", part.word());
        xml.writeAttribute("classname", JunitReport.clean(suite.name()));
        xml.writeAttribute("time", String.valueOf(part == ProofPart.APPLIES ? suite.seconds() : 0));
        if (!failures.isEmpty()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", JunitReport.clean(failures.get(0).message()));
            xml.writeAttribute("type", "failed-proof");
            StringBuilder text = new StringBuilder();
            failures.forEach(
                    failure -> JunitReport.line(text, failure.place() + " " + failure.message(), failure.advice()));
            xml.writeCharacters(JunitReport.clean(text.toString()));
            xml.writeEndElement();
        } else if (suite.skipped()) {
            xml.writeEmptyElement("skipped");
        }
        xml.writeEndElement();
    }

    private void start(String element, String name) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("name", JunitReport.clean(name));
    }
}
