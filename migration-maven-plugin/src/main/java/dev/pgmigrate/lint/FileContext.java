package dev.pgmigrate.lint;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.migration.TransactionMode;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Changesets;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.replay.Steps;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything that a rule can ask about one file. */
public final class FileContext {
    private final FolderContext folder;
    private final Migration migration;
    private final SqlFile sql;
    private final boolean rollback;
    private final Schema before;
    private final Schema after;
    private final Steps steps;
    private final IdentityHashMap<Step, LintContext> contexts = new IdentityHashMap<>();
    private final Changesets changesets;
    private @Nullable List<Step> topLevel;
    private final Map<Class<?>, Object> evidence = new HashMap<>();

    FileContext(
            FolderContext folder,
            Migration migration,
            SqlFile sql,
            boolean rollback,
            Schema before,
            Schema after,
            Steps steps) {
        this.folder = folder;
        this.migration = migration;
        this.sql = sql;
        this.rollback = rollback;
        this.before = before;
        this.after = after;
        this.steps = steps;
        this.changesets = Changesets.of(sql, folder.settings().runner());
    }

    public FolderContext folder() {
        return folder;
    }

    public Migration migration() {
        return migration;
    }

    public SqlFile sql() {
        return sql;
    }

    /** Returns whether it undoes its migration. */
    public boolean isRollback() {
        return rollback;
    }

    /** Returns the schema before the file's first statement. */
    public Schema before() {
        return before;
    }

    /** Returns the schema after the file's last statement. */
    public Schema after() {
        return after;
    }

    /** Returns what runs with the file, in order: its statements, each {@code DO} followed by those of its body. */
    public Steps steps() {
        return steps;
    }

    /** Returns everything that a rule can ask about one of {@link #steps()}. */
    public LintContext context(Step step) {
        if (!steps.keeps(step)) {
            return new LintContext(this, step);
        }
        LintContext context = contexts.get(step);
        if (context == null) {
            context = new LintContext(this, step);
            contexts.put(step, context);
        }
        return context;
    }

    /** Returns the statements of the file itself, without those inside bodies. */
    public List<Step> topLevel() {
        List<Step> known = topLevel;
        if (known == null) {
            known = steps.topLevel();
            topLevel = known;
        }
        return known;
    }

    /** Returns whether what ran before {@code step} is committed, or the step itself begins or ends a transaction. */
    public boolean isBehindCommit(Step step) {
        return step.statement() instanceof TransactionStatement
                || !step.transaction().isOpen()
                || (step.place() == Place.FILE && isFirstOfChangeset(step));
    }

    private boolean isFirstOfChangeset(Step step) {
        List<Step> before = steps.changesBefore(step);
        return !before.isEmpty() && changesetOf(before.get(before.size() - 1)) != changesetOf(step);
    }

    private int changesetOf(Step step) {
        Statement top = step.outer() == null ? step.statement() : step.outer();
        return changesets.startOf(top.range().start());
    }

    /** Returns whether the file is applied, or older than {@code lintFrom}, so that nothing in it can fail a build. */
    public boolean isHistory() {
        return folder.isHistory(migration);
    }

    /** Returns whether nobody can be reading or writing {@code relation} yet at {@code moment}. */
    public boolean isFresh(Schema moment, QualifiedName relation) {
        Optional<SchemaObject.Relation> known = moment.relation(relation);
        return known.isPresent() && isFresh(known.get());
    }

    /** Returns whether this file creates the table, filled or not: no application can know its names yet. */
    public boolean isMadeHere(Schema moment, QualifiedName table) {
        return moment.table(table)
                .filter(known -> known.temporary()
                        || (known.created() && isNew(known.origin().file())))
                .isPresent();
    }

    private boolean isFresh(SchemaObject.Relation relation) {
        if (relation instanceof Table table) {
            return table.temporary()
                    || (table.created()
                            && isNew(table.origin().file())
                            && (table.rows() == Table.Rows.NONE || isUnseen(table)));
        }
        if (relation instanceof SchemaObject.Index index) {
            return isNew(index.origin().file());
        }
        return isNew(relation.origin().file());
    }

    /**
     * Nobody else sees what a transaction creates before it commits, however many rows it has: a lock on it blocks
     * nobody.
     */
    private boolean isUnseen(Table table) {
        boolean wrapped = folder.settings().runner() == Runner.PSQL
                ? sql.ownTransaction().isPair()
                : migration.transactionMode() == TransactionMode.TRANSACTION;
        return wrapped && table.origin().file() == sql;
    }

    /** A file that is pending according to the database has not created its tables yet, so nobody uses them. */
    private boolean isNew(SqlFile origin) {
        return origin == sql || folder.isPending(origin);
    }

    LaterDrops laterDrops() {
        return once(LaterDrops.class, LaterDrops::new);
    }

    DroppedNames droppedNames() {
        return once(DroppedNames.class, DroppedNames::new);
    }

    /** Returns what {@code maker} computes from the file, once for all rules. */
    public <T> T once(Class<T> type, Function<FileContext, T> maker) {
        Object known = evidence.get(type);
        if (known == null) {
            known = maker.apply(this);
            evidence.put(type, known);
        }
        return type.cast(known);
    }
}
