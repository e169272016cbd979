package dev.pgmigrate.effect;

import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.List;
import java.util.function.Predicate;

/** Takes the work out of effects on tables that hold no rows of their own, of which there are none to read or to write. */
final class RowlessTables {
    private RowlessTables() {}

    /** Foreign tables have their rows elsewhere; {@code ONLY} a partitioned table has none. */
    static List<Effect> in(Step step, List<Effect> effects) {
        boolean only = step.statement() instanceof AlterTable alter && alter.only();
        return without(effects, step.before(), table -> table.foreign() || (only && table.isPartitioned()));
    }

    /** A partitioned table without partitions has none, nor has an index a table without any. */
    static List<Effect> inFilesAlone(Step step, List<Effect> effects) {
        Schema schema = step.before();
        return without(effects, schema, table -> isRowless(table, schema)).stream()
                .map(effect -> effect.operation() == Operation.REINDEX && hasNoIndex(effect, schema)
                        ? withoutWork(effect)
                        : effect)
                .toList();
    }

    private static boolean hasNoIndex(Effect effect, Schema schema) {
        return schema.table(effect.relation()).filter(Table::created).isPresent()
                && schema.indexesOf(effect.relation()).isEmpty();
    }

    private static boolean isRowless(Table table, Schema schema) {
        return table.foreign()
                || (table.created()
                        && table.isPartitioned()
                        && schema.partitionsOf(table.name()).stream().allMatch(part -> isRowless(part, schema)));
    }

    private static List<Effect> without(List<Effect> effects, Schema schema, Predicate<Table> rowless) {
        return effects.stream()
                .map(effect -> effect.work() != Work.NONE
                                && schema.table(effect.relation())
                                        .filter(rowless)
                                        .isPresent()
                        ? withoutWork(effect)
                        : effect)
                .toList();
    }

    private static Effect withoutWork(Effect effect) {
        return new Effect(effect.relation(), effect.operation(), effect.mode(), Work.NONE, effect.range());
    }
}
