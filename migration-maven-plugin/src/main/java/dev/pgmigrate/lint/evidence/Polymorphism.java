package dev.pgmigrate.lint.evidence;

import java.util.Collection;
import java.util.Set;

/** Types that are settled only by those of the arguments (manual, 36.2.5 "Polymorphic Types"). */
public final class Polymorphism {
    private static final Set<String> POLYMORPHIC =
            Set.of("anyelement", "anyarray", "anynonarray", "anyenum", "anyrange", "anymultirange");
    private static final Set<String> COMPATIBLE = Set.of(
            "anycompatible",
            "anycompatiblearray",
            "anycompatiblenonarray",
            "anycompatiblerange",
            "anycompatiblemultirange");

    private Polymorphism() {}

    /** Returns whether it is such a type. */
    public static boolean is(String type) {
        return POLYMORPHIC.contains(type) || COMPATIBLE.contains(type);
    }

    /** Returns whether what {@code type} is follows from inputs of these types. */
    public static boolean isSettled(String type, Collection<String> inputs) {
        if (type.startsWith("any") && type.endsWith("range")) {
            String family = type.replace("multirange", "range");
            return inputs.contains(family) || inputs.contains(family.replace("range", "multirange"));
        }
        if (POLYMORPHIC.contains(type)) {
            return inputs.stream().anyMatch(POLYMORPHIC::contains);
        }
        return !COMPATIBLE.contains(type) || inputs.stream().anyMatch(COMPATIBLE::contains);
    }
}
