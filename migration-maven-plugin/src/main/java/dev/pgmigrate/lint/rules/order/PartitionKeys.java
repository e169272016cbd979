package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.evidence.OperatorClasses;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.IndexElement;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.PartitionSpec;
import dev.pgmigrate.sql.ast.PartitionSpec.Strategy;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a partition key may be, and what it asks of unique keys (manual, 5.12.2.3 "Limitations" and CREATE TABLE). */
final class PartitionKeys {
    private static final Set<String> SYSTEM_COLUMNS = Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid");
    private static final int NO_UNLOGGED = 18;

    private final String table;
    private final PartitionSpec key;
    private final Refusals refusals;

    private PartitionKeys(String table, PartitionSpec key, Refusals refusals) {
        this.table = table;
        this.key = key;
        this.refusals = refusals;
    }

    /** Checks the key that a table is made with, and its constraints. */
    static void key(CreateTable create, PartitionSpec key, Refusals refusals) {
        PartitionKeys keys = new PartitionKeys(create.name().toString(), key, refusals);
        keys.checkTable(create);
        keys.checkElements();
        keys.ordered(create);
        for (ColumnDef column : create.columns()) {
            column.constraints().forEach(constraint -> keys.check(constraint, column.name()));
        }
        create.constraints().forEach(constraint -> keys.check(constraint, null));
        keys.copied(create);
        Table parent = create.partitionOf() == null
                ? null
                : refusals.schema().table(create.partitionOf()).orElse(null);
        if (parent != null) {
            parent.constraints().all().stream()
                    .filter(constraint -> constraint.hasIndex())
                    .forEach(constraint -> keys.covers(create.name(), constraint.name(), constraint.columns()));
        }
    }

    /** Checks what {@code LIKE} copies. */
    private void copied(CreateTable create) {
        Table made =
                refusals.context().schemaAfter().certain().table(create.name()).orElse(null);
        if (made != null) {
            made.constraints().all().stream()
                    .filter(constraint -> !constraint.inherited() && !constraint.hasIndex())
                    .findFirst()
                    .ifPresent(constraint -> refusals.add(
                            create.name().range(),
                            SqlState.INVALID_TABLE_DEFINITION,
                            "`" + table + "` is partitioned, and its constraint `" + constraint.name()
                                    + "` is NO INHERIT",
                            "Leave out NO INHERIT where it is copied from, or INCLUDING CONSTRAINTS."));
        }
    }

    /** Checks a constraint that a partitioned table gets. */
    static void added(AlterTable alter, AlterTableAction action, Refusals refusals) {
        Table table = refusals.schema().table(alter.name()).orElse(null);
        if (table == null || table.partitionBy() == null) {
            return;
        }
        PartitionKeys keys = new PartitionKeys(alter.name().toString(), table.partitionBy(), refusals);
        if (action instanceof AlterTableAction.AttachPartition attach) {
            refusals.schema().table(attach.partition()).ifPresent(part -> attached(part, table, attach, refusals));
        } else if (action instanceof AlterTableAction.AddConstraint add) {
            keys.check(add.constraint(), null);
        } else if (action instanceof AlterTableAction.AddColumn add) {
            ColumnDef column = add.column();
            column.constraints().forEach(constraint -> keys.check(constraint, column.name()));
        }
    }

    /** A key of the table above has to hold the partition key of a part that is partitioned itself. */
    private static void attached(Table part, Table whole, AlterTableAction.AttachPartition attach, Refusals refusals) {
        if (part.partitionBy() != null) {
            PartitionKeys keys = new PartitionKeys(attach.partition().toString(), part.partitionBy(), refusals);
            whole.constraints().all().stream()
                    .filter(TableConstraint::hasIndex)
                    .forEach(key -> keys.covers(attach.partition(), key.name(), key.columns()));
        }
    }

    /** Checks a unique index of a partitioned table. */
    static void index(CreateIndex index, Refusals refusals) {
        Table table = refusals.schema().table(index.table()).orElse(null);
        if (!index.unique() || table == null || table.partitionBy() == null) {
            return;
        }
        PartitionKeys keys = new PartitionKeys(index.table().toString(), table.partitionBy(), refusals);
        List<String> columns = index.elements().stream()
                .map(IndexElement::column)
                .filter(Objects::nonNull)
                .map(Name::text)
                .toList();
        keys.covers(index, index.name() == null ? "UNIQUE" : index.name().text(), columns);
    }

    private void checkTable(CreateTable create) {
        refusals.addIf(
                !create.inherits().isEmpty(),
                create.name().range(),
                SqlState.INVALID_OBJECT_DEFINITION,
                "`" + table + "` is partitioned and cannot inherit",
                "Leave out INHERITS or PARTITION BY.");
        refusals.addIf(
                key.strategy() == Strategy.LIST && key.elements().size() > 1,
                key.range(),
                SqlState.INVALID_OBJECT_DEFINITION,
                "PARTITION BY LIST has one column, and `" + table + "` names "
                        + key.elements().size(),
                "Partition by one of them, and its partitions by the other.");
        refusals.addIf(
                create.persistence() == Persistence.UNLOGGED
                        && refusals.context().target().isAtLeast(NO_UNLOGGED),
                create.name().range(),
                SqlState.FEATURE_NOT_SUPPORTED,
                "`" + table + "` is partitioned and cannot be UNLOGGED",
                "Make its partitions UNLOGGED.");
    }

    private void checkElements() {
        for (PartitionSpec.Element element : key.elements()) {
            Name column = element.column();
            Expression expression = element.expression();
            refusals.addIf(
                    column != null && SYSTEM_COLUMNS.contains(column.text()),
                    element.range(),
                    SqlState.INVALID_OBJECT_DEFINITION,
                    "`" + table + "` cannot be partitioned by a system column",
                    "Partition it by a column of its own.");
            refusals.addIf(
                    expression instanceof Expression.RowExpr,
                    element.range(),
                    SqlState.INVALID_TABLE_DEFINITION,
                    "`" + table + "` would be partitioned by a whole row",
                    "Name the columns one by one.");
            if (expression != null) {
                StandaloneExpression.refuseChanging(expression, "The partition key of `" + table + "`", refusals);
                refusals.addIf(
                        Nodes.of(Expression.ColumnRef.class, expression)
                                .findAny()
                                .isEmpty(),
                        element.range(),
                        expression instanceof Expression.Constant constant
                                        && constant.kind() == Expression.ConstantKind.STRING
                                ? SqlState.INVALID_TABLE_DEFINITION
                                : SqlState.INVALID_OBJECT_DEFINITION,
                        "The partition key of `" + table + "` is the same for each row",
                        "Partition it by a column.");
            }
        }
    }

    /** Rows are put into partitions by the order or the hash of their key. */
    private void ordered(CreateTable create) {
        String method = key.strategy() == Strategy.HASH ? OperatorClasses.HASH : OperatorClasses.BTREE;
        Table made =
                refusals.context().schemaAfter().certain().table(create.name()).orElse(null);
        for (PartitionSpec.Element element : key.elements()) {
            if (made != null && element.column() != null) {
                made.column(element.column().text())
                        .flatMap(column ->
                                OperatorClasses.lack(method, column.type(), element.opclass(), refusals.schema()))
                        .ifPresent(why -> refusals.add(
                                element.range(),
                                SqlState.UNDEFINED_OBJECT,
                                why,
                                "Partition by another column, or by an expression over it."));
            }
        }
    }

    private void check(Constraint constraint, @Nullable Name column) {
        if (constraint instanceof Constraint.Key unique && unique.usingIndex() == null) {
            List<Name> written = column == null ? unique.columns() : List.of(column);
            covers(
                    constraint,
                    shown(constraint),
                    written.stream().map(Name::text).toList());
        } else if (constraint instanceof Constraint.Exclude exclude) {
            List<String> equal = new ArrayList<>();
            for (Constraint.ExclusionElement element : exclude.elements()) {
                Name own = element.element().column();
                if (own != null && element.operator().last().text().equals("=")) {
                    equal.add(own.text());
                }
            }
            covers(constraint, shown(constraint), equal);
        } else if (constraint instanceof Constraint.Check
                && constraint.attributes().noInherit()) {
            refusals.add(
                    constraint.range(),
                    SqlState.INVALID_TABLE_DEFINITION,
                    "`" + table + "` is partitioned, and its checks are those of its partitions",
                    "Leave out NO INHERIT.");
        }
    }

    private static String shown(Constraint constraint) {
        return constraint.name() == null
                ? Map.of(Constraint.PrimaryKey.class, "PRIMARY KEY", Constraint.Unique.class, "UNIQUE")
                        .getOrDefault(constraint.getClass(), "EXCLUDE")
                : constraint.name().text();
    }

    /** Each partition can only look at its own rows. */
    private void covers(Node at, String unique, List<String> columns) {
        for (PartitionSpec.Element element : key.elements()) {
            Name column = element.column();
            refusals.addIf(
                    column == null || !columns.contains(column.text()),
                    at.range(),
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "`" + unique + "` on the partitioned table `" + table + "` leaves out "
                            + (column == null ? "an expression" : "`" + column.text() + "`") + " of the partition key",
                    "Add the columns of the partition key to it, or make it on each partition.");
        }
    }
}
