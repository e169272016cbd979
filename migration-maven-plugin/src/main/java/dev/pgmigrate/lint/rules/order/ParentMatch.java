package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.evidence.ColumnStorage;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.Table.Column;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;

/** What a table has to have of another to be put below it (manual, ALTER TABLE, "INHERIT" and "ATTACH PARTITION"). */
final class ParentMatch {
    private static final String SAME = "Give both tables the same columns first.";

    private final Table parent;
    private final Table child;
    private final ObjectName at;
    private final Refusals refusals;

    private ParentMatch(Table parent, Table child, ObjectName at, Refusals refusals) {
        this.parent = parent;
        this.child = child;
        this.at = at;
        this.refusals = refusals;
    }

    static void check(Table parent, Table child, ObjectName at, Refusals refusals) {
        ParentMatch match = new ParentMatch(parent, child, at, refusals);
        match.triggers();
        for (Column column : parent.columns().all()) {
            match.refuseIf(
                    child.lacks(column.name()),
                    SqlState.DATATYPE_MISMATCH,
                    "has no column `" + column.name() + "`, and `" + parent.name() + "` has",
                    SAME);
            child.column(column.name()).ifPresent(own -> match.column(own, column));
        }
    }

    private void refuseIf(boolean holds, String sqlState, String why, String advice) {
        refusals.addIf(holds, at.range(), sqlState, "`" + child.name() + "` " + why, advice);
    }

    private void triggers() {
        for (Table.Trigger trigger : child.triggers().all()) {
            CreateTrigger definition = trigger.definition();
            refuseIf(
                    definition.forEachRow() && !definition.referencing().isEmpty(),
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "has the row trigger `" + trigger.name() + "` with transition tables, which no child has",
                    "Fire it FOR EACH STATEMENT, or drop it first.");
        }
    }

    private void column(Column own, Column above) {
        String name = "`" + above.name() + "`";
        ColumnType type = above.type();
        refuseIf(
                own.type() != null && type != null && own.type().isSurelyNot(type),
                SqlState.DATATYPE_MISMATCH,
                "has another type for " + name + " than `" + parent.name() + "`",
                SAME);
        if (child.created() && parent.created()) {
            ColumnStorage.sorted(own.type(), own.collation(), above.collation())
                    .ifPresent(other -> refuseIf(
                            true,
                            other.sqlState(),
                            "has another collation for " + name + " than `" + parent.name() + "`",
                            SAME));
        }
        refuseIf(
                own.generated() != above.generated() && child.created() && parent.created(),
                SqlState.DATATYPE_MISMATCH,
                "computes " + name + " and `" + parent.name() + "` does not, or the other way round",
                SAME);
        boolean needsNotNull = above.notNull() && !parent.hasNotNullOfItsOwn(above.name());
        refuseIf(
                needsNotNull && child.created() && !own.notNull(),
                SqlState.DATATYPE_MISMATCH,
                "allows NULL in " + name + ", and `" + parent.name() + "` does not",
                "Set it NOT NULL first.");
        refuseIf(
                needsNotNull && child.hasNotNullOfItsOwn(above.name()),
                SqlState.INVALID_OBJECT_DEFINITION,
                "has " + name + " NOT NULL NO INHERIT, and `" + parent.name() + "` passes its own on",
                "Let it be inherited: ALTER CONSTRAINT … INHERIT.");
    }
}
