package dev.pgmigrate.goal;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the rewrites after which a folder is as whole as it was: with each the whole folder is replayed and judged, and one
 * that leads to a finding that was not there, in whichever file, is not made.
 *
 * <p>A rewrite may lead to a finding that has a rewrite of its own, such as a constraint that needs a name before it can be
 * dropped by it; both are made, or none. All are tried at once; where that fails, without those in the statements that are
 * worse for it, else in halves. What is refused is tried once more when nothing else is left, so that a second run has nothing
 * to do.
 */
final class Rewriting {
    /** A rewrite that leads to another that leads to another: no rule needs more of them. */
    private static final int MOST_CONSEQUENCES = 4;

    /** Each trial reads the whole folder; with a bound on them the time grows as the folder does. */
    private static final int MOST_TRIALS = 60;

    private final MigrationFolders folders;
    private final LintSettings settings;
    private final AppliedVersions applied;
    private final Splitting splitting;
    private final Set<String> refused = new HashSet<>();
    private final Rewritten before;
    private Rewritten current;
    private int trials;

    /** @param now the time in UTC, from which new files get their versions */
    Rewriting(Migrations migrations, LintSettings settings, AppliedVersions applied, LocalDateTime now) {
        this.folders = migrations.folders();
        this.settings = settings;
        this.applied = applied;
        this.splitting = new Splitting(folders, settings, now);
        this.before = judged(Map.of(), 0, migrations);
        this.current = before;
    }

    /** Makes all rewrites that keep the folder whole. */
    Rewriting run() {
        rewrite();
        while (split()) {
            rewrite();
        }
        return this;
    }

    /** Returns whether anything was moved into a file of its own. */
    private boolean split() {
        Rewritten last = current;
        // What moves goes behind the last file, which then is no longer the last.
        move(splitting.cuts(last));
        if (current == last) {
            move(splitting.moves(last));
        }
        return current != last;
    }

    /** Makes those of these moves of the current state after which the folder is as whole as it was. */
    private void move(List<Move> moves) {
        Rewritten last = current;
        if (!isMoved(last, moves) && moves.size() > 1) {
            List<Move> made = new ArrayList<>();
            for (Move move : moves) {
                made.add(move);
                if (!isMoved(last, made)) {
                    made.remove(move);
                }
            }
        }
    }

    private boolean isMoved(Rewritten state, List<Move> moves) {
        if (moves.isEmpty() || trials >= MOST_TRIALS) {
            return false;
        }
        trials++;
        Map<Path, String> texts = splitting.moved(state, moves);
        Rewritten next = judged(texts, state.made() + moves.size(), Migrations.read(folders, texts));
        List<Finding> consequences = rewritable(next, next.addedBeside(state));
        if (!consequences.isEmpty()) {
            next = judged(next, consequences);
        }
        boolean whole = next.addedBeside(state).isEmpty() && next.findings() < state.findings();
        if (whole) {
            current = next;
        }
        return whole;
    }

    private void rewrite() {
        boolean triedAll = false;
        while (!triedAll && trials < MOST_TRIALS) {
            refused.clear();
            Rewritten last = current;
            List<Finding> next = next();
            while (!next.isEmpty() && trials < MOST_TRIALS) {
                make(next);
                next = next();
            }
            triedAll = current == last;
        }
    }

    /** A file is written last, so that it fits what the others have become. */
    private List<Finding> next() {
        List<Finding> all = rewritable(current, current.report().findings());
        List<Finding> edits =
                all.stream().filter(finding -> !writesFile(finding)).toList();
        return edits.isEmpty() ? all : edits;
    }

    private static boolean writesFile(Finding finding) {
        return finding.fix().flatMap(dev.pgmigrate.lint.Fix::newFile).isPresent();
    }

    private List<Finding> rewritable(Rewritten state, List<Finding> findings) {
        return state.rewritable(findings, finding -> !refused.contains(state.identity(finding)));
    }

    /** Makes what can be made of {@code findings}, which are of the current state, and refuses the rest of them. */
    private void make(List<Finding> findings) {
        Blame blame = new Blame(findings, current);
        Optional<Rewritten> after = trials < MOST_TRIALS ? tried(findings, blame) : Optional.empty();
        if (after.isPresent()) {
            current = after.get();
        } else if (findings.size() == 1 || trials >= MOST_TRIALS) {
            refused.addAll(identities(findings));
        } else {
            makeWithout(blame, findings);
        }
    }

    /** Refuses those that are surely to blame, and tries those that are not before those that may be. */
    private void makeWithout(Blame blame, List<Finding> findings) {
        Set<Finding> suspects = blame.suspects();
        Set<Finding> guilty = blame.guilty();
        List<Finding> others =
                findings.stream().filter(finding -> !suspects.contains(finding)).toList();
        if (guilty.isEmpty() && (others.isEmpty() || suspects.isEmpty())) {
            List<Set<String>> halves =
                    halves(findings).stream().map(this::identities).toList();
            halves.forEach(this::makeThoseOf);
            return;
        }
        refused.addAll(identities(guilty));
        suspects.removeAll(guilty);
        Set<String> doubtful = identities(suspects);
        makeThoseOf(identities(others));
        makeThoseOf(doubtful);
    }

    /** Returns two parts: one with some of the files or, of one file, with some of the rules, and the rest. */
    private static List<List<Finding>> halves(List<Finding> findings) {
        boolean oneFile = findings.stream().map(Finding::file).distinct().count() == 1;
        Function<Finding, Object> by = oneFile ? Finding::rule : Finding::file;
        List<Object> keys = findings.stream().map(by).distinct().toList();
        int half = findings.size() / 2;
        if (keys.size() == 1) {
            return List.of(findings.subList(0, half), findings.subList(half, findings.size()));
        }
        Set<Object> some = Set.copyOf(keys.subList(0, keys.size() / 2));
        return List.copyOf(findings.stream()
                .collect(Collectors.partitioningBy(finding -> some.contains(by.apply(finding))))
                .values());
    }

    private Set<String> identities(Collection<Finding> findings) {
        return findings.stream().map(current::identity).collect(Collectors.toSet());
    }

    /** What is made meanwhile moves the places of what is not. */
    private void makeThoseOf(Set<String> identities) {
        List<Finding> moved = next().stream()
                .filter(finding -> identities.contains(current.identity(finding)))
                .toList();
        if (!moved.isEmpty()) {
            make(moved);
        }
    }

    /**
     * Returns the state with these rewrites and what they lead to; empty if it has a finding that was not there before.
     *
     * @param blame takes such findings
     */
    private Optional<Rewritten> tried(List<Finding> findings, Blame blame) {
        Rewritten first = judged(current, findings);
        Rewritten next = first;
        List<Finding> added = next.addedTo(current);
        List<Finding> objections = added;
        for (int i = 0; i < MOST_CONSEQUENCES && !added.isEmpty(); i++) {
            List<Finding> consequences = rewritable(next, added);
            List<Finding> without = new ArrayList<>(added);
            without.removeAll(consequences);
            if (consequences.isEmpty()
                    || without.stream().anyMatch(finding -> finding.fix().isEmpty())) {
                objections = next == first ? without : objections;
                break;
            }
            next = judged(next, consequences);
            added = next.addedTo(current);
        }
        if (added.isEmpty() && next.findings() < current.findings()) {
            return Optional.of(next);
        }
        objections.forEach(objection -> first.file(objection).ifPresent(file -> blame.add(objection, file)));
        return Optional.empty();
    }

    private Rewritten judged(Rewritten state, List<Finding> findings) {
        trials++;
        Map<Path, String> texts = state.with(findings);
        return judged(texts, state.made() + findings.size(), Migrations.read(folders, texts));
    }

    private Rewritten judged(Map<Path, String> texts, int made, Migrations migrations) {
        return new Rewritten(texts, made, migrations, Linter.lint(migrations, settings, RuleCatalog.ALL, applied));
    }

    Rewritten before() {
        return before;
    }

    Rewritten after() {
        return current;
    }

    /** Returns the rewrites that were not made, because the folder would not be as whole as it was. */
    List<Finding> refused() {
        return current.rewritable(current.report().findings(), finding -> refused.contains(current.identity(finding)));
    }
}
