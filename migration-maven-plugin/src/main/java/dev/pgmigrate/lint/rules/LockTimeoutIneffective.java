package dev.pgmigrate.lint.rules;

import dev.pgmigrate.effect.Effect;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
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
public final class LockTimeoutIneffective implements Rule {
    private static final Pattern ZERO = Pattern.compile("0+(\\.0*)?\\s*[a-z]*");

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.TRANSACTION;
    }

    @Override
    public boolean fixable() {
        return true;
    }

    @Override
    public void checkFile(FileContext context, Reporter reporter) {
        Set<SourceRange> reported = new HashSet<>();
        for (Step step : context.steps()) {
            Optional<Settings.Setting> setting = step.settings().attempt("lock_timeout");
            Optional<Effect> lock = setting.flatMap(known -> LiveLocks.blocking(step, context));
            if (setting.isEmpty() || lock.isEmpty()) {
                continue;
            }
            boolean none =
                    ZERO.matcher(setting.get().value().toLowerCase(Locale.ROOT)).matches();
            SourceRange range = setting.get().origin().range();
            if ((none || !setting.get().effective()) && reported.add(range)) {
                reporter.report(
                                range,
                                (none
                                                ? "With lock_timeout 0 the migration"
                                                : "Outside a transaction SET LOCAL does nothing, so the migration")
                                        + " waits for `" + lock.get().relation().name()
                                        + "` without end, and later queries of it wait behind the "
                                        + lock.get().mode().sql() + " lock",
                                none ? "Set it to a few seconds." : "Leave LOCAL out.")
                        .fix(mend(range, none, context));
            }
        }
    }

    private static Optional<Fix> mend(SourceRange range, boolean none, FileContext context) {
        return context.topLevel().stream()
                .filter(step -> step.statement().range().equals(range))
                .filter(step -> step.statement() instanceof SettingStatement.SetStatement)
                .map(step -> (SettingStatement.SetStatement) step.statement())
                .map(set -> none
                        ? Fix.replace(set.change().values().get(0).range(), "'2s'")
                        : Fix.replace(
                                new SourceRange(
                                        range.start(), set.change().range().start()),
                                "set "))
                .findFirst();
    }
}
