package dev.pgmigrate.lint;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.RejectedFile;
import dev.pgmigrate.migration.Rollback;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Replay;
import dev.pgmigrate.replay.Replay.FileReplay;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.sql.SourceRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Checks migrations against rules: replays them in order, then checks each file against the schema left by the earlier
 * ones, on as many threads as there are processors. The findings do not depend on the number of threads.
 */
public final class Linter {
    private final FolderContext folder;
    private final Severities severities;
    private final List<Rule> known;
    private final List<Rule> active;
    private final Set<Rule> judging;
    private final Panel ofMigrations;
    private final Panel ofRollbacks;
    private final List<Reporter.Draft> drafts = new ArrayList<>();
    private final Map<String, Suppressions> suppressions = new HashMap<>();

    private Linter(FolderContext folder, List<Rule> rules) {
        this.folder = folder;
        this.severities = new Severities(folder.settings(), folder.flavour());
        this.known = rules;
        this.active = severities.active(rules);
        this.judging = new HashSet<>(active);
        this.ofMigrations = new Panel(active);
        this.ofRollbacks = Panel.ofRollbacks(active);
    }

    private static Migrations asReadBy(Runner runner, Migrations migrations) {
        return switch (runner) {
            case PSQL -> migrations.asPsqlReadsThem();
            case LIQUIBASE -> migrations.asLiquibaseReadsThem();
            case MIGRATE, FLYWAY, SUPABASE -> migrations;
        };
    }

    /**
     * Checks {@code migrations}.
     *
     * @param rules the rules to check; those of severity off are known by name but not run
     * @param applied what a database says is applied; findings in those files are information
     */
    public static LintReport lint(
            Migrations migrations, LintSettings settings, List<Rule> rules, AppliedVersions applied) {
        return lint(migrations, settings, () -> rules, applied);
    }

    /**
     * Checks {@code migrations}, as {@link #lint(Migrations, LintSettings, List, AppliedVersions)} does.
     *
     * @param rules asked once the files are replayed, so that the rules can be loaded meanwhile
     */
    public static LintReport lint(
            Migrations migrations, LintSettings settings, Supplier<List<Rule>> rules, AppliedVersions applied) {
        Flavour flavour = Flavours.of(migrations, settings.flavour());
        FolderContext folder = new FolderContext(asReadBy(settings.runner(), migrations), settings, flavour, applied);
        List<Replayed> files = replay(folder);
        return new Linter(folder, rules.get()).judge(files);
    }

    private LintReport judge(List<Replayed> files) {
        for (Judged file : files.parallelStream().map(this::judge).toList()) {
            drafts.addAll(file.drafts());
            // An up and a down section of one file share its path, and so its comments.
            suppressions.merge(file.path(), file.suppressions(), Suppressions::and);
        }
        Reporters reporters = new Reporters(null);
        for (RejectedFile file : folder.migrations().rejected()) {
            reporters
                    .of(EngineRule.UNREADABLE_FILE)
                    .report(
                            file.path(),
                            file.source(),
                            file.range(),
                            Syntax.withoutFullStop(file.message()),
                            file.advice());
        }
        drafts.addAll(reporters.drafts());
        active.parallelStream()
                .filter(FolderRule.class::isInstance)
                .map(rule -> judgeFolder((FolderRule) rule))
                .toList()
                .forEach(drafts::addAll);
        return report();
    }

    /** Replays all files in order, each on the schema left by the earlier ones, before the first is checked. */
    private static List<Replayed> replay(FolderContext folder) {
        Replay replay = new Replay(folder.settings().runner(), folder.settings().searchPath());
        List<Replayed> files = new ArrayList<>();
        for (Migration migration : folder.migrations().all()) {
            files.add(new Replayed(migration, migration.sql(), replay.run(migration.sql()), false));
            migration
                    .rollback()
                    .map(Rollback::sql)
                    .ifPresent(sql -> files.add(new Replayed(migration, sql, replay.tryOut(sql), true)));
        }
        folder.endWith(replay.schema());
        return files;
    }

    private Judged judge(Replayed file) {
        SqlFile sql = file.sql();
        FileReplay replay = file.replay();
        Reporters reporters = new Reporters(sql);
        Syntax.check(sql, Syntax.raised(replay), folder.settings().runner(), reporters);
        FileContext context = new FileContext(
                folder, file.migration(), sql, file.rollback(), replay.before(), replay.after(), replay.steps());
        (file.rollback() ? ofRollbacks : ofMigrations).judge(context, reporters);
        QuotedRanges quoted = new QuotedRanges(replay.quoted());
        reporters.drafts().forEach(draft -> draft.withdrawFixInside(sql, quoted));
        return new Judged(sql.path(), reporters.drafts(), new Suppressions(sql, replay.steps()));
    }

    private List<Reporter.Draft> judgeFolder(FolderRule rule) {
        Reporters reporters = new Reporters(null);
        try {
            rule.check(folder, reporters.of(rule));
        } catch (RuntimeException | StackOverflowError e) {
            reporters.failed(rule, folder.newestPath(), e);
        }
        return reporters.drafts();
    }

    private record Replayed(Migration migration, SqlFile sql, FileReplay replay, boolean rollback) {}

    private record Judged(String path, List<Reporter.Draft> drafts, Suppressions suppressions) {}

    private LintReport report() {
        List<Finding> findings = new ArrayList<>();
        List<LintReport.Suppressed> suppressed = new ArrayList<>();
        drafts.forEach(draft -> weigh(draft, findings, suppressed));
        Reporters reporters = new Reporters(null);
        suppressions.forEach(
                (path, own) -> own.judge(known, active, folder.isHistory(path), folder.settings()::today, reporters));
        reporters.drafts().forEach(draft -> weigh(draft, findings, suppressed));
        Comparator<Finding> order = inOrderOfFiles();
        findings.sort(order);
        suppressed.sort(Comparator.comparing(LintReport.Suppressed::finding, order));
        return new LintReport(
                findings, suppressed, folder.flavour(), folder.settings().failOn(), folder.history());
    }

    private void weigh(Reporter.Draft draft, List<Finding> findings, List<LintReport.Suppressed> suppressed) {
        if (!judging.contains(draft.rule())) {
            return;
        }
        Finding finding = draft.finding(severities.of(draft.rule()));
        if (folder.isHistory(draft.path())) {
            finding = finding.withSeverity(Severity.INFO);
        }
        Optional<Suppression> silencing = silencing(draft.rule(), draft.path(), draft.range());
        if (silencing.isPresent()) {
            String reason = silencing.get().directive().reason().orElse("");
            suppressed.add(new LintReport.Suppressed(finding, reason));
        } else {
            findings.add(finding);
        }
    }

    private Optional<Suppression> silencing(Rule rule, String path, SourceRange range) {
        Suppressions own = suppressions.get(path);
        return own == null ? Optional.empty() : own.silencing(rule, range, folder.settings()::today);
    }

    private Comparator<Finding> inOrderOfFiles() {
        Map<String, Integer> places = new HashMap<>();
        for (Migration migration : folder.migrations().all()) {
            places.putIfAbsent(migration.path(), places.size());
            migration
                    .rollback()
                    .ifPresent(rollback -> places.putIfAbsent(rollback.sql().path(), places.size()));
        }
        return Comparator.<Finding>comparingInt(finding -> places.getOrDefault(finding.file(), Integer.MAX_VALUE))
                .thenComparing(Finding::file)
                .thenComparingInt(finding -> finding.range().start())
                .thenComparing(Finding::rule)
                .thenComparing(Finding::message);
    }
}
