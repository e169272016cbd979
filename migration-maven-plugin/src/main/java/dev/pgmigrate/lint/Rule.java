package dev.pgmigrate.lint;

import dev.pgmigrate.replay.Place;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.List;
import java.util.Set;

/**
 * One thing that the linter looks for. A rule is stateless, for files are judged on several threads at once; it knows no
 * other rule, and overrides one of the three {@code check} methods: by statement, by file, or once over the end state of
 * all files.
 *
 * <p>Its id comes from the class name; its page is {@code lint/rules/<id>.md}; its fixtures are beside the tests. What
 * several rules ask is a question of {@link LintContext} or of the replayed schema, not of another rule.
 */
public interface Rule {
    default RuleId id() {
        return RuleId.of(getClass());
    }

    /** Returns the severity without configuration; {@link Severity#OFF} for a rule that people have to ask for. */
    Severity severity();

    /** Returns the severity without configuration in {@code flavour}, which is never {@link Flavour#AUTO}. */
    default Severity severity(Flavour flavour) {
        return severity();
    }

    Category category();

    /** Returns the version of this tool that has the rule first. */
    default String since() {
        return "0.1";
    }

    /** Returns whether at least some of its findings carry a {@link Fix}. */
    default boolean fixable() {
        return false;
    }

    /** Returns the places whose statements it judges; statements of function bodies do not run with the migration. */
    default Set<Place> places() {
        return Place.RUN_WITH_THE_MIGRATION;
    }

    /** Returns the kinds of statement that {@link #check} has anything to say about, so that it is asked about no other. */
    default Set<StatementKind> statements() {
        return StatementKind.ALL;
    }

    /** Returns whether it also judges rollback files, where dropping is the purpose. */
    default boolean judgesRollbacks() {
        return false;
    }

    /** Returns what a project can tell it beside its severity. */
    default List<RuleOption> options() {
        return List.of();
    }

    /** Judges one statement, in the order in which they run. */
    default void check(LintContext context, Reporter reporter) {}

    /** Judges one file, after its statements. */
    default void checkFile(FileContext context, Reporter reporter) {}

    /** Judges the end state of all files, once. */
    default void checkFolder(FolderContext context, Reporter reporter) {}
}
