package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.effect.Effect;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.lint.evidence.LiveLocks;
import dev.pgmigrate.replay.Settings;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.SettingStatement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reports a {@code lock_timeout} that does not bound the wait of the statement that needs it. */
final class LockTimeoutIneffective extends FileRule {
    private static final Pattern ZERO = Pattern.compile("0+(\\.0*)?\\s*[a-z]*");

    LockTimeoutIneffective() {
        super(Facts.warning(Category.TRANSACTION).fixable().since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        Set<SourceRange> reported = new HashSet<>();
        TimeoutLoss losses = new TimeoutLoss(context.folder().settings());
        for (Step step : context.steps().changes()) {
            Optional<TimeoutLoss.Loss> loss = losses.next(step);
            Settings.Setting setting = step.settings().attempt("lock_timeout").orElse(null);
            // A cancelled CONCURRENTLY is left half done, so nothing may bound its wait.
            boolean asked = (loss.isPresent() || setting != null) && Concurrently.build(step.statement()) == null;
            Optional<Effect> lock = asked ? LiveLocks.blocking(step, context) : Optional.empty();
            if (lock.isPresent() && loss.isPresent() && reported.add(loss.get().range())) {
                String instead = loss.get().instead();
                report(
                                loss.get().range(),
                                loss.get().words(),
                                lock.get(),
                                loss.get().advice(),
                                reporter)
                        .fix(Optional.ofNullable(instead)
                                .map(text -> Fix.replace(loss.get().range(), text)));
            } else if (lock.isPresent() && setting != null) {
                SourceRange range = setting.origin().range();
                boolean none =
                        ZERO.matcher(setting.value().toLowerCase(Locale.ROOT)).matches();
                if ((none || !setting.effective()) && reported.add(range)) {
                    String words = none ? "With lock_timeout 0" : "Outside a transaction SET LOCAL does nothing, so";
                    String advice = none ? "Set it to a few seconds." : "Leave LOCAL out.";
                    report(range, words, lock.get(), advice, reporter).fix(mend(range, none, context));
                }
            }
        }
    }

    private static Reporter.Draft report(
            SourceRange range, String words, Effect lock, String advice, Reporter reporter) {
        return reporter.report(
                range,
                words + " the migration waits for `" + lock.relation().name()
                        + "` indefinitely, and later queries of it wait behind the "
                        + lock.mode().sql() + " lock",
                advice);
    }

    private static Optional<Fix> mend(SourceRange range, boolean none, FileContext context) {
        return context.topLevel().stream()
                .filter(step -> step.statement().range().equals(range))
                .filter(step -> step.statement() instanceof SettingStatement.SetStatement)
                .map(step -> (SettingStatement.SetStatement) step.statement())
                .map(set -> none ? Fix.replace(set.change().values().get(0).range(), "'2s'") : ofSession(set, context))
                .findFirst();
    }

    private static Fix ofSession(SettingStatement.SetStatement set, FileContext context) {
        TextEdit edit = new TextEdit(
                new SourceRange(set.range().start(), set.change().range().start()), "SET ");
        return SetLeaksSession.isOneSession(context.folder().settings().runner())
                ? Fix.of(edit, SetLeaksSession.reset("lock_timeout", context))
                : Fix.of(edit);
    }
}
