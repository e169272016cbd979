package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.lint.evidence.StatementEdits;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.SettingChange;
import dev.pgmigrate.sql.ast.SettingStatement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reports a session setting that outlives its file, under a runner that runs many files in one session. */
final class SetLeaksSession extends FileRule {
    /** Flyway puts these back after each file. */
    private static final Set<String> RESTORED_BY_FLYWAY = Set.of("search_path", "role");

    SetLeaksSession() {
        super(Facts.warning(Category.TRANSACTION).fixable().since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        Runner runner = context.folder().settings().runner();
        if (!isOneSession(runner)) {
            return;
        }
        Map<String, Step> leaking = new LinkedHashMap<>();
        for (Step step : context.topLevel()) {
            if (step.statement() instanceof SettingStatement.SetStatement set && !set.local()) {
                SettingChange change = set.change();
                switch (change.kind()) {
                    case VALUE -> leaking.put(change.name(), step);
                    case DEFAULT, RESET -> leaking.remove(change.name());
                    case RESET_ALL -> leaking.clear();
                    case CURRENT, MULTI -> {}
                }
            }
        }
        if (runner == Runner.FLYWAY) {
            leaking.keySet().removeAll(RESTORED_BY_FLYWAY);
        }
        leaking.forEach((name, step) -> reporter.report(
                        step.statement().range(),
                        "`" + name
                                + "` stays set after this file, and the next migration of the same session runs with"
                                + " it",
                        step.transaction().isOpen()
                                ? "Write SET LOCAL."
                                : "Write RESET " + name + " at the end of the file.")
                .fix(mend(name, step, context)));
    }

    /** Tells whether a runner keeps its session, and with it the settings, from file to file. */
    static boolean isOneSession(Runner runner) {
        return runner == Runner.FLYWAY || runner == Runner.LIQUIBASE;
    }

    /** Returns the edit that takes a setting back behind the last statement of a file. */
    static TextEdit reset(String name, FileContext context) {
        List<Step> steps = context.topLevel();
        return StatementEdits.append(steps.get(steps.size() - 1).statement(), context.sql(), "RESET " + name + ";");
    }

    private static Optional<Fix> mend(String name, Step step, FileContext context) {
        if (!step.transaction().isOpen()) {
            return Optional.of(Fix.of(reset(name, context)));
        }
        return Optional.of(StatementEdits.setLocal((SettingStatement.SetStatement) step.statement()));
    }
}
