package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.effect.PartitionProof;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.ObjectName;
import java.util.Optional;

/** The default partition in use that a new partition has to be kept free of (PostgreSQL manual, 5.12.2.2). */
final class DefaultPartition {
    private DefaultPartition() {}

    /** Returns it if the server reads all of it, because no check says that it has none of the new rows. */
    static Optional<Table> searched(ObjectName parent, LintContext context) {
        return context.schema()
                .table(parent)
                .flatMap(table -> context.schema()
                        .defaultPartitionOf(table.name())
                        .filter(partition -> !context.isFresh(partition.name()))
                        .filter(partition -> !PartitionProof.ofDefault(table, partition)));
    }

    /** Returns the beginning of a sentence. */
    static String advice(Table partition) {
        return "Add a check to `" + partition.name().name()
                + "` that excludes the new bound NOT VALID, validate it in a later file,";
    }
}
