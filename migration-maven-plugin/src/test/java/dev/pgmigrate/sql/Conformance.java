package dev.pgmigrate.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.parser.SqlParser;
import dev.pgmigrate.sql.parser.SqlScript;
import dev.pgmigrate.sql.parser.SyntaxError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Compares the parser with verdicts that PostgreSQL's own grammar gave: {@code statements.jsonl}, {@code files.jsonl} and
 * {@code mutants.jsonl} of one folder.
 *
 * <p>Also the inner loop of whoever works on the parser: {@code main} prints the first disagreements.
 */
final class Conformance {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    Conformance(Path folder) {
        this.folder = folder;
    }

    /** Agreements counted, disagreements kept: by what they are about. */
    static final class Figures {
        int total;

        /** How many of them PostgreSQL refuses. */
        int refused;

        final Map<String, List<String>> disagreements = new TreeMap<>();

        private void disagree(String about, String what) {
            disagreements.computeIfAbsent(about, key -> new ArrayList<>()).add(what);
        }

        int disagreed() {
            return disagreements.values().stream().mapToInt(List::size).sum();
        }

        int disagreed(String about) {
            return disagreements.getOrDefault(about, List.of()).size();
        }

        double agreed() {
            return total == 0 ? 0 : 100.0 * (total - disagreed()) / total;
        }
    }

    /** The accepted statements: each accepted, alone, and of the same kind. */
    Figures statements() {
        Figures figures = new Figures();
        lines("statements.jsonl", line -> {
            String sql = line.get("sql").asText();
            String tag = line.get("tag").asText();
            figures.total++;
            SqlScript script = SqlParser.parse(SourceText.of(sql));
            if (!script.errors().isEmpty()) {
                figures.disagree(tag, at(script.errors().get(0)) + "\n    " + sql);
            } else if (!kinds(script).equals(List.of(tag))) {
                figures.disagree(tag, "is " + kinds(script) + "\n    " + sql);
            }
        });
        return figures;
    }

    /** The files: the same statements at the same places, or the first error at the same place. */
    Figures files() {
        Figures figures = new Figures();
        lines("files.jsonl", line -> {
            figures.total++;
            String file = line.get("file").asText();
            String text = read(folder.resolve("regress").resolve(file));
            SqlScript script = SqlParser.parse(SourceText.of(text));
            if (line.has("error")) {
                if (script.errors().isEmpty()) {
                    figures.disagree("files", file + ": accepted instead of " + line.get("error"));
                    return;
                }
                SyntaxError error = script.errors().get(0);
                int position = text.codePointCount(0, error.range().start());
                if (position != line.get("position").asInt()
                        || !error.message().equals(line.get("error").asText())) {
                    figures.disagree("files", file + ": " + at(error) + " instead of " + line);
                }
                return;
            }
            if (!script.errors().isEmpty()) {
                figures.disagree("files", file + ": " + at(script.errors().get(0)));
                return;
            }
            comparePlaces(figures, file, text, script, line.get("statements"));
        });
        return figures;
    }

    private static void comparePlaces(Figures figures, String file, String text, SqlScript script, JsonNode expected) {
        int index = 0;
        int bytes = 0;
        for (int i = 0; i < Math.max(expected.size(), script.statements().size()); i++) {
            if (i >= expected.size() || i >= script.statements().size()) {
                figures.disagree(
                        "files",
                        file + ": " + script.statements().size() + " statements instead of " + expected.size());
                return;
            }
            Statement statement = script.statements().get(i);
            bytes += utf8(text, index, statement.range().start());
            index = statement.range().start();
            int start = bytes;
            bytes += utf8(text, index, statement.range().end());
            index = statement.range().end();
            String place = "[" + start + "," + bytes + ",\"" + statement.kind().nodeName() + "\"]";
            if (!place.equals(expected.get(i).toString())) {
                figures.disagree(
                        "files",
                        file + ": " + place + " instead of " + expected.get(i) + "\n    "
                                + text.substring(statement.range().start(), index));
                return;
            }
        }
    }

    /** The damaged statements: the verdict, then the place of the error, then its words. */
    Figures mutants() {
        Figures figures = new Figures();
        lines("mutants.jsonl", line -> {
            String sql = line.get("sql").asText();
            figures.total++;
            SqlScript script = SqlParser.parse(SourceText.of(sql));
            figures.refused += line.get("ok").asBoolean() ? 0 : 1;
            // What psql would take itself, no server accepts.
            boolean accepted =
                    script.errors().isEmpty() && script.metaCommands().isEmpty();
            if (line.get("ok").asBoolean() != accepted) {
                String ours = accepted
                        ? "accepted " + kinds(script)
                        : at(script.errors().get(0));
                figures.disagree("verdict", ours + " instead of " + line.path("error") + "\n    " + sql);
            } else if (!accepted && script.metaCommands().isEmpty()) {
                SyntaxError error = script.errors().get(0);
                int position = sql.codePointCount(0, error.range().start());
                if (position != line.get("position").asInt()) {
                    figures.disagree(
                            "position",
                            at(error) + " instead of " + line.get("position") + line.get("error") + "\n    " + sql);
                } else if (!error.message().equals(line.get("error").asText())) {
                    figures.disagree("message", at(error) + " instead of " + line.get("error") + "\n    " + sql);
                }
            } else if (accepted && !JSON.valueToTree(kinds(script)).equals(line.get("tags"))) {
                figures.disagree("kind", kinds(script) + " instead of " + line.get("tags") + "\n    " + sql);
            }
        });
        return figures;
    }

    private static List<String> kinds(SqlScript script) {
        return script.statements().stream()
                .map(statement -> statement.kind().nodeName())
                .toList();
    }

    private static String at(SyntaxError error) {
        return error.range().start() + " " + error.message();
    }

    private static int utf8(String text, int from, int to) {
        return text.substring(from, to).getBytes(StandardCharsets.UTF_8).length;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lines(String file, Consumer<JsonNode> use) {
        try (BufferedReader reader = Files.newBufferedReader(folder.resolve(file))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                use.accept(JSON.readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code <folder> statements|files|mutants [kind] [count]}: prints figures, and the first of each kind. */
    public static void main(String[] args) {
        Conformance conformance = new Conformance(Path.of(args[0]));
        Figures figures = switch (args[1]) {
            case "statements" -> conformance.statements();
            case "files" -> conformance.files();
            default -> conformance.mutants();
        };
        String kind = args.length > 2 ? args[2] : "";
        int count = args.length > 3 ? Integer.parseInt(args[3]) : 3;
        figures.disagreements.forEach((about, list) -> {
            if (about.startsWith(kind)) {
                list.stream().limit(count).forEach(one -> System.out.println(about + ": " + one));
            }
        });
        figures.disagreements.forEach((about, list) -> System.out.println(list.size() + " " + about));
        System.out.printf("%.2f %% of %d agree%n", figures.agreed(), figures.total);
    }
}
