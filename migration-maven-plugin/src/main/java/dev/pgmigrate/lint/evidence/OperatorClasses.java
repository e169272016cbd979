package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which types can be sorted or hashed, as the keys of indexes and of partitioned tables ask of them (pg_opclass). */
public final class OperatorClasses {
    public static final String BTREE = "btree";
    public static final String HASH = "hash";

    /** The types of the server without a default operator class, by access method. */
    private static final Map<String, Set<String>> WITHOUT = Map.of(
            BTREE,
            Set.of(
                    "box",
                    "cid",
                    "circle",
                    "json",
                    "jsonpath",
                    "line",
                    "lseg",
                    "path",
                    "point",
                    "polygon",
                    "xid",
                    "xml"),
            HASH,
            Set.of(
                    "bit",
                    "box",
                    "circle",
                    "json",
                    "jsonpath",
                    "line",
                    "lseg",
                    "money",
                    "path",
                    "point",
                    "polygon",
                    "tsquery",
                    "tsvector",
                    "varbit",
                    "xml"));

    /** Those of other access methods alone. */
    private static final Set<String> OF_OTHER_METHODS = Set.of(
            "box_ops",
            "circle_ops",
            "inet_inclusion_ops",
            "jsonb_path_ops",
            "kd_point_ops",
            "point_ops",
            "poly_ops",
            "quad_point_ops");

    private OperatorClasses() {}

    /**
     * Returns why an access method cannot order a column, as a sentence without its full stop.
     *
     * @param opclass the operator class that is written, if any
     */
    public static Optional<String> lack(
            String method, @Nullable ColumnType type, @Nullable ObjectName opclass, Schema schema) {
        if (!WITHOUT.containsKey(method)) {
            return Optional.empty();
        }
        if (opclass == null) {
            boolean lacks = type != null
                    && !type.array()
                    && WITHOUT.getOrDefault(method, Set.of()).contains(type.plain())
                    && schema.type(type.name()).isEmpty();
            return lacks
                    ? Optional.of("`" + type + "` has no operator class by which " + method + " could order it")
                    : Optional.empty();
        }
        String name = opclass.last().text();
        boolean isOther = opclass.schema() == null
                && OF_OTHER_METHODS.contains(name)
                && schema.others(ObjectType.OPERATOR_CLASS).stream()
                        .noneMatch(own -> own.name().name().contains(name));
        return isOther
                ? Optional.of("The access method " + method + " has no operator class `" + opclass + "`")
                : Optional.empty();
    }
}
