package dev.pgmigrate.undo;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Replay;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.GrantStatement;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The rollback of a migration as far as the files show it: what it made is dropped, the last first, and what it replaced
 * or changed is brought back from the file that defined it. What only a person can decide is marked.
 *
 * @param sql the statements and the marks
 * @param decisions how many marks there are
 */
public record RollbackDraft(String sql, int decisions) {
    /** The word in front of what a person has to decide. */
    public static final String MARK = "-- DECIDE: ";

    private static final int LONGEST_QUOTE = 60;

    /**
     * Drafts.
     *
     * @param earlier the migrations before it, in their order
     * @param searchPath the schemas of names without one
     */
    public static RollbackDraft of(List<Migration> earlier, Migration migration, List<String> searchPath) {
        Replay replay = new Replay(Runner.MIGRATE, searchPath);
        Definitions definitions = new Definitions();
        earlier.forEach(file -> ran(replay.run(file.sql()).steps()).forEach(definitions::remember));
        List<List<Undone>> undone = new ArrayList<>();
        Set<String> made = new HashSet<>();
        for (Step step : ran(replay.run(migration.sql()).steps())) {
            if (!goesWith(step, made)) {
                undone.add(new StatementUndo(step, definitions).undo());
            }
            definitions.remember(step);
            remember(step, made);
        }
        Collections.reverse(undone);
        return written(undone.stream().flatMap(List::stream).toList());
    }

    /** Returns what runs with the migration; a {@code DO} whose statements are read stands for nothing itself. */
    private static List<Step> ran(List<Step> steps) {
        Set<Statement> read = new HashSet<>();
        for (Step step : steps) {
            if (step.place() == Place.DO_BODY && step.outer() != null) {
                read.add(step.outer());
            }
        }
        return steps.stream()
                .filter(step -> Place.RUN_WITH_THE_MIGRATION.contains(step.place()))
                .filter(step -> !(step.statement() instanceof FunctionStatement.DoStatement)
                        || !read.contains(step.statement()))
                .toList();
    }

    private static void remember(Step step, Set<String> made) {
        if (step.statement() instanceof Making making && making.made() != null) {
            boolean isNew = !step.before()
                    .presence(step.before().target(making, making.made()))
                    .isPresent();
            boolean holdsOthers = making.made().type() == ObjectType.TABLE
                    || making.made().type() == ObjectType.VIEW
                    || making.made().type() == ObjectType.MATERIALIZED_VIEW
                    || making.made().type() == ObjectType.FUNCTION
                    || making.made().type() == ObjectType.TYPE;
            if (isNew && holdsOthers) {
                made.add(resolved(making.made().name(), step.before()));
            }
        }
    }

    /** Returns whether dropping what the migration made takes this along: an index, a policy, a comment, rows. */
    private static boolean goesWith(Step step, Set<String> made) {
        Statement statement = step.statement();
        Set<ObjectName> on = new LinkedHashSet<>();
        if (statement instanceof Making making && making.table() != null) {
            on.add(making.table());
        } else if (statement instanceof TableStatement.AlterTable alter
                && alter.actions().stream().noneMatch(RollbackDraft::isForeignKey)) {
            on.add(alter.name());
        } else if (statement instanceof DmlStatement.Insert insert) {
            on.add(insert.relation().name());
        } else if (statement instanceof DmlStatement.Update update) {
            on.add(update.relation().name());
        } else if (statement instanceof ObjectStatement.Comment comment) {
            on.add(
                    comment.object().parent() == null
                            ? comment.object().name()
                            : comment.object().parent());
        } else if (statement instanceof GrantStatement.Grant grant && grant.scope() == GrantStatement.Scope.OBJECTS) {
            grant.objects().forEach(object -> on.add(object.name()));
        }
        return !on.isEmpty() && on.stream().allMatch(name -> made.contains(resolved(name, step.before())));
    }

    /** It ties two tables together, of which the other may be dropped first. */
    private static boolean isForeignKey(AlterTableAction action) {
        return action instanceof AlterTableAction.AddConstraint add
                && add.constraint() instanceof Constraint.ForeignKey;
    }

    private static String resolved(ObjectName name, Schema schema) {
        return schema.resolve(name).quoted();
    }

    private static RollbackDraft written(List<Undone> undone) {
        Set<String> lines = new LinkedHashSet<>();
        int decisions = 0;
        for (Undone line : undone) {
            if (line instanceof Undone.Sql sql && !sql.text().isEmpty()) {
                lines.add(sql.text());
            } else if (line instanceof Undone.Decision decision && lines.add(MARK + decision.text())) {
                decisions++;
            }
        }
        return new RollbackDraft(String.join("\n", lines), decisions);
    }

    /** Returns a part of the migration as a comment can hold it, with its line. */
    static String quoted(Step step, SourceRange range) {
        String text = step.file().source().text(range).strip().replaceAll("\\s+", " ");
        int length = text.codePointCount(0, text.length());
        String shown = length <= LONGEST_QUOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)).stripTrailing() + "…";
        return "line " + step.file().source().position(range.start()).line() + ", " + shown + ",";
    }
}
