package dev.pgmigrate.lint;

import dev.pgmigrate.sql.Position;
import dev.pgmigrate.sql.SourceRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule found: what, where, and what to do about it.
 *
 * @param rule the rule that found it
 * @param severity its severity under the configuration; {@link Severity#INFO} in files that are applied
 * @param category the rule's category
 * @param file the file, as in {@code Migration.path()}
 * @param range where in the file; empty at 0 for a finding about the file as such
 * @param start line and column of the range's start
 * @param end line and column of the range's end, exclusive
 * @param message one sentence about the reader's own object
 * @param advice one imperative sentence
 * @param confidence whether the files alone show it
 * @param fixOrNull the rewrite that removes it, or null where a person has to decide
 * @param secret whether the text in its range must not be shown
 */
public record Finding(
        RuleId rule,
        Severity severity,
        Category category,
        String file,
        SourceRange range,
        Position start,
        Position end,
        String message,
        String advice,
        Confidence confidence,
        @Nullable Fix fixOrNull,
        boolean secret) {
    public Optional<Fix> fix() {
        return Optional.ofNullable(fixOrNull);
    }

    /** Returns the same finding with another severity. */
    public Finding withSeverity(Severity other) {
        return new Finding(
                rule, other, category, file, range, start, end, message, advice, confidence, fixOrNull, secret);
    }
}
