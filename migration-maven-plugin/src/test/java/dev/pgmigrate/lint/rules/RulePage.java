package dev.pgmigrate.lint.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of a rule, as it lies in the sources. */
record RulePage(Path file, String text) {
    static final List<String> HEADINGS = List.of(
            "## What it finds",
            "## Why it hurts",
            "## Unsafe",
            "## Safer",
            "## Known limits",
            "## When to suppress it",
            "## References");
    private static final Path FOLDER = Path.of("src/main/resources/dev/pgmigrate/lint/rules");
    private static final Pattern REFUSED =
            Pattern.compile("refuses\\s[^.]*?`unsafe\\.sql`\\s[^.]*?\\b([0-9A-Z]{5})\\b");

    static RulePage of(String rule) throws IOException {
        Path file = FOLDER.resolve(rule + ".md");
        return new RulePage(file, Files.exists(file) ? Files.readString(file, UTF_8) : "");
    }

    List<String> headings() {
        return text.lines().filter(line -> line.startsWith("## ")).toList();
    }

    /** Returns the error with which the page says that the server refuses the unsafe history, if it says so. */
    Optional<String> refusal() {
        Matcher matcher = REFUSED.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Returns the SQL below a heading. */
    Optional<String> sql(String heading) {
        Matcher matcher = block(heading).matcher(text);
        return matcher.find() ? Optional.of(matcher.group(2).strip()) : Optional.empty();
    }

    /** Writes the SQL below a heading. */
    RulePage withSql(String heading, String sql) throws IOException {
        String changed = block(heading)
                .matcher(text)
                .replaceFirst(matcher -> Matcher.quoteReplacement(matcher.group(1) + sql + "\n```"));
        Files.writeString(file, changed, UTF_8);
        return new RulePage(file, changed);
    }

    private static Pattern block(String heading) {
        return Pattern.compile("(" + Pattern.quote(heading) + "\n(?:(?!\n## ).)*?```sql\n)(.*?)```", Pattern.DOTALL);
    }
}
