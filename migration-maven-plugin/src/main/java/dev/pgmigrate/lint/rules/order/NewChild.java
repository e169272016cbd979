package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.evidence.ColumnStorage;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Constants;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.Table.Column;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.LikeClause;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.TableStatement.Definition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a new table may say of the columns and checks that it inherits (tablecmds.c, MergeAttributes). */
final class NewChild {
    private final Definition create;
    private final Refusals refusals;

    /** What the parents so far have. */
    private final Map<String, Column> columns = new HashMap<>();

    NewChild(Definition create, Refusals refusals) {
        this.create = create;
        this.refusals = refusals;
    }

    /** Checks the table against one more of its parents. */
    void below(ObjectName at, Table parent) {
        place(at, parent, create.temporary(), refusals);
        for (Column above : parent.columns().all()) {
            Column other = columns.put(above.name(), above);
            if (other != null) {
                both(at, above, other);
            }
        }
        create.elements().stream()
                .filter(LikeClause.class::isInstance)
                .map(LikeClause.class::cast)
                .forEach(like -> copied(like, parent));
        for (ColumnDef column : create.columns()) {
            parent.column(column.name().text()).ifPresent(above -> column(column, above, at, parent));
        }
    }

    private void copied(LikeClause like, Table parent) {
        Table source = refusals.schema().table(like.source()).orElse(null);
        if (source != null && like.includes(LikeClause.What.STORAGE)) {
            for (Column column : source.columns().all()) {
                parent.column(column.name())
                        .flatMap(above -> ColumnStorage.between(column, above))
                        .ifPresent(difference ->
                                differs(like, difference, "`" + column.name() + "` in `" + parent.name() + "`"));
            }
        }
    }

    private void differs(Node at, ColumnStorage.Difference difference, String where) {
        refusals.add(
                at.range(),
                difference.sqlState(),
                "The values of " + where + " are " + difference.how() + " in another way",
                "Give both the same COLLATE and STORAGE.");
    }

    private void both(ObjectName at, Column one, Column other) {
        refusals.addIf(
                isOther(one.type(), other.type()),
                at.range(),
                SqlState.DATATYPE_MISMATCH,
                "`" + one.name() + "` has different types in two parents",
                "Give it one type first.");
        ColumnStorage.between(one, other)
                .ifPresent(difference -> differs(at, difference, "`" + one.name() + "` in two parents"));
        boolean isSaid = create.columns().stream()
                .anyMatch(column -> column.name().text().equals(one.name())
                        && (column.has(Constraint.Default.class) || column.has(Constraint.Generated.class)));
        refusals.addIf(
                !isSaid && isOther(one.defaultValue(), other.defaultValue()),
                at.range(),
                SqlState.INVALID_COLUMN_DEFINITION,
                "`" + one.name() + "` has different defaults in two parents",
                "Give it a default of its own.");
    }

    private static boolean isOther(@Nullable ColumnType one, @Nullable ColumnType other) {
        return one != null && other != null && one.isSurelyNot(other);
    }

    /** Two constants may be the same value in other words. */
    private static boolean isOther(@Nullable Expression one, @Nullable Expression other) {
        if (one == null || other == null) {
            return false;
        }
        Optional<String> first = constant(one);
        Optional<String> second = constant(other);
        return (first.isPresent() || second.isPresent())
                ? !first.equals(second)
                : !one.toString().equals(other.toString());
    }

    private static Optional<String> constant(Expression expression) {
        return Constants.string(expression)
                .or(() -> Constants.integer(expression).map(String::valueOf));
    }

    private void column(ColumnDef column, Column above, ObjectName at, Table parent) {
        String name = "`" + column.name().text() + "`";
        refusals.addIf(
                column.type() != null && isOther(ColumnType.of(column.type()).withoutSerial(), above.type()),
                column.range(),
                SqlState.DATATYPE_MISMATCH,
                name + " has another type in `" + at + "`",
                "Leave the column out, or give it the type that it has there.");
        QualifiedName collation =
                column.collation() == null ? null : column.collation().qualified();
        if (column.type() != null) {
            ColumnStorage.sorted(above.type(), collation, above.collation())
                    .ifPresent(difference -> differs(column, difference, name + " in `" + at + "`"));
        }
        if (column.storage() != null) {
            ColumnStorage.stored(above.type(), column.storage().text(), above.storage())
                    .ifPresent(difference -> differs(column, difference, name + " in `" + at + "`"));
        }
        boolean isFilled = column.has(Constraint.Default.class) || column.has(Constraint.Identity.class);
        boolean isComputed = column.has(Constraint.Generated.class);
        refusals.addIf(
                parent.created() && (above.generated() ? isFilled : isComputed),
                column.range(),
                SqlState.INVALID_COLUMN_DEFINITION,
                name + " is computed in one of the table and `" + at + "`, and not in the other",
                "Leave the column out, or compute it in both.");
        boolean needsNotNull = above.notNull() && !parent.hasNotNullOfItsOwn(above.name());
        refusals.addIf(
                needsNotNull && saysNoInherit(column),
                column.range(),
                SqlState.DATATYPE_MISMATCH,
                name + " is NOT NULL in `" + at + "`, and NO INHERIT cannot be said of that",
                "Leave out NO INHERIT.");
    }

    private boolean saysNoInherit(ColumnDef column) {
        return column.constraints().stream()
                .anyMatch(constraint -> constraint instanceof Constraint.NotNull
                        && constraint.attributes().noInherit());
    }

    /** Checks whether anything can be put below {@code parent}. */
    static void place(ObjectName at, Table parent, boolean temporary, Refusals refusals) {
        refusals.addIf(
                parent.isPartitioned() || parent.partitionOf() != null,
                at.range(),
                SqlState.WRONG_OBJECT_TYPE,
                "`" + at + "` is " + (parent.isPartitioned() ? "partitioned" : "a partition")
                        + ", and nothing inherits from it",
                "Create a partition of it, or a table of its own.");
        refusals.addIf(
                parent.temporary() && !temporary,
                at.range(),
                SqlState.WRONG_OBJECT_TYPE,
                "`" + at + "` is temporary, and its child would stay",
                "Make both or neither temporary.");
    }
}
