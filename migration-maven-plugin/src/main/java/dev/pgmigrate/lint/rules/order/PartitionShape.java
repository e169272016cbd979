package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.Table.Column;
import dev.pgmigrate.sql.ast.AlterTableAction.AttachPartition;
import dev.pgmigrate.sql.ast.TableStatement.Definition;

/** What a table has to be like to become a partition of another (manual, ALTER TABLE, "ATTACH PARTITION"). */
final class PartitionShape {
    private static final String SAME = "Give both tables the same columns first.";

    private final Table parent;
    private final Table part;
    private final AttachPartition attach;
    private final Refusals refusals;

    private PartitionShape(Table parent, Table part, AttachPartition attach, Refusals refusals) {
        this.parent = parent;
        this.part = part;
        this.attach = attach;
        this.refusals = refusals;
    }

    static void persistence(Definition create, Table parent, Refusals refusals) {
        refusals.addIf(
                create.temporary() != parent.temporary()
                        && !refusals.schema().searchPath().get(0).equals(Schema.TEMPORARY),
                create.name().range(),
                SqlState.WRONG_OBJECT_TYPE,
                "Of `" + create.name() + "` and `" + parent.name() + "` one is temporary and the other is not",
                "Make both or neither temporary.");
    }

    static void check(Table parent, Table part, AttachPartition attach, Refusals refusals) {
        PartitionShape shape = new PartitionShape(parent, part, attach, refusals);
        shape.place();
        if (parent.columnsKnown() && part.columnsKnown()) {
            shape.columns();
        }
        ParentMatch.check(parent, part, attach.partition(), refusals);
    }

    private void refuseIf(boolean holds, String sqlState, String why, String advice) {
        refusals.addIf(holds, attach.partition().range(), sqlState, "`" + part.name() + "` " + why, advice);
    }

    private void place() {
        refuseIf(
                part.partitionOf() != null,
                SqlState.WRONG_OBJECT_TYPE,
                "is a partition of `" + part.partitionOf() + "` already",
                "Detach it first.");
        refuseIf(
                part.ofType() != null,
                SqlState.WRONG_OBJECT_TYPE,
                "is a typed table",
                "Part it from its type first: NOT OF.");
        refuseIf(
                !part.isPartitioned() && !refusals.schema().heirsOf(part.name()).isEmpty(),
                SqlState.WRONG_OBJECT_TYPE,
                "has children that inherit from it",
                "Remove their inheritance first.");
        refuseIf(
                !part.parents().isEmpty(),
                SqlState.WRONG_OBJECT_TYPE,
                "inherits from another table",
                "Remove its inheritance first.");
        refuseIf(
                part.name().equals(parent.name()) || part.name().equals(parent.partitionOf()),
                SqlState.DUPLICATE_TABLE,
                "would be a partition of itself",
                "Name another table.");
        refuseIf(
                part.temporary() != parent.temporary(),
                SqlState.WRONG_OBJECT_TYPE,
                "and `" + parent.name() + "` are not both temporary",
                "Make both or neither temporary.");
    }

    private void columns() {
        for (Column column : part.columns().all()) {
            refuseIf(
                    parent.lacks(column.name()),
                    SqlState.DATATYPE_MISMATCH,
                    "has the column `" + column.name() + "`, and `" + parent.name() + "` has not",
                    SAME);
        }
    }
}
