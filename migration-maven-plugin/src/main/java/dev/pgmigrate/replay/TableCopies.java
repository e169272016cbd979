package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Index;
import dev.pgmigrate.replay.Table.Column;
import dev.pgmigrate.replay.TableConstraint.Kind;
import dev.pgmigrate.sql.ast.LikeClause;
import java.util.List;

/** Replays what a new table takes over from others: by {@code LIKE}, from its parents, as a partition. */
final class TableCopies {
    private TableCopies() {}

    /** Copies what {@code like} includes of {@code source}, the table that it named before this one was made. */
    static Table like(Table table, LikeClause like, Table source, Model model) {
        Table copied = copyColumns(table, source);
        if (like.includes(LikeClause.What.CONSTRAINTS)) {
            copied = copyChecks(copied, source, true);
        }
        for (Column column : source.columns().all()) {
            copied = Tables.withColumn(
                    copied, copied(column, like, table.foreign()).local(true));
        }
        if (table.foreign() || !like.includes(LikeClause.What.INDEXES)) {
            return copied;
        }
        for (TableConstraint constraint : source.constraints().all()) {
            if (constraint.hasIndex()) {
                Table target = copied;
                TableConstraint renamed = constraint.withName(ConstraintCreation.generatedName(
                        table.name(),
                        constraint.kind(),
                        constraint.columns(),
                        name -> ConstraintCreation.isTaken(model, target, name)));
                copied = Tables.withConstraint(copied, renamed);
                String method = model.schema()
                        .index(new QualifiedName(source.name().schemaOrNull(), constraint.name()))
                        .map(Index::method)
                        .orElse(ConstraintCreation.BTREE);
                model.put(ConstraintCreation.index(copied, renamed, List.of(), List.of(), method, null, model));
            }
        }
        return copied;
    }

    private static Column copied(Column source, LikeClause like, boolean foreign) {
        Column column = like.includes(LikeClause.What.STORAGE) ? source : source.stored(null);
        LikeClause.What of = column.generated() ? LikeClause.What.GENERATED : LikeClause.What.DEFAULTS;
        if (column.identity() && !column.serial()) {
            return column.identity(!foreign && like.includes(LikeClause.What.IDENTITY), column.always());
        }
        return like.includes(of) ? column : column.withoutExpression().defaulting(null);
    }

    /** Takes over what a table has from one that it inherits from or is a partition of. */
    static Table inherit(Table table, Table parent) {
        Table copied = copyChecks(copyColumns(table, parent), parent, false);
        for (Column column : parent.columns().all()) {
            Column own = copied.column(column.name()).orElse(column);
            Column heir = column.identity() && !column.serial() ? own.identity(false, false) : own;
            boolean noInherit = parent.hasNotNullOfItsOwn(column.name());
            boolean before = table.column(column.name()).map(Column::notNull).orElse(false);
            copied = Tables.withColumn(copied, (noInherit ? heir.nullable(!before) : heir).local(false));
        }
        return copied;
    }

    /** In a new table every {@code NOT NULL} is valid. */
    private static Table copyColumns(Table table, Table source) {
        Table copied = Tables.withColumns(table, table.columns(), table.columnsKnown() && source.columnsKnown());
        for (Column column : source.columns().all()) {
            boolean notNull = column.notNull()
                    || table.column(column.name()).map(Column::notNull).orElse(false)
                    || source.constraints().all().stream()
                            .anyMatch(constraint -> constraint.kind() == Kind.NOT_NULL
                                    && constraint.columns().contains(column.name()));
            copied = Tables.withColumn(copied, column.nullable(!notNull));
        }
        Members<TableConstraint> constraints = copied.constraints();
        for (String name : source.constraints().unsure()) {
            constraints = constraints.unsure(name);
        }
        for (TableConstraint constraint : source.constraints().all()) {
            constraints = constraint.kind() == Kind.NOT_NULL ? constraints.unsure(constraint.name()) : constraints;
        }
        return Tables.withConstraints(copied, constraints);
    }

    private static Table copyChecks(Table table, Table source, boolean all) {
        Table copied = table;
        for (TableConstraint constraint : source.constraints().all()) {
            if (constraint.kind() == Kind.CHECK && (all || constraint.inherited())) {
                boolean enforced = copied.constraints()
                        .get(constraint.name())
                        .filter(TableConstraint::enforced)
                        .isPresent();
                copied = enforced ? copied : Tables.withConstraint(copied, constraint.local(all));
            }
        }
        return copied;
    }
}
