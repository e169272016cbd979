package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports columns in an order that wastes room in each row. */
final class ColumnAlignment extends FolderRule {
    private static final RuleOption BYTES = RuleOption.number("bytes", 8);

    ColumnAlignment() {
        super(Facts.off(Category.DESIGN).options(BYTES).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        int most = context.settings().ruleOptions().number(this, BYTES);
        for (Table table : context.end().tables()) {
            List<int[]> fixed = new ArrayList<>();
            for (Table.Column column : table.columns().all()) {
                int[] shape = shape(column.type());
                // Behind a value of varying length every place is a guess.
                if (shape.length == 0) {
                    break;
                }
                fixed.add(shape);
            }
            int waste = length(fixed);
            fixed.sort(Comparator.comparingInt(shape -> -shape[1]));
            waste -= length(fixed);
            if (table.created() && table.partitionOf() == null && waste >= most) {
                reporter.report(
                        table.origin(),
                        "The first columns of `" + table.name() + "` waste " + waste + " bytes a row to line up",
                        "Put those of 8 bytes first, then those of 4, 2 and 1.");
            }
        }
    }

    private static int length(List<int[]> shapes) {
        int length = 0;
        for (int[] shape : shapes) {
            length = (length + shape[1] - 1) / shape[1] * shape[1] + shape[0];
        }
        return length;
    }

    /** Length and alignment as pg_type has them; empty for a length that varies. */
    private static int[] shape(@Nullable ColumnType type) {
        return switch (type == null || type.array() ? "" : type.plain()) {
            case "int8", "float8", "timestamp", "timestamptz", "time", "money" -> new int[] {8, 8};
            case "timetz" -> new int[] {12, 8};
            case "interval" -> new int[] {16, 8};
            case "int4", "float4", "date", "oid" -> new int[] {4, 4};
            case "int2" -> new int[] {2, 2};
            case "bool" -> new int[] {1, 1};
            case "uuid" -> new int[] {16, 1};
            default -> new int[0];
        };
    }
}
