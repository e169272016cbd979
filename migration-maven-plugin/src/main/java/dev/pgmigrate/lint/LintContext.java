package dev.pgmigrate.lint;

import dev.pgmigrate.effect.Effect;
import dev.pgmigrate.effect.Effects;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Collision;
import dev.pgmigrate.replay.Collisions;
import dev.pgmigrate.replay.Guard;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Settings;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.replay.TransactionState;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.FunctionBody;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything that a rule can ask about one statement. */
public final class LintContext {
    private final FileContext file;
    private final Step step;
    private @Nullable List<Collision> collisions;
    private @Nullable List<Effect> effects;
    private @Nullable List<Node> nodes;
    private final Map<Class<?>, Object> evidence = new HashMap<>(2);

    LintContext(FileContext file, Step step) {
        this.file = file;
        this.step = step;
    }

    public Statement statement() {
        return step.statement();
    }

    public Step step() {
        return step;
    }

    /** Returns the file that is being checked, with all its statements. */
    public FileContext file() {
        return file;
    }

    public SqlFile sql() {
        return step.file();
    }

    /** Returns the migration that the file belongs to; a rollback file belongs to the one that it undoes. */
    public Migration migration() {
        return file.migration();
    }

    public boolean isRollback() {
        return file.isRollback();
    }

    /** Returns where the statement is: in the file, in a {@code DO}, in a function. */
    public Place place() {
        return step.place();
    }

    /** Returns whether the statement stands in the body of an SQL function that the server checks as it makes the function. */
    public boolean isCheckedBody() {
        // An SQL-standard body is no string, and read whatever the setting is (PostgreSQL manual, CREATE FUNCTION,
        // "sql_body").
        return step.outer() instanceof CreateFunction function
                && function.language().equals("sql")
                && !(settings().isOff("check_function_bodies") && function.body() instanceof FunctionBody.Source);
    }

    /** Returns the schema before the statement. */
    public Schema schema() {
        return step.before();
    }

    /** Returns the schema after the statement. */
    public Schema schemaAfter() {
        return step.after();
    }

    /**
     * Returns the schema that the statement would find if the whole file ran again right after its first run. A second
     * run fails on whatever is present in it and created by this statement; a drop that comes earlier in the file has
     * already happened in it.
     */
    public Schema secondRun() {
        return step.again();
    }

    /**
     * Returns whether a table, view, index or sequence that the statement refers to is certain not to exist the second
     * time.
     */
    public boolean isGoneOnSecondRun(QualifiedName relation) {
        return secondRun().relationPresence(relation).isAbsent()
                && !schema().relationPresence(relation).isAbsent();
    }

    /**
     * Returns the objects created by the statement that would already exist if the file ran again, unless a handler or a
     * condition surrounds it: each is an error of the second run.
     */
    public List<Collision> collisions() {
        return guard().isPresent() ? List.of() : secondTime();
    }

    /**
     * Returns the errors of a second run that occur although a handler surrounds the statement, because it catches
     * something else.
     */
    public List<Collision> uncaughtCollisions() {
        return guard().conditional() || !guard().hasHandlers()
                ? List.of()
                : secondTime().stream()
                        .filter(collision -> !guard().handles(collision.sqlState()))
                        .toList();
    }

    private List<Collision> secondTime() {
        List<Collision> known = collisions;
        if (known == null) {
            known = Collisions.of(statement(), secondRun());
            collisions = known;
        }
        return known;
    }

    /** Returns the body of a {@code DO} or a function in PL/pgSQL, when the statement is one. */
    public Optional<PlpgsqlBody> body() {
        return Optional.ofNullable(step.body());
    }

    /** Returns the locks that the statement takes and what it does while it holds them, on the target's version. */
    public List<Effect> effects() {
        List<Effect> known = effects;
        if (known == null) {
            known = Effects.of(step, target());
            effects = known;
        }
        return known;
    }

    /** Returns what surrounds the statement inside a body; {@link Guard#NONE} in the file itself. */
    public Guard guard() {
        return step.guard();
    }

    /** Returns whether an error with this SQLSTATE never reaches the file, or a condition decides if the statement runs. */
    public boolean isGuardedAgainst(String sqlState) {
        return step.guard().conditional() || step.guard().handles(sqlState);
    }

    /**
     * Returns whether nobody reads or writes the table yet: it was created earlier in this file, and only filled by the
     * transaction that created it.
     */
    public boolean isFresh(ObjectName table) {
        return isFresh(table.qualified());
    }

    /** Returns whether nobody reads or writes the table or view yet; see {@link #isFresh(ObjectName)}. */
    public boolean isFresh(QualifiedName relation) {
        return file.isFresh(step.before(), relation);
    }

    /** Returns whether this file makes the table, filled or not: no application can know its names yet. */
    public boolean isMadeHere(ObjectName table) {
        return file.isMadeHere(step.before(), table.qualified());
    }

    /** Returns whether an earlier statement of this file added the column: no application can know it yet. */
    public boolean isMadeHere(ObjectName table, String column) {
        QualifiedName resolved = schema().resolve(table);
        for (Step step : earlier()) {
            if (step.statement() instanceof TableStatement.AlterTable alter
                    && step.before().resolve(alter.name()).equals(resolved)
                    && alter.actions().stream()
                            .anyMatch(action -> action instanceof AlterTableAction.AddColumn add
                                    && add.column().name().text().equals(column))) {
                return file.before()
                        .table(resolved)
                        .flatMap(known -> known.column(column))
                        .isEmpty();
            }
        }
        return false;
    }

    public TransactionState transaction() {
        return step.transaction();
    }

    public boolean inTransaction() {
        return step.transaction().isOpen();
    }

    /** Returns the session settings that the file has changed so far. */
    public Settings settings() {
        return step.settings();
    }

    /**
     * Returns the statements before this one in the file, those of {@code DO} bodies included; of rows that are written out
     * one after the other, which can be millions, only the first.
     */
    public List<Step> earlier() {
        return file.steps().changesBefore(step);
    }

    /** Returns those of them that are not committed yet. */
    public List<Step> earlierInTransaction() {
        List<Step> all = earlier();
        int start = all.size();
        for (Step current = step; start > 0 && !file.isBehindCommit(current); current = all.get(start)) {
            start--;
        }
        return all.subList(start, all.size());
    }

    /** Returns whether a statement between {@code start} and this one, which drops it, writes {@code name} and is no drop. */
    public boolean isWrittenSince(int start, String name) {
        return file.droppedNames()
                .isBetween(name, start, step.statement().range().start());
    }

    /** Returns the statements after this one in the file, those of {@code DO} bodies included; of rows in a row only the first. */
    public List<Step> later() {
        return file.steps().changesAfter(step);
    }

    /** Returns the statements of the file itself after this one that drop something whose name ends with one of {@code names}. */
    public Collection<Step> laterDrops(Set<String> names) {
        return file.laterDrops().behind(step.statement().range().start(), names);
    }

    public LintSettings configuration() {
        return file.folder().settings();
    }

    /** Returns the oldest server that the files must run on. */
    public PostgresVersion target() {
        return configuration().target();
    }

    /** Returns plain or supabase, never auto. */
    public Flavour flavour() {
        return file.folder().flavour();
    }

    public Runner runner() {
        return configuration().runner();
    }

    public Rerun rerun() {
        return configuration().rerun();
    }

    /** Returns the fix that inserts {@code statement} on a line of its own before this one; none inside a body. */
    public Optional<Fix> precededBy(String statement) {
        return Rewrites.before(this, statement);
    }

    /** Returns the fix that wraps a statement of the file into a {@code DO} that catches one condition; none inside a body. */
    public Optional<Fix> guardedBy(String condition, Statement statement) {
        return Rewrites.guard(this, condition, statement);
    }

    /** Returns the fix that wraps a statement of the file into a {@code DO} that checks first; none inside a body. */
    public Optional<Fix> onlyIf(String condition, Statement statement) {
        return Rewrites.onlyIf(this, condition, statement);
    }

    /** Returns what {@code maker} computes from the statement, once for all rules. */
    public <T> T once(Class<T> type, Function<LintContext, T> maker) {
        Object known = evidence.get(type);
        if (known == null) {
            known = maker.apply(this);
            evidence.put(type, known);
        }
        return type.cast(known);
    }

    /** Returns the statement and every node below it, in pre-order and in the order of the text. */
    public List<Node> nodes() {
        List<Node> known = nodes;
        if (known == null) {
            known = Nodes.all(statement());
            nodes = known;
        }
        return known;
    }

    /** Returns those of {@link #nodes()} that are of one type. */
    public <N extends Node> List<N> nodes(Class<N> type) {
        List<N> found = new ArrayList<>(4);
        for (Node node : nodes()) {
            if (type.isInstance(node)) {
                found.add(type.cast(node));
            }
        }
        return found;
    }

    /** Returns the text of a node, as written. */
    public String text(Node node) {
        return text(node.range());
    }

    public String text(SourceRange range) {
        return sql().source().text(range);
    }
}
