package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.Table.Trigger;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.AlterTableAction.AttachPartition;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectStatement.Rename;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;

/** Reports a trigger of a partitioned table for whose name a partition has another, and one that it has from above. */
final class ConflictingTrigger extends StatementRule<Statement> {
    /** Before PostgreSQL 15 the triggers of the partitions kept their names. */
    private static final int RENAMED_WITH_THE_WHOLE = 15;

    ConflictingTrigger() {
        super(Facts.error(Category.ORDER).since("0.1"), CreateTrigger.class, Rename.class, AlterTable.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        if (statement instanceof CreateTrigger trigger) {
            create(trigger, refusals);
        } else if (statement instanceof Rename rename && rename.object().type() == ObjectType.TRIGGER) {
            rename(rename, refusals);
        } else if (statement instanceof AlterTable alter) {
            refusals.schema()
                    .table(alter.name())
                    .filter(Table::isPartitioned)
                    .ifPresent(table -> attach(alter, table, refusals));
        }
    }

    private static void create(CreateTrigger trigger, Refusals refusals) {
        Table table = refusals.schema().table(trigger.table()).orElse(null);
        if (table == null) {
            return;
        }
        String name = trigger.name().text();
        refusals.addIf(
                trigger.orReplace()
                        && table.triggers().get(name).filter(Trigger::inherited).isPresent(),
                trigger.name().range(),
                SqlState.DUPLICATE_OBJECT,
                "`" + name + "` of `" + trigger.table() + "` is that of the table above",
                "Replace it there, or choose another name.");
        if (trigger.forEachRow() && !trigger.orReplace()) {
            taken(table, name, trigger.name().range(), refusals);
        }
    }

    /** Checks that no partition has a trigger of its own under a name that it is to get from above. */
    private static void taken(Table whole, String name, SourceRange at, Refusals refusals) {
        for (Table part : refusals.schema().partitionsOf(whole.name())) {
            own(part, name, at, refusals);
            taken(part, name, at, refusals);
        }
    }

    private static void own(Table part, String name, SourceRange at, Refusals refusals) {
        refusals.addIf(
                part.triggers().get(name).filter(own -> !own.inherited()).isPresent(),
                at,
                SqlState.DUPLICATE_OBJECT,
                "The partition `" + part.name() + "` has a trigger `" + name + "` of its own",
                "Choose another name, or drop that one first.");
    }

    private static void attach(AlterTable alter, Table whole, Refusals refusals) {
        for (AlterTableAction action : alter.actions()) {
            if (action instanceof AttachPartition attach) {
                refusals.schema()
                        .table(attach.partition())
                        .ifPresent(
                                part -> attach(whole, part, attach.partition().range(), refusals));
            }
        }
    }

    private static void attach(Table whole, Table part, SourceRange at, Refusals refusals) {
        for (Trigger trigger : whole.triggers().all()) {
            if (trigger.definition().forEachRow()) {
                own(part, trigger.name(), at, refusals);
                taken(part, trigger.name(), at, refusals);
            }
        }
    }

    private static void rename(Rename rename, Refusals refusals) {
        ObjectName owner = rename.object().parent();
        Table table = owner == null ? null : refusals.schema().table(owner).orElse(null);
        Trigger trigger = table == null
                ? null
                : table.triggers().get(rename.object().name().last().text()).orElse(null);
        if (table == null || trigger == null || !refusals.context().target().isAtLeast(RENAMED_WITH_THE_WHOLE)) {
            return;
        }
        refusals.addIf(
                trigger.inherited(),
                rename.range(),
                SqlState.FEATURE_NOT_SUPPORTED,
                "`" + trigger.name() + "` of `" + owner + "` is that of the table above",
                "Rename it there; those of the partitions are renamed with it.");
        if (table.isPartitioned() && trigger.definition().forEachRow()) {
            taken(table, rename.newName().text(), rename.newName().range(), refusals);
        }
    }
}
