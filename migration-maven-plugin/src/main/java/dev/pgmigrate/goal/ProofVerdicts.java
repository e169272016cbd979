package dev.pgmigrate.goal;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Rerun;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.migration.Directive;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.proof.LockLine;
import dev.pgmigrate.proof.MigrationProof;
import dev.pgmigrate.proof.PolicyProblem;
import dev.pgmigrate.proof.Proof;
import dev.pgmigrate.proof.RollbackProof;
import dev.pgmigrate.proof.SecondRun;
import dev.pgmigrate.proof.StatementTime;
import dev.pgmigrate.proof.body.BodyProblem;
import dev.pgmigrate.proof.observe.ObjectChange;
import dev.pgmigrate.proof.observe.RowChange;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what was proved of a migration into its line and into the failures that it causes. */
final class ProofVerdicts {
    /** How many objects a sentence names. */
    private static final int MOST = 3;

    private static final String GUARD =
            "Guard what it makes so that a second run changes nothing; where the history alone is trusted to prevent one,"
                    + " set migrate.rerun to tracked.";
    private static final String MEND_ROLLBACK =
            "Make the rollback undo this, or say with -- migrate:irreversible reason=\"…\" that it cannot.";

    private static final String MEND_BODY =
            "Mend this statement; if it is meant to fail, catch its error by name in an EXCEPTION block.";

    private final Rerun rerun;
    private final List<Failure> failures = new ArrayList<>();

    ProofVerdicts(Rerun rerun) {
        this.rerun = rerun;
    }

    List<Failure> failures() {
        return failures;
    }

    /** Returns the line of a migration that applied, and keeps the failures. */
    ProofLine line(Proof.Passed passed) {
        MigrationProof proof = passed.provedOrNull();
        long millis = passed.duration().toMillis();
        if (proof == null) {
            return ProofLine.onlyRun(true, millis);
        }
        Migration migration = passed.migration();
        Map<ProofPart, List<Failure>> failed = new EnumMap<>(ProofPart.class);
        return new ProofLine(
                true,
                millis,
                during(ProofPart.SECOND_RUN, failed, () -> secondRun(migration, proof.secondRun())),
                during(ProofPart.ROLLBACK, failed, () -> rollback(migration, proof.rollback())),
                proof.statements().stream().map(time -> row(migration, time)).toList(),
                proof.locks().stream().map(lock -> row(migration, lock)).toList(),
                during(
                        ProofPart.BODIES,
                        failed,
                        () -> proof.bodies().stream()
                                .map(problem -> body(migration, problem))
                                .toList()),
                during(
                        ProofPart.POLICIES,
                        failed,
                        () -> proof.policies().stream()
                                .map(problem -> policy(migration, problem))
                                .toList()),
                proof.refusedOrNull() == null ? null : Test.failure(proof.refusedOrNull()),
                proof.standIns(),
                proof.unproved(),
                failed,
                List.of());
    }

    /** Returns what {@code work} does, and keeps the failures that it adds under the part that it judges. */
    private <T> T during(ProofPart part, Map<ProofPart, List<Failure>> failed, Supplier<T> work) {
        int before = failures.size();
        T judged = work.get();
        if (failures.size() > before) {
            failed.put(part, List.copyOf(failures.subList(before, failures.size())));
        }
        return judged;
    }

    private static StatementRow row(Migration migration, StatementTime time) {
        return new StatementRow(
                migration.source().text(time.statement()),
                migration.source().position(time.statement().start()).line(),
                millis(time.start()),
                millis(time.took()));
    }

    private static double millis(Duration duration) {
        return Math.round(duration.toNanos() / 100_000.0) / 10.0;
    }

    static LockRow row(Migration migration, LockLine lock) {
        return new LockRow(
                migration.source().text(lock.statement()),
                migration.source().position(lock.statement().start()).line(),
                lock.table().toString(),
                lock.mode().map(LockMode::sql).orElse(""),
                lock.predicted().map(LockMode::sql).orElse(""),
                lock.isSurprising(),
                lock.rewrites(),
                lock.scans(),
                lock.held().toMillis(),
                lock.mode().map(ProofVerdicts::blocks).orElse(""));
    }

    private static String blocks(LockMode mode) {
        if (mode.blocksReads()) {
            return "reads";
        }
        return mode.blocksWrites() ? "writes" : "DDL";
    }

    private BodyRow body(Migration migration, BodyProblem problem) {
        BodyProblem.Place place = problem.placeOrNull();
        SourceText source = place == null ? null : place.file().source();
        if (!problem.mended()) {
            failures.add(new Failure(
                    problem.routine() + " fails when it gets here: " + problem.message() + ".",
                    MEND_BODY,
                    place == null ? migration.path() : place.file().path(),
                    place == null
                            ? null
                            : place.file().source().position(place.range().start()),
                    place == null
                            ? null
                            : place.file().source().position(place.range().end()),
                    place == null ? "" : place.file().source().text(place.statement()),
                    new ServerError(problem.sqlState(), problem.message(), null, null, 0, null)));
        }
        return new BodyRow(
                problem.routine(),
                problem.sqlState(),
                problem.message(),
                place == null ? null : place.file().path(),
                place == null || source == null
                        ? null
                        : source.position(place.range().start()),
                problem.mended());
    }

    private PolicyRow policy(Migration migration, PolicyProblem problem) {
        ServerError error = problem.errorOrNull();
        SourceText source = migration.source();
        SourceRange place = PolicyPlace.of(migration, problem.table());
        String message = error == null
                ? problem.role() + " gets through with " + problem.command() + " on " + problem.table()
                        + ", though no policy means it: a condition that asks who somebody is holds for nobody as well."
                : problem.command() + " on " + problem.table() + " fails for " + problem.role()
                        + ", whatever rows there are: " + error.sentence();
        failures.add(new Failure(
                message,
                error == null
                        ? "Write TO authenticated, or a condition that is not true without a user; if it is meant, name "
                                + problem.role() + " in TO."
                        : "Mend the policy, or grant what it needs.",
                migration.path(),
                place == null ? null : source.position(place.start()),
                place == null ? null : source.position(place.end()),
                place == null ? "" : source.text(place),
                error));
        return new PolicyRow(
                problem.table().toString(),
                problem.role(),
                problem.command(),
                error == null ? "" : error.sqlState(),
                error == null ? message : error.message());
    }

    private Verdict secondRun(Migration migration, SecondRun run) {
        boolean fails = rerun == Rerun.REQUIRED && !isAccepted(migration);
        if (run instanceof SecondRun.Refused refused) {
            Failure failure = Test.failure(refused.failure());
            if (fails) {
                failures.add(told("A second run fails: ", failure, GUARD));
            }
            return new Verdict(run.word(), List.of(), List.of(), List.of(), failure, "");
        }
        if (run instanceof SecondRun.Differs differs) {
            if (fails) {
                String message = "A second run changes what the first one left: "
                        + what(differs.changes(), differs.rows()) + ".";
                failures.add(ofFile(migration.path(), message, GUARD));
            }
            return new Verdict(run.word(), differs.changes(), differs.rows(), List.of(), null, "");
        }
        return Verdict.of(run.word());
    }

    private Verdict rollback(Migration migration, RollbackProof rollback) {
        String path = migration.rollback().map(back -> back.sql().path()).orElse(migration.path());
        if (rollback instanceof RollbackProof.Refused refused) {
            Failure failure = Test.failure(refused.failure());
            String what = failure.pathOrNull() != null && failure.pathOrNull().equals(path)
                    ? "The rollback fails: "
                    : "After its rollback the migration does not apply again: ";
            failures.add(told(what, failure, MEND_ROLLBACK));
            return new Verdict(rollback.word(), List.of(), List.of(), List.of(), failure, "");
        }
        if (rollback instanceof RollbackProof.Differs differs) {
            if (!differs.isUnavoidable()) {
                String message = "The rollback does not restore: " + what(differs.changes(), differs.rows()) + ".";
                failures.add(ofFile(path, message, MEND_ROLLBACK));
            }
            Failure again = differs.failureOrNull() == null ? null : Test.failure(differs.failureOrNull());
            return new Verdict(rollback.word(), differs.changes(), differs.rows(), differs.lost(), again, "");
        }
        if (rollback instanceof RollbackProof.Exact exact) {
            return new Verdict(rollback.word(), List.of(), List.of(), exact.lost(), null, "");
        }
        if (rollback instanceof RollbackProof.Irreversible irreversible) {
            String reason = irreversible.reason().orElse("");
            return new Verdict(rollback.word(), List.of(), List.of(), List.of(), null, reason);
        }
        return Verdict.of(rollback.word());
    }

    /** Whoever silences what the rules say about second runs in a file has decided that there will be none. */
    private static boolean isAccepted(Migration migration) {
        Set<String> rules = RuleCatalog.ALL.stream()
                .filter(rule -> rule.category() == Category.IDEMPOTENCY)
                .map(Rule::id)
                .map(Object::toString)
                .collect(Collectors.toSet());
        return Stream.concat(
                        migration.directives().of(Directive.Ignore.class),
                        migration.directives().of(Directive.IgnoreFile.class))
                .flatMap(ignored -> ignored.rules().stream())
                .anyMatch(reference -> rules.contains(reference.rule()));
    }

    private static Failure told(String what, Failure failure, String advice) {
        return new Failure(
                what + failure.message(),
                advice,
                failure.pathOrNull(),
                failure.startOrNull(),
                failure.endOrNull(),
                failure.statement(),
                failure.errorOrNull());
    }

    private static Failure ofFile(@Nullable String path, String message, String advice) {
        return new Failure(message, advice, path, null, null, "", null);
    }

    private static String what(List<ObjectChange> changes, List<RowChange> rows) {
        List<String> words = new ArrayList<>();
        changes.forEach(change -> words.add(words(change)));
        rows.forEach(change -> words.add(words(change)));
        String shown = words.stream().limit(MOST).collect(Collectors.joining("; "));
        return words.size() > MOST ? shown + "; and " + (words.size() - MOST) + " more" : shown;
    }

    private static String words(ObjectChange change) {
        String before = change.beforeOrNull();
        String after = change.afterOrNull();
        if (change.property().isEmpty()) {
            return change.object() + (before == null ? " is there" : " is gone");
        }
        String what = change.property().get() + " of " + change.object();
        boolean isShort = (before == null || !before.contains("\n")) && (after == null || !after.contains("\n"));
        return isShort ? what + " is " + shown(after) + " instead of " + shown(before) : what + " is another";
    }

    private static String shown(@Nullable String value) {
        return value == null || value.isEmpty() ? "not set" : value;
    }

    private static String words(RowChange change) {
        if (change.before() == change.after()) {
            int changed = change.come().size();
            String rows = changed == 1 ? "1 row" : changed + " rows";
            return (changed == 0 ? "rows" : rows) + " of " + change.table() + (changed == 1 ? " is" : " are")
                    + " changed";
        }
        return change.table() + " has " + change.after() + (change.after() == 1 ? " row" : " rows") + " instead of "
                + change.before();
    }
}
