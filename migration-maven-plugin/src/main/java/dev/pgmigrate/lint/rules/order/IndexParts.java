package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.evidence.Conditions;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.SchemaObject.Index;
import dev.pgmigrate.replay.SchemaObject.Relation;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction.AttachPartition;
import dev.pgmigrate.sql.ast.IndexElement;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which index can become the part of another (manual, ALTER INDEX, "ATTACH PARTITION"; index.c, CompareIndexInfo). */
final class IndexParts {
    /** Operator classes that are the default of no type, and so of another family than where none is written. */
    private static final Pattern SPECIAL =
            Pattern.compile("\\w+_pattern_ops|jsonb_path_ops|\\w+_(?:minmax_multi|bloom)_ops");

    private IndexParts() {}

    static void check(AlterTable alter, AttachPartition attach, Refusals refusals) {
        ObjectName at = attach.partition();
        Relation part = refusals.schema().relation(at.qualified()).orElse(null);
        Index whole = refusals.schema().index(alter.name().qualified()).orElse(null);
        if (part == null || whole == null) {
            return;
        }
        boolean isThere = part instanceof Table table ? table.created() : true;
        refusals.addIf(
                isThere && !(part instanceof Index),
                at.range(),
                SqlState.INVALID_OBJECT_DEFINITION,
                "`" + at + "` is not an index",
                "Name the index of the partition.");
        if (part instanceof Index index) {
            Table table = refusals.schema().table(index.table()).orElse(null);
            boolean elsewhere =
                    table != null && table.created() && !whole.table().equals(table.partitionOf());
            String why = elsewhere ? "its table is not a partition of the other one" : difference(whole, index);
            refusals.addIf(
                    why != null,
                    at.range(),
                    elsewhere ? SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE : SqlState.INVALID_OBJECT_DEFINITION,
                    "`" + at + "` cannot be a part of `" + alter.name() + "`: " + why,
                    "Create the index with the same definition on the partition.");
        }
    }

    private static @Nullable String difference(Index whole, Index part) {
        if (whole.constraint() != null && part.constraint() == null) {
            return "it belongs to no constraint";
        }
        if (whole.elements().isEmpty() || part.elements().isEmpty()) {
            return null;
        }
        boolean kind = whole.unique() == part.unique() && whole.method().equals(part.method());
        if (!kind || !whole.included().equals(part.included())) {
            return "it is of another kind";
        }
        if ((whole.where() == null) != (part.where() == null) || Conditions.differ(whole.where(), part.where())) {
            return "its WHERE is another";
        }
        return isSame(whole.elements(), part.elements()) ? null : "its columns are others";
    }

    private static boolean isSame(List<IndexElement> whole, List<IndexElement> part) {
        if (whole.size() != part.size()) {
            return false;
        }
        for (int i = 0; i < whole.size(); i++) {
            IndexElement one = whole.get(i);
            IndexElement other = part.get(i);
            if (!text(one.column()).equals(text(other.column()))
                    || Conditions.differ(one.expression(), other.expression())
                    || differ(one.collation(), other.collation())
                    || !special(one).equals(special(other))) {
                return false;
            }
        }
        return true;
    }

    /** The collation that is not written may be the one that is. */
    private static boolean differ(@Nullable ObjectName one, @Nullable ObjectName other) {
        return one != null
                && other != null
                && !one.last().text().equals(other.last().text());
    }

    private static String text(@Nullable Name name) {
        return name == null ? "" : name.text();
    }

    private static String special(IndexElement element) {
        ObjectName written = element.opclass();
        String name = written == null ? "" : written.last().text();
        return SPECIAL.matcher(name).matches() ? name : "";
    }
}
