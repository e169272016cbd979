package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.StatementEdits;
import dev.pgmigrate.replay.Settings;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.SettingStatement;
import dev.pgmigrate.sql.ast.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reports a timeout in force for a {@code CONCURRENTLY} that has to wait, and leaves wreckage when it is cancelled. */
final class TimeoutWithConcurrently extends StatementRule<Statement> {
    private static final String STATEMENT_TIMEOUT = "statement_timeout";
    private static final List<String> TIMEOUTS = List.of("lock_timeout", STATEMENT_TIMEOUT);
    private static final Pattern NONE = Pattern.compile("0+(\\.0*)?\\s*[a-z]*|default");

    TimeoutWithConcurrently() {
        super(Facts.warning(Category.TRANSACTION).fixable().since("0.1"), Statement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        String object = Concurrently.build(statement);
        if (object == null) {
            return;
        }
        for (String timeout : TIMEOUTS) {
            context.settings()
                    .get(timeout)
                    .filter(setting -> !NONE.matcher(setting.value().toLowerCase(Locale.ROOT))
                            .matches())
                    .filter(setting -> timeout.equals(STATEMENT_TIMEOUT) || !canTryAgain(statement, context))
                    .ifPresent(setting -> reporter.report(
                                    statement.range(),
                                    "`" + timeout + "` of " + setting.value() + " can cancel " + object
                                            + " while it waits, which leaves it INVALID or half done; its lock blocks"
                                            + " neither reads nor writes",
                                    "Leave " + timeout + " out of this file.")
                            .fix(withoutSet(setting, context)));
        }
    }

    /** Who waited in vain for a lock can run the file again where a drop comes first, or where it is the drop that waited. */
    private static boolean canTryAgain(Statement statement, LintContext context) {
        if (statement instanceof IndexStatement.CreateIndex create) {
            return create.name() != null
                    && context.earlier().stream()
                            .anyMatch(step -> step.statement() instanceof DropStatement.Drop drop
                                    && drop.objectType() == ObjectType.INDEX
                                    && drop.ifExists()
                                    && drop.objects().stream()
                                            .anyMatch(index -> index.name()
                                                    .last()
                                                    .text()
                                                    .equals(create.name().text())));
        }
        return statement instanceof DropStatement.Drop;
    }

    private static Optional<Fix> withoutSet(Settings.Setting setting, LintContext context) {
        return context.sql().script().withoutRows().stream()
                .filter(statement -> statement instanceof SettingStatement.SetStatement
                        && statement.range().equals(setting.origin().range()))
                .map(statement -> new Fix(List.of(StatementEdits.delete(statement, context.sql()))))
                .findFirst();
    }
}
