package dev.pgmigrate.proof.body;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.proof.body.BodyProblem.Place;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.FunctionBody;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the bodies that a server has stand in the files. */
final class RoutineSources {
    /** What a message is about; the first that fits. */
    private static final List<Pattern> NAMED = List.of(
            Pattern.compile("has no field \"([^\"]+)\""),
            Pattern.compile("^column (?:reference )?\"?([^\" ]+)"),
            Pattern.compile("^(?:relation|type|schema|function|procedure) \"?([^\"(]+)"),
            Pattern.compile("\"([^\"]+)\""));

    private final Map<String, Body> byText = new HashMap<>();

    private record Body(SqlFile file, SourceRange statement, FunctionBody.Source source) {}

    /** Takes note of the functions that a file makes. */
    void read(SqlFile file) {
        for (Statement statement : file.script().statements()) {
            if (statement instanceof CreateFunction function && function.body() instanceof FunctionBody.Source source) {
                byText.put(
                        key(function.name().last().text(), source.text()), new Body(file, statement.range(), source));
            }
        }
    }

    private static String key(String name, String text) {
        return name + "\n" + text;
    }

    /** Returns where {@code range} of the body of a routine stands, and what {@code message} names there; null if nowhere. */
    @Nullable
    Place place(Routine routine, SourceRange range, String message) {
        Body body = byText.get(key(routine.name().name(), routine.source()));
        if (body == null) {
            return null;
        }
        SourceRange literal = body.source().range();
        int quote = (literal.length() - routine.source().length()) / 2;
        String text = body.file().source().text();
        boolean asItIs = text.startsWith(routine.source(), literal.start() + quote);
        if (!asItIs) {
            return new Place(body.file(), body.statement(), literal);
        }
        int start = literal.start() + quote;
        SourceRange statement = new SourceRange(start + range.start(), start + range.end());
        return new Place(body.file(), statement, named(text, statement, message));
    }

    private static SourceRange named(String text, SourceRange statement, String message) {
        String name = NAMED.stream()
                .map(pattern -> pattern.matcher(message))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse("");
        String last = name.substring(name.lastIndexOf('.') + 1);
        Matcher there = Pattern.compile("(?i)(?<![\\w$])" + Pattern.quote(last) + "(?![\\w$])")
                .matcher(text);
        there.region(statement.start(), statement.end());
        return !last.isEmpty() && there.find() ? new SourceRange(there.start(), there.end()) : statement;
    }
}
