package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Node;

/** What stays may not refer to rows that do not (manual, CREATE TABLE, "REFERENCES"; tablecmds.c, ATPrepChangePersistence). */
final class Persistences {
    private static final String ALIKE = "Let both tables be kept in the same way.";

    private Persistences() {}

    /** Checks the tables at both ends of a foreign key that is added. */
    static void check(Table own, Constraint.ForeignKey key, Schema schema, Refusals refusals) {
        schema.table(key.referenced())
                .filter(other -> own.created() && other.created())
                .ifPresent(other -> check(own, other, key, refusals));
    }

    private static void check(Table own, Table other, Node at, Refusals refusals) {
        boolean lasts = !own.temporary() && !own.unlogged();
        refusals.addIf(
                own.temporary() != other.temporary() || (lasts && other.unlogged()),
                at.range(),
                SqlState.INVALID_TABLE_DEFINITION,
                "`" + own.name() + "` refers to `" + other.name() + "`, whose rows are kept in another way",
                ALIKE);
    }

    static void set(AlterTableAction.SetLogged set, Table table, Refusals refusals) {
        if (set.logged() && table.unlogged()) {
            for (TableConstraint key : table.constraints().all()) {
                if (key.referenced() != null && !key.referenced().equals(table.name())) {
                    refusals.schema()
                            .table(key.referenced())
                            .filter(Table::unlogged)
                            .ifPresent(other -> refuse(set, table, other, refusals));
                }
            }
        } else if (!set.logged() && table.created() && !table.unlogged()) {
            refusals.schema().tablesReferencing(table.name()).stream()
                    .filter(user ->
                            user.created() && !user.unlogged() && !user.name().equals(table.name()))
                    .findFirst()
                    .ifPresent(user -> refuse(set, user, table, refusals));
        }
    }

    private static void refuse(Node at, Table user, Table referenced, Refusals refusals) {
        refusals.add(
                at.range(),
                SqlState.INVALID_TABLE_DEFINITION,
                "`" + user.name() + "` refers to `" + referenced.name() + "`, and would then be kept in another way",
                ALIKE);
    }
}
