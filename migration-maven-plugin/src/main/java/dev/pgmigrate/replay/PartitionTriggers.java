package dev.pgmigrate.replay;

import dev.pgmigrate.replay.Table.Trigger;
import java.util.function.Function;

/** The row triggers of a partitioned table, which each of its partitions has as well (manual, CREATE TRIGGER). */
final class PartitionTriggers {
    private PartitionTriggers() {}

    /** Gives a new trigger to the partitions of {@code whole}. */
    static void add(Table whole, Trigger trigger, Model model) {
        if (!whole.isPartitioned() || !trigger.definition().forEachRow()) {
            return;
        }
        Trigger copy = trigger.inherited(true);
        for (Table part : model.schema().partitionsOf(whole.name())) {
            Table changed = part.withTriggers(part.triggers().with(trigger.name(), copy));
            Mentions.by(part.name(), model).add(copy);
            model.put(changed);
            add(changed, trigger, model);
        }
    }

    /** Gives a new partition, and those below it, the triggers of its parent. */
    static void makeOn(Table part, Model model) {
        if (part.partitionOf() != null) {
            model.schema().table(part.partitionOf()).ifPresent(parent -> {
                for (Trigger trigger : parent.triggers().all()) {
                    add(parent, trigger, model);
                }
            });
        }
    }

    /** Drops what the partitions of {@code whole} have of a trigger that is gone. */
    static void remove(Table whole, String trigger, Model model) {
        change(whole, trigger, model, part -> part.withTriggers(part.triggers().without(trigger)));
    }

    /** Renames what the partitions of {@code whole} have of a trigger; before PostgreSQL 15 they keep the old name. */
    static void rename(Table whole, String from, String to, Model model) {
        change(
                whole,
                from,
                model,
                part -> part.triggers()
                        .get(from)
                        .map(trigger -> part.triggers().renamed(from, to, trigger.named(to)))
                        .map(triggers -> part.withTriggers(triggers.unsure(from)))
                        .orElse(part));
    }

    private static void change(Table whole, String trigger, Model model, Function<Table, Table> change) {
        for (Table part : model.schema().partitionsOf(whole.name())) {
            if (part.triggers().get(trigger).filter(Trigger::inherited).isPresent()) {
                model.put(change.apply(part));
                change(part, trigger, model, change);
            }
        }
    }

    /** Takes from a table that is no partition any more, and from those below it, the triggers of its parent. */
    static void takeFrom(Table part, Table parent, Model model) {
        Table changed = part;
        for (Trigger trigger : part.triggers().all()) {
            if (trigger.inherited() && parent.triggers().get(trigger.name()).isPresent()) {
                remove(part, trigger.name(), model);
                changed = changed.withTriggers(changed.triggers().without(trigger.name()));
            }
        }
        model.put(changed);
    }
}
