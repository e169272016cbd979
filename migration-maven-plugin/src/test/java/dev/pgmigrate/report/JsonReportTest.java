package dev.pgmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void hasTheDocumentedForm() throws IOException {
        JsonNode schema = schema();

        assertThat(problems(
                        schema,
                        schema,
                        JSON.readTree(JsonReport.of(Results.full()).text()),
                        "$"))
                .isEmpty();
        assertThat(problems(
                        schema,
                        schema,
                        JSON.readTree(JsonReport.of(Results.clean()).text()),
                        "$"))
                .isEmpty();
    }

    @Test
    void saysWhatDiffersInTheDocumentedForm() throws IOException {
        JsonNode report = JSON.readTree(JsonReport.of(Results.different()).text());

        assertThat(problems(schema(), schema(), report, "$")).isEmpty();
        assertThat(report.get("differences")).hasSize(5);
        assertThat(report.get("differences").get(2)).isEqualTo(JSON.readTree("""
            {"kind": "column", "schema": "public", "of": "users", "name": "email", "property": "type",
             "state": "different", "left": "text", "right": "character varying(20)"}"""));
    }

    @Test
    void placesAreThoseThatPeopleCount() throws IOException {
        JsonNode finding = JSON.readTree(JsonReport.of(Results.full()).text())
                .get("findings")
                .get(0);

        assertThat(finding.get("rule").asText()).isEqualTo("require-concurrent-index-creation");
        assertThat(finding.get("line").asInt()).isEqualTo(2);
        assertThat(finding.get("column").asInt()).isEqualTo(2);
        assertThat(finding.get("endLine").asInt()).isEqualTo(2);
        assertThat(finding.get("endColumn").asInt()).isEqualTo(8);
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(JsonReport.of(Results.full()).text())
                .isEqualTo(JsonReport.of(Results.full()).text());
    }

    private static JsonNode schema() throws IOException {
        try (InputStream in = JsonReport.class.getResourceAsStream("report.schema.json")) {
            return JSON.readTree(in);
        }
    }

    /** As much of JSON Schema as the schema uses, and more: what it does not describe is a problem. */
    private static List<String> problems(JsonNode root, JsonNode schema, JsonNode value, String path) {
        JsonNode resolved =
                schema.has("$ref") ? root.at(schema.get("$ref").asText().substring(1)) : schema;
        List<String> problems = new ArrayList<>();
        if (resolved.has("const") && !resolved.get("const").equals(value)) {
            problems.add(path + " is " + value);
        }
        if (resolved.has("enum")) {
            List<String> words = new ArrayList<>();
            resolved.get("enum").forEach(word -> words.add(word.asText()));
            if (!words.contains(value.asText())) {
                problems.add(path + " is " + value + ", not one of " + words);
            }
        }
        if (value.isArray()) {
            value.forEach(item -> problems.addAll(problems(root, resolved.path("items"), item, path + "[]")));
        }
        if (value.isObject()) {
            resolved.path("required").forEach(name -> {
                if (!value.has(name.asText())) {
                    problems.add(path + " lacks " + name.asText());
                }
            });
            value.properties().forEach(member -> {
                JsonNode described = resolved.path("properties").path(member.getKey());
                if (described.isMissingNode() && resolved.has("additionalProperties")) {
                    described = resolved.get("additionalProperties");
                }
                if (described.isMissingNode()) {
                    problems.add(path + "." + member.getKey() + " is not described");
                } else {
                    problems.addAll(problems(root, described, member.getValue(), path + "." + member.getKey()));
                }
            });
        }
        return problems;
    }
}
