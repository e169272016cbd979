package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceRange;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An instruction in a comment, {@code -- migrate:…}: the file stays plain SQL for every other tool. */
public sealed interface Directive {
    /** Returns the range of the comment. */
    SourceRange range();

    /** A rule that a suppression names, with its place. */
    record RuleReference(String rule, SourceRange range) {}

    /** A suppression of rules for the next statement, or for the whole file. */
    sealed interface Suppression extends Directive {
        /** Returns the suppressed rules; empty means all of them (only Squawk's comments may say so). */
        List<RuleReference> rules();

        Optional<String> reason();

        Optional<LocalDate> until();

        /** Returns whether the comment is Squawk's, which has neither a reason nor a date. */
        boolean squawk();
    }

    /** {@code -- migrate:ignore rule reason="…"}, which applies to the next statement. */
    record Ignore(
            List<RuleReference> rules,
            @Nullable String reasonOrNull,
            @Nullable LocalDate untilOrNull,
            boolean squawk,
            SourceRange range)
            implements Suppression {
        public Ignore {
            rules = List.copyOf(rules);
        }

        @Override
        public Optional<String> reason() {
            return Optional.ofNullable(reasonOrNull);
        }

        @Override
        public Optional<LocalDate> until() {
            return Optional.ofNullable(untilOrNull);
        }
    }

    /** {@code -- migrate:ignore-file rule reason="…"}, which applies to the file. */
    record IgnoreFile(
            List<RuleReference> rules,
            @Nullable String reasonOrNull,
            @Nullable LocalDate untilOrNull,
            boolean squawk,
            SourceRange range)
            implements Suppression {
        public IgnoreFile {
            rules = List.copyOf(rules);
        }

        @Override
        public Optional<String> reason() {
            return Optional.ofNullable(reasonOrNull);
        }

        @Override
        public Optional<LocalDate> until() {
            return Optional.ofNullable(untilOrNull);
        }
    }

    /** {@code -- migrate:transaction off}, or dbmate's or goose's equivalent. */
    record TransactionOff(SourceRange range) implements Directive {}

    /** {@code -- migrate:timeout lock=2s statement=10min}; zero means no timeout. */
    record Timeout(@Nullable Duration lockOrNull, @Nullable Duration statementOrNull, SourceRange range)
            implements Directive {
        public Optional<Duration> lock() {
            return Optional.ofNullable(lockOrNull);
        }

        public Optional<Duration> statement() {
            return Optional.ofNullable(statementOrNull);
        }
    }

    /** A condition that has to hold before or after the migration. */
    sealed interface Requirement extends Directive {
        Condition condition();
    }

    /** {@code -- migrate:requires table public.users}: what has to hold before the migration runs. */
    record Requires(Condition condition, SourceRange range) implements Requirement {}

    /** {@code -- migrate:ensures column public.users.email}: what has to hold after it. */
    record Ensures(Condition condition, SourceRange range) implements Requirement {}

    /** {@code -- migrate:irreversible reason="…"}: there is no rollback, on purpose. */
    record Irreversible(@Nullable String reasonOrNull, SourceRange range) implements Directive {
        public Optional<String> reason() {
            return Optional.ofNullable(reasonOrNull);
        }
    }
}
