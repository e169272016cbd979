package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds the type of a column against {@code atttypid} and {@code atttypmod}. */
final class TypeComparison {
    private static final int HEADER = 4;
    private static final Set<String> LENGTHS = Set.of("varchar", "bpchar");
    private static final Set<String> PLAIN = Set.of("bit", "varbit", "time", "timetz", "timestamp", "timestamptz");

    private TypeComparison() {}

    /** Returns what either says, if that is not the same. */
    static Optional<String> difference(ColumnType said, QualifiedName real, int modifier) {
        String name = said.name().name() + (said.array() ? "[]" : "");
        // What every server has stands here without its schema.
        boolean otherSchema = said.name().schemaOrNull() != null
                && real.schemaOrNull() != null
                && !said.name().schemaOrNull().equals(real.schemaOrNull());
        String base = said.name().name();
        List<Integer> modifiers = modifier < 0 ? List.of() : modifiers(base, modifier);
        boolean sized = LENGTHS.contains(base) || PLAIN.contains(base) || base.equals("numeric");
        boolean same = name.equals(real.name())
                && !otherSchema
                && (!sized || (modifier == -1 && said.modifiers().isEmpty()) || matches(said.modifiers(), modifiers));
        return same ? Optional.empty() : Optional.of(said + ", server " + real + modifiers);
    }

    private static boolean matches(List<Integer> said, List<Integer> real) {
        List<Integer> full = new ArrayList<>(said);
        if (full.size() == 1 && real.size() == 2) {
            full.add(0);
        }
        return full.equals(real);
    }

    private static List<Integer> modifiers(String type, int modifier) {
        if (type.equals("numeric")) {
            int bits = modifier - HEADER;
            int scale = bits & 0x7ff;
            return List.of((bits >> 16) & 0xffff, scale > 1000 ? scale - 0x800 : scale);
        }
        return LENGTHS.contains(type) ? List.of(modifier - HEADER) : List.of(modifier);
    }
}
