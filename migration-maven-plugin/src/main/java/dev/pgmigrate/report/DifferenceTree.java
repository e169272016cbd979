package dev.pgmigrate.report;

import dev.pgmigrate.schema.SchemaDifference;
import dev.pgmigrate.schema.SnapshotKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Differences for people, by schema and object; long values are reduced to the lines that differ. */
final class DifferenceTree {
    private static final String PART = "    ";

    private final Palette palette;
    private final List<String> lines = new ArrayList<>();
    private @Nullable String schema;
    private @Nullable String owner;
    private @Nullable SnapshotKey object;

    private DifferenceTree(Palette palette) {
        this.palette = palette;
    }

    /** Returns the lines for {@code differences}, which have to be sorted. */
    static List<String> lines(List<SchemaDifference> differences, Palette palette) {
        DifferenceTree tree = new DifferenceTree(palette);
        differences.forEach(tree::add);
        return List.copyOf(tree.lines);
    }

    private void add(SchemaDifference difference) {
        SnapshotKey key = difference.key();
        if (!key.schema().equals(schema)) {
            schema = key.schema();
            owner = null;
            lines.add(palette.strong(key.schema().isEmpty() ? "the database" : "schema " + key.schema()));
        }
        String top = key.of().isEmpty() ? key.name() : key.of();
        if (!key.of().isEmpty() && !top.equals(owner)) {
            lines.add("  " + oneLine(top));
        }
        owner = top;
        String indent = key.of().isEmpty() ? "  " : PART;
        if (!key.equals(object)) {
            lines.add(indent + mark(difference) + " " + key.kind().label() + " " + oneLine(key.name()));
            object = key;
        }
        difference.property().ifPresent(property -> values(indent + PART, property, difference));
    }

    private String mark(SchemaDifference difference) {
        return switch (difference.state()) {
            case MISSING -> palette.error("-");
            case ADDED -> palette.good("+");
            case DIFFERENT -> palette.warning("~");
        };
    }

    private void values(String indent, String property, SchemaDifference difference) {
        String left = difference.left().orElse("");
        String right = difference.right().orElse("");
        if (!left.contains("\n") && !right.contains("\n")) {
            lines.add(indent + property + ": " + shown(left) + " → " + shown(right));
            return;
        }
        lines.add(indent + property + ":");
        only(left, right).forEach(line -> lines.add(indent + "  " + palette.error("- ") + line));
        only(right, left).forEach(line -> lines.add(indent + "  " + palette.good("+ ") + line));
    }

    private static String oneLine(String name) {
        return name.replace("\n", "\\n");
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(none)" : value;
    }

    private static List<String> only(String text, String other) {
        Set<String> known = new HashSet<>(other.lines().toList());
        return text.lines().filter(line -> !known.contains(line)).toList();
    }
}
