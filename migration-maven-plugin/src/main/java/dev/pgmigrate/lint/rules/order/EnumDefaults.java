package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Presence;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.Constant;
import dev.pgmigrate.sql.ast.Expression.ConstantKind;
import org.jspecify.annotations.Nullable;

/** Defaults of columns of an enum: the server looks at once whether there is such a label. */
final class EnumDefaults {
    private EnumDefaults() {}

    static void check(ColumnDef column, Refusals refusals) {
        Constraint.Default value = column.constraint(Constraint.Default.class);
        if (value != null && column.type() != null) {
            check(ColumnType.of(column.type()), value.expression(), refusals);
        }
    }

    static void check(@Nullable ColumnType type, @Nullable Expression value, Refusals refusals) {
        Expression bare = value instanceof Expression.TypeCast cast
                        && ColumnType.of(cast.type()).equals(type)
                ? cast.operand()
                : value;
        if (type == null
                || type.array()
                || !(bare instanceof Constant constant)
                || constant.kind() != ConstantKind.STRING) {
            return;
        }
        refusals.schema()
                .type(type.name())
                .filter(known ->
                        known.kind() == SchemaObject.TypeKind.ENUM && known.label(constant.text()) == Presence.ABSENT)
                .ifPresent(known -> refusals.add(
                        constant.range(),
                        SqlState.INVALID_TEXT_REPRESENTATION,
                        "'" + constant.text() + "' is no label of `"
                                + known.name().name() + "`",
                        "Write one of its labels, or add this one in an earlier file."));
    }
}
