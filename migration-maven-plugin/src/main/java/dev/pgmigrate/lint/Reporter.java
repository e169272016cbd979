package dev.pgmigrate.lint;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Origin;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes down what one rule finds; what a finding weighs, and whether it is suppressed, is decided later. */
public final class Reporter {
    private final Rule rule;
    private final @Nullable SqlFile file;
    private final List<Draft> drafts;

    Reporter(Rule rule, @Nullable SqlFile file, List<Draft> drafts) {
        this.rule = rule;
        this.file = file;
        this.drafts = drafts;
    }

    /**
     * Reports something in the file that is being judged.
     *
     * @param range what to underline
     * @param message one sentence about the reader's own object, naming it; for a lock, its mode and what it stops
     * @param advice one imperative sentence
     */
    public Draft report(SourceRange range, String message, String advice) {
        if (file == null) {
            throw new IllegalStateException("Rule " + rule.id() + " judges all files and has to name one");
        }
        return report(file, range, message, advice);
    }

    /** Reports something at the statement that made it, in whichever file that is. */
    public Draft report(Origin origin, String message, String advice) {
        return report(origin.file(), origin.range(), message, advice);
    }

    /** Reports something in any file. */
    public Draft report(SqlFile in, SourceRange range, String message, String advice) {
        return report(in.path(), in.source(), range, message, advice);
    }

    /** Reports something about a file as such: its name, its being there. */
    public Draft report(String path, String message, String advice) {
        return report(path, SourceText.of(""), SourceRange.at(0), message, advice);
    }

    Draft report(String path, SourceText source, SourceRange range, String message, String advice) {
        Draft draft = new Draft(rule, path, source, range, message, advice);
        drafts.add(draft);
        return draft;
    }

    /** A finding that can still be told how sure it is and how it is mended. */
    public static final class Draft {
        private final Rule rule;
        private final String path;
        private final SourceText source;
        private final SourceRange range;
        private final String message;
        private final String advice;
        private Confidence confidence = Confidence.EXACT;
        private @Nullable Severity atMost;
        private @Nullable Fix fix;
        private boolean secret;

        private Draft(Rule rule, String path, SourceText source, SourceRange range, String message, String advice) {
            this.rule = rule;
            this.path = path;
            this.source = source;
            this.range = range;
            this.message = message;
            this.advice = advice;
        }

        /** Says that the rule had to guess about something that the files do not show. */
        public Draft assumed() {
            confidence = Confidence.ASSUMED;
            return this;
        }

        /** Says so if {@code guessed}. */
        public Draft assumedIf(boolean guessed) {
            return guessed ? assumed() : this;
        }

        /** Lowers this one finding, where the rule knows that it weighs less than its others. */
        public Draft atMost(Severity severity) {
            atMost = severity;
            return this;
        }

        /** Adds the rewrite that removes the finding. */
        public Draft fix(Fix rewrite) {
            fix = rewrite;
            return this;
        }

        /** Adds the rewrite if there is one. */
        public Draft fix(Optional<Fix> rewrite) {
            fix = rewrite.orElse(null);
            return this;
        }

        /** Says that no report may show the text that is underlined. */
        public Draft secret() {
            secret = true;
            return this;
        }

        /** Takes back a rewrite of something inside one of {@code strings}, where SQL is not written as SQL. */
        void withdrawFixInside(SqlFile in, List<SourceRange> strings) {
            Fix rewrite = fix;
            if (rewrite != null && path.equals(in.path()) && strings.stream().anyMatch(rewrite::touches)) {
                fix = null;
            }
        }

        String path() {
            return path;
        }

        SourceRange range() {
            return range;
        }

        Rule rule() {
            return rule;
        }

        Finding finding(Severity configured) {
            Severity severity = atMost != null && !atMost.isAtLeast(configured) ? atMost : configured;
            return new Finding(
                    rule.id(),
                    severity,
                    rule.category(),
                    path,
                    range,
                    source.position(range.start()),
                    source.position(range.end()),
                    message,
                    advice,
                    confidence,
                    fix,
                    secret);
        }
    }
}
