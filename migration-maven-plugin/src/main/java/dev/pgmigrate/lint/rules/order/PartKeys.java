package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.GeneratedNames;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.replay.TableConstraint.Kind;
import dev.pgmigrate.sql.ast.Name;
import java.util.List;

/** The keys that a partition has as parts of those of the table above, and cannot lose alone (manual, 5.12.2). */
final class PartKeys {
    private PartKeys() {}

    /** Checks a constraint that is dropped from {@code part}. */
    static void check(Table part, Name dropped, Refusals refusals) {
        if (part.partitionOf() == null || !part.created()) {
            return;
        }
        Table whole = refusals.schema().table(part.partitionOf()).orElse(null);
        if (whole == null) {
            return;
        }
        for (TableConstraint key : whole.constraints().all()) {
            refusals.addIf(
                    key.inherited() && isPartOf(key, part, dropped.text()),
                    dropped.range(),
                    SqlState.INVALID_TABLE_DEFINITION,
                    "`" + dropped.text() + "` of `" + part.name() + "` is a part of `" + key.name() + "` of `"
                            + whole.name() + "`",
                    "Drop that of the table above; its parts go with it.");
        }
    }

    /** The server takes a key that is there for the part, or makes one. */
    private static boolean isPartOf(TableConstraint key, Table part, String name) {
        List<TableConstraint> alike = part.constraints().all().stream()
                .filter(own -> key.kind() == Kind.PRIMARY_KEY ? own.kind() == key.kind() : own.isAlike(key))
                .toList();
        if (!alike.isEmpty()) {
            return alike.size() == 1 && alike.get(0).name().equals(name);
        }
        if (part.constraints().get(name).isPresent()) {
            return false;
        }
        return switch (key.kind()) {
            case PRIMARY_KEY -> name.equals(generated(part, List.of(), "pkey"));
            case UNIQUE -> name.equals(generated(part, key.columns(), "key"));
            case FOREIGN_KEY -> name.equals(key.name());
            default -> false;
        };
    }

    private static String generated(Table part, List<String> columns, String suffix) {
        return GeneratedNames.choose(part.name().name(), columns, suffix, taken -> false);
    }
}
