package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.replay.Origin;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a migration makes and its rollback leaves behind. */
final class RollbackGaps {
    private final SqlFile migration;
    private final Schema before;
    private final Schema after;
    private final List<Gap> gaps = new ArrayList<>();

    /**
     * One object that is still there.
     *
     * @param object the object as messages show it
     * @param drop what would drop it, or null where it may have been there before the migration
     * @param at where it was made
     */
    record Gap(String object, @Nullable String drop, int at) {}

    private RollbackGaps(FileContext rollback) {
        this.migration = rollback.migration().sql();
        this.before = rollback.before();
        this.after = rollback.after();
    }

    /** Returns what {@code rollback} leaves, the newest first. */
    static List<Gap> of(FileContext rollback) {
        RollbackGaps all = new RollbackGaps(rollback);
        all.find();
        all.gaps.sort(Comparator.comparingInt(Gap::at).reversed());
        return all.gaps;
    }

    private void find() {
        for (Table table : before.tables()) {
            Table left = after.table(table.name()).orElse(null);
            if (left == null || table.temporary()) {
                continue;
            }
            if (isOurs(table.origin())) {
                if (table.created() && table.origin().equals(left.origin())) {
                    add(
                            "table `" + table.name() + "`",
                            "DROP TABLE IF EXISTS " + table.name().sql(),
                            table.origin());
                }
            } else if (table.partitionOf() == null) {
                parts(table, left);
            }
        }
        for (SchemaObject.View view : before.views()) {
            if (isOurs(view.origin()) && isSame(view, after.view(view.name()))) {
                add("view `" + view.name() + "`", null, view.origin());
            }
        }
        for (SchemaObject.Type type : before.types()) {
            if (isOurs(type.origin()) && isSame(type, after.type(type.name()))) {
                String kind = type.kind() == SchemaObject.TypeKind.DOMAIN ? "DOMAIN" : "TYPE";
                add(
                        "type `" + type.name() + "`",
                        "DROP " + kind + " IF EXISTS " + type.name().sql(),
                        type.origin());
            }
        }
        for (SchemaObject.Routine routine : before.routines()) {
            boolean left = after.routines(routine.name()).stream()
                    .anyMatch(other -> other.origin().equals(routine.origin()));
            if (isOurs(routine.origin()) && routine.definition() != null && left) {
                add(routine.kind().words() + " `" + routine.name() + "`", null, routine.origin());
            }
        }
    }

    /** What the migration adds to a table that was there before. */
    private void parts(Table table, Table left) {
        String alter = "ALTER TABLE " + table.name().sql() + " DROP ";
        String of = "` of `" + table.name() + "`";
        for (Table.Column column : table.columns().all()) {
            if (isOurs(column.origin())
                    && left.columns().get(column.name()).filter(column::equals).isPresent()) {
                add(
                        "column `" + column.name() + of,
                        alter + "COLUMN IF EXISTS " + Identifier.quote(column.name()),
                        column.origin());
            }
        }
        for (TableConstraint constraint : table.constraints().all()) {
            boolean own = constraint.columns().stream()
                    .allMatch(name -> table.column(name).isPresent());
            if (own
                    && isOurs(constraint.origin())
                    && !isWithColumn(constraint, table)
                    && left.constraints()
                            .get(constraint.name())
                            .filter(constraint::equals)
                            .isPresent()) {
                add(
                        "constraint `" + constraint.name() + of,
                        alter + "CONSTRAINT IF EXISTS " + Identifier.quote(constraint.name()),
                        constraint.origin());
            }
        }
        for (SchemaObject.Index index : before.indexesOf(table.name())) {
            if (isOurs(index.origin()) && index.constraint() == null && isSame(index, after.index(index.name()))) {
                add(
                        "index `" + index.name() + "`",
                        "DROP INDEX IF EXISTS " + index.name().sql(),
                        index.origin());
            }
        }
        for (Table.Trigger trigger : table.triggers().all()) {
            if (isOurs(trigger.origin())
                    && left.triggers()
                            .get(trigger.name())
                            .filter(trigger::equals)
                            .isPresent()) {
                add("trigger `" + trigger.name() + of, null, trigger.origin());
            }
        }
        for (Table.Policy policy : table.policies().all()) {
            if (isOurs(policy.origin())
                    && left.policies().get(policy.name()).filter(policy::equals).isPresent()) {
                add("policy `" + policy.name() + of, null, policy.origin());
            }
        }
    }

    /** A constraint behind a column goes with it. */
    private static boolean isWithColumn(TableConstraint constraint, Table table) {
        return table.columns().all().stream()
                .map(Table.Column::origin)
                .anyMatch(origin -> origin.file() == constraint.origin().file()
                        && origin.range().contains(constraint.origin().range().start()));
    }

    private boolean isOurs(Origin origin) {
        return origin.file() == migration;
    }

    private static boolean isSame(SchemaObject object, Optional<? extends SchemaObject> left) {
        return left.filter(other -> other.origin().equals(object.origin())).isPresent();
    }

    private void add(String object, @Nullable String drop, Origin origin) {
        gaps.add(new Gap(object, drop, origin.range().start()));
    }
}
