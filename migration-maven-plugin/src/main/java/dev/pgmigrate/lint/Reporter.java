package dev.pgmigrate.lint;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Origin;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the findings of one rule; their severity, and whether they are suppressed, is decided later. */
public final class Reporter {
    private final Rule rule;
    private final @Nullable SqlFile file;
    private final Drafts drafts;

    Reporter(Rule rule, @Nullable SqlFile file, Drafts drafts) {
        this.rule = rule;
        this.file = file;
        this.drafts = drafts;
    }

    /**
     * Reports something in the file that is being checked.
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

    /** Reports something at the statement that created it, in whichever file that is. */
    public Draft report(Origin origin, String message, String advice) {
        return report(origin.file(), origin.range(), message, advice);
    }

    /** Reports something in any file. */
    public Draft report(SqlFile in, SourceRange range, String message, String advice) {
        return report(in.path(), in.source(), range, message, advice);
    }

    /** Reports something about a whole file, such as its name or its existence. */
    public Draft report(String path, String message, String advice) {
        return report(path, SourceText.of(""), SourceRange.at(0), message, advice);
    }

    Draft report(String path, SourceText source, SourceRange range, String message, String advice) {
        Draft draft = new Draft(rule, path, source, range, message, advice);
        drafts.add(draft);
        return draft;
    }

    /** A finding to which a confidence and a fix can still be added. */
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

        /** Marks the finding as based on a guess about something that the files do not show. */
        public Draft assumed() {
            confidence = Confidence.ASSUMED;
            return this;
        }

        /** Marks it as a guess if {@code guessed}. */
        public Draft assumedIf(boolean guessed) {
            return guessed ? assumed() : this;
        }

        /** Lowers the severity of this one finding, if the rule knows that it matters less than its others. */
        public Draft atMost(Severity severity) {
            atMost = severity;
            return this;
        }

        /** Adds the fix that removes the finding. */
        public Draft fix(Fix rewrite) {
            fix = rewrite;
            return this;
        }

        /** Adds the fix if there is one. */
        public Draft fix(Optional<Fix> rewrite) {
            fix = rewrite.orElse(null);
            return this;
        }

        /** Forbids reports to show the underlined text. */
        public Draft secret() {
            secret = true;
            return this;
        }

        /** Withdraws a fix inside one of {@code strings}, where SQL is not written as SQL. */
        void withdrawFixInside(SqlFile in, QuotedRanges strings) {
            Fix rewrite = fix;
            if (rewrite != null && path.equals(in.path()) && strings.hold(rewrite)) {
                fix = null;
            }
        }

        /** Returns a finding in the place of this one and those of the same rule behind it. */
        Draft standingFor(int count) {
            String rest = count + " more findings of `" + rule.id() + "`, from this one on, are not listed";
            Draft draft = new Draft(rule, path, source, range, rest, advice);
            return secret ? draft.secret() : draft;
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
