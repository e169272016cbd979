package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.BulkStatement;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FromItem;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.WithClause;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells which statements change as many rows as a table in use happens to have. */
final class Backfill {
    private static final Set<String> CATALOGS = Set.of("pg_catalog", "information_schema");

    private Backfill() {}

    /**
     * Returns the table, where the statement is an {@code UPDATE}, {@code DELETE} or {@code INSERT … SELECT} whose number of
     * rows nothing bounds; null for a table made in the same file, which nobody else uses.
     */
    static @Nullable ObjectName of(LintContext context) {
        Statement statement = context.statement();
        if (statement instanceof DmlStatement.Insert insert
                && insert.source() instanceof SelectStatement.Select query
                && !query.from().isEmpty()) {
            return isLive(insert.relation().name(), context)
                            && readsLive(insert, context)
                            && !isLimited(query, insert)
                            && !RowBounds.ofSeed(query).bound(query.where())
                    ? insert.relation().name()
                    : null;
        }
        if (statement instanceof DmlStatement.Update update) {
            return isUnbounded(update, update.where(), update.from(), context)
                    ? update.relation().name()
                    : null;
        }
        if (statement instanceof DmlStatement.Delete delete) {
            return isUnbounded(delete, delete.where(), delete.using(), context)
                    ? delete.relation().name()
                    : null;
        }
        return null;
    }

    /** Returns whether a {@code LOCK} of the file already holds the table, so that nothing waits for it any more. */
    static boolean isLockedByName(LintContext context, QualifiedName table) {
        for (Step step : context.earlier()) {
            if (step.statement() instanceof BulkStatement.Lock lock) {
                for (BulkStatement.Relation relation : lock.tables()) {
                    if (step.before().resolve(relation.name()).equals(table)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isUnbounded(
            DmlStatement statement, @Nullable Expression where, List<FromItem> from, LintContext context) {
        if (!isLive(statement.relation().name(), context)) {
            return false;
        }
        if (hasLimit(statement.with()) || areLimited(from) || where instanceof Expression.CurrentOf) {
            return false;
        }
        return where == null || !RowBounds.of(statement, from, context).bound(where);
    }

    /** Returns whether the table may have rows that this file did not put there. */
    private static boolean isLive(ObjectName name, LintContext context) {
        Table table = context.schema().table(name).orElse(null);
        boolean madeHere = table != null && table.created() && table.origin().file() == context.sql();
        return !madeHere && !context.isFresh(name);
    }

    private static boolean readsLive(DmlStatement.Insert insert, LintContext context) {
        Set<String> defined = new HashSet<>();
        boolean live = false;
        for (Node node : Nodes.all(insert)) {
            if (node instanceof WithClause.CommonTableExpr table) {
                defined.add(table.name().text());
            }
        }
        for (Node node : Nodes.all(insert)) {
            if (node instanceof FromItem.RangeVar range && node != insert.relation()) {
                Name schema = range.name().schema();
                boolean known =
                        schema == null && defined.contains(range.name().last().text());
                live |= !known
                        && !(schema != null && CATALOGS.contains(schema.text()))
                        && isLive(range.name(), context);
            }
        }
        return live;
    }

    private static boolean isLimited(SelectStatement.Select query, DmlStatement.Insert insert) {
        return query.options().limit() != null
                || hasLimit(query.options().with())
                || hasLimit(insert.with())
                || areLimited(query.from());
    }

    private static boolean hasLimit(@Nullable WithClause with) {
        if (with != null) {
            for (WithClause.CommonTableExpr table : with.tables()) {
                if (table.statement() instanceof SelectStatement query
                        && query.options().limit() != null) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean areLimited(List<FromItem> from) {
        for (FromItem item : from) {
            if (item instanceof FromItem.RangeSubselect subselect
                    && subselect.select().options().limit() != null) {
                return true;
            }
        }
        return false;
    }
}
