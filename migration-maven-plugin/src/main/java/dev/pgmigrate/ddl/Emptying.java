package dev.pgmigrate.ddl;

import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SnapshotKey;
import dev.pgmigrate.schema.SnapshotObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The statements that drop a team's objects, whatever depends on them. */
public final class Emptying {
    private static final String PUBLIC = "public";

    /** What goes first, since it acts on what is dropped; the rest goes in any order, by CASCADE. */
    private static final List<ObjectKind> FIRST = List.of(
            ObjectKind.EVENT_TRIGGER,
            ObjectKind.PUBLICATION,
            ObjectKind.POLICY,
            ObjectKind.TRIGGER,
            ObjectKind.RULE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.TABLE);

    private Emptying() {}

    /**
     * Returns the statements for {@code objects}, schemas last and without CASCADE, since an extension may be in one.
     *
     * @param extensionSchemas the schemas that extensions are in
     */
    public static List<String> of(Collection<SnapshotObject> objects, Set<String> extensionSchemas) {
        Set<List<String>> gone = new HashSet<>();
        List<SnapshotObject> dropped = new ArrayList<>();
        for (SnapshotObject object : objects) {
            SnapshotKey key = object.key();
            if (isDropped(object) && !isOfTheServer(key)) {
                dropped.add(object);
                gone.add(List.of(key.schema(), key.name()));
            }
        }
        dropped.sort(Comparator.comparing(Emptying::rank).thenComparing(SnapshotObject::key));
        List<String> statements = new ArrayList<>();
        for (SnapshotObject object : dropped) {
            SnapshotKey key = object.key();
            boolean withOwner = Creation.isPart(key) && gone.contains(List.of(key.schema(), key.of()));
            boolean kept = key.kind() == ObjectKind.SCHEMA
                    && (key.name().equals(PUBLIC) || extensionSchemas.contains(key.name()));
            if (!withOwner && !kept) {
                statements.add(sql(key));
            }
        }
        return statements;
    }

    private static boolean isOfTheServer(SnapshotKey key) {
        String schema = key.kind() == ObjectKind.SCHEMA ? key.name() : key.schema();
        return schema.startsWith("pg_") || schema.equals("information_schema");
    }

    private static String sql(SnapshotKey key) {
        return key.kind() == ObjectKind.SCHEMA || key.kind() == ObjectKind.POLICY
                ? Removal.sql(key)
                : Removal.sql(key) + " CASCADE";
    }

    private static boolean isDropped(SnapshotObject object) {
        return switch (object.key().kind()) {
            case SCHEMA,
                    ENUM,
                    COMPOSITE_TYPE,
                    DOMAIN,
                    RANGE,
                    TYPE,
                    COLLATION,
                    CONVERSION,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    TABLE,
                    FOREIGN_TABLE,
                    VIEW,
                    MATERIALIZED_VIEW,
                    FUNCTION,
                    PROCEDURE,
                    AGGREGATE,
                    OPERATOR,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    EVENT_TRIGGER,
                    PUBLICATION,
                    POLICY,
                    TRIGGER,
                    RULE,
                    CAST,
                    OPERATOR_FAMILY -> true;
            case SEQUENCE -> object.property("owned by").isEmpty();
            default -> false;
        };
    }

    private static int rank(SnapshotObject object) {
        int first = FIRST.indexOf(object.key().kind());
        if (first >= 0) {
            return first;
        }
        return object.key().kind() == ObjectKind.SCHEMA ? Integer.MAX_VALUE : FIRST.size();
    }
}
