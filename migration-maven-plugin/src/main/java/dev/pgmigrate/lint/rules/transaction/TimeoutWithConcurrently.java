package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.StatementEdits;
import dev.pgmigrate.replay.Settings;
import dev.pgmigrate.sql.ast.SettingStatement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reports a timeout in force for a {@code CONCURRENTLY} that has to wait, and leaves wreckage when it is cancelled. */
public final class TimeoutWithConcurrently implements Rule {
    private static final List<String> TIMEOUTS = List.of("lock_timeout", "statement_timeout");
    private static final Pattern NONE = Pattern.compile("0+(\\.0*)?\\s*[a-z]*|default");

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
    public void check(LintContext context, Reporter reporter) {
        String object = Concurrently.build(context.statement());
        if (object == null) {
            return;
        }
        for (String timeout : TIMEOUTS) {
            context.settings()
                    .get(timeout)
                    .filter(setting -> !NONE.matcher(setting.value().toLowerCase(Locale.ROOT))
                            .matches())
                    .ifPresent(setting -> reporter.report(
                                    context.statement().range(),
                                    "`" + timeout + "` of " + setting.value() + " can cancel " + object
                                            + " while it waits, which leaves it INVALID or half done; its lock blocks"
                                            + " neither reads nor writes",
                                    "Leave " + timeout + " out of this file.")
                            .fix(withoutSet(setting, context)));
        }
    }

    private static Optional<Fix> withoutSet(Settings.Setting setting, LintContext context) {
        return context.sql().script().statements().stream()
                .filter(statement -> statement instanceof SettingStatement.SetStatement
                        && statement.range().equals(setting.origin().range()))
                .map(statement -> new Fix(List.of(StatementEdits.delete(statement, context.sql()))))
                .findFirst();
    }
}
