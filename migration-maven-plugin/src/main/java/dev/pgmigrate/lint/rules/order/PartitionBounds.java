package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Constants;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.PartitionBound;
import dev.pgmigrate.sql.ast.PartitionSpec;
import dev.pgmigrate.sql.ast.PartitionSpec.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which rows a partition can take beside the others (manual, CREATE TABLE, "PARTITION OF"; partbounds.c). */
final class PartitionBounds {
    private static final Set<String> UNBOUNDED = Set.of("minvalue", "maxvalue");

    private final Table parent;
    private final PartitionSpec key;
    private final PartitionBound bound;
    private final Refusals refusals;

    private PartitionBounds(Table parent, PartitionSpec key, PartitionBound bound, Refusals refusals) {
        this.parent = parent;
        this.key = key;
        this.bound = bound;
        this.refusals = refusals;
    }

    /** @param notPartitioned the error where the table is not partitioned at all */
    static void check(ObjectName of, PartitionBound bound, Refusals refusals, String notPartitioned) {
        Table parent = refusals.schema().table(of).filter(Table::created).orElse(null);
        PartitionSpec key = parent == null ? null : parent.partitionBy();
        if (parent == null || key == null) {
            refusals.addIf(
                    parent != null && !parent.foreign(),
                    bound.range(),
                    notPartitioned,
                    "`" + of + "` is not partitioned",
                    "Make it with PARTITION BY.");
            return;
        }
        PartitionBounds bounds = new PartitionBounds(parent, key, bound, refusals);
        bounds.strategy();
        bounds.values();
        bounds.others();
    }

    private void refuse(String sqlState, String why, String advice) {
        refusals.add(bound.range(), sqlState, why, advice);
    }

    private void strategy() {
        boolean fits = bound instanceof PartitionBound.Default
                ? key.strategy() != Strategy.HASH
                : key.strategy() == strategy(bound);
        if (!fits) {
            refuse(
                    SqlState.INVALID_TABLE_DEFINITION,
                    "`" + parent.name() + "` is partitioned by " + key.strategy()
                            + ", and this bound is of another kind",
                    "Write the bound of such a partition.");
        }
        if (bound instanceof PartitionBound.FromTo range) {
            int columns = key.elements().size();
            if (fits && (range.from().size() != columns || range.to().size() != columns)) {
                refuse(
                        SqlState.INVALID_TABLE_DEFINITION,
                        "The partition key of `" + parent.name() + "` has " + columns
                                + " columns, and so must each bound",
                        "Write a value for each of them.");
            }
        } else if (bound instanceof PartitionBound.Hash hash
                && (hash.modulus() < 1 || hash.remainder() >= hash.modulus())) {
            refuse(
                    SqlState.INVALID_TABLE_DEFINITION,
                    "The remainder " + hash.remainder() + " is not a remainder of a division by " + hash.modulus(),
                    "Write a modulus above 0, and a remainder below it.");
        }
    }

    private static @Nullable Strategy strategy(PartitionBound bound) {
        if (bound instanceof PartitionBound.In) {
            return Strategy.LIST;
        }
        return bound instanceof PartitionBound.FromTo ? Strategy.RANGE : Strategy.HASH;
    }

    private void values() {
        List<Expression> values = new ArrayList<>();
        if (bound instanceof PartitionBound.In list) {
            values.addAll(list.values());
        } else if (bound instanceof PartitionBound.FromTo range) {
            values.addAll(range.from());
            values.addAll(range.to());
        }
        for (Expression value : values) {
            Nodes.of(Expression.ColumnRef.class, value)
                    .filter(reference -> !isUnbounded(reference))
                    .findFirst()
                    .ifPresent(column -> refusals.add(
                            column.range(),
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "The bound of a partition cannot read a column",
                            "Write a value; a string needs single quotes."));
            StandaloneExpression.refuse(value, "The bound of a partition", refusals);
            refusals.addIf(
                    bound instanceof PartitionBound.FromTo && Constants.isNull(value),
                    value.range(),
                    SqlState.INVALID_OBJECT_DEFINITION,
                    "A range cannot begin or end at NULL",
                    "Write MINVALUE or MAXVALUE.");
        }
    }

    private boolean isUnbounded(Expression.ColumnRef reference) {
        return bound instanceof PartitionBound.FromTo
                && reference.names().size() == 1
                && UNBOUNDED.contains(reference.names().get(0).text());
    }

    /** Compares with the partitions that are there. */
    private void others() {
        if (bound instanceof PartitionBound.FromTo range && BoundOrder.isEmpty(range)) {
            refuse(SqlState.INVALID_OBJECT_DEFINITION, "The range ends before it begins", "Write the lower end first.");
        }
        for (Table part : refusals.schema().partitionsOf(parent.name())) {
            PartitionBound other = part.bound();
            if (other != null && BoundOrder.overlap(bound, other)) {
                refuse(
                        SqlState.INVALID_OBJECT_DEFINITION,
                        "The partition `" + part.name() + "` takes these rows, or some of them, already",
                        "Leave out what it takes.");
            } else if (bound instanceof PartitionBound.Hash own
                    && other instanceof PartitionBound.Hash beside
                    && own.modulus() % beside.modulus() != 0
                    && beside.modulus() % own.modulus() != 0) {
                refuse(
                        SqlState.INVALID_OBJECT_DEFINITION,
                        "The modulus " + own.modulus() + " and that of `" + part.name() + "`, " + beside.modulus()
                                + ", do not divide one another",
                        "Use a modulus that is a multiple of the other.");
            }
        }
    }
}
