package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What {@code pg_catalog} says at one moment of what a {@link Schema} speaks of; temporary schemas are {@code pg_temp}. */
final class Catalog {
    private final Set<String> schemas = new HashSet<>();
    private final Map<QualifiedName, Relation> relations = new LinkedHashMap<>();
    private final Map<QualifiedName, Type> types = new HashMap<>();
    private final Map<QualifiedName, Map<String, Constraint>> domainConstraints = new HashMap<>();
    private final Map<RoutineName, Routine> routines = new HashMap<>();
    private final Map<String, String> extensions = new HashMap<>();
    private final Map<String, Set<QualifiedName>> others = new HashMap<>();

    /**
     * A relation with its parts.
     *
     * @param marks {@code relkind}, {@code relpersistence}, {@code relrowsecurity} and {@code relreplident}, a letter each
     * @param columns by number
     * @param partition what it is a partition of
     * @param owners of a sequence
     * @param index what it is as an index
     */
    record Relation(
            QualifiedName name,
            String marks,
            @Nullable String acl,
            Map<Integer, Column> columns,
            Map<String, Constraint> constraints,
            Set<QualifiedName> indexes,
            Set<QualifiedName> parents,
            Set<QualifiedName> partition,
            Set<QualifiedName> owners,
            Map<String, Trigger> triggers,
            Map<String, String> policies,
            Set<String> rules,
            List<Index> index) {
        Relation(QualifiedName name, String marks, @Nullable String acl) {
            this(
                    name,
                    marks,
                    acl,
                    new TreeMap<>(),
                    new HashMap<>(),
                    new HashSet<>(),
                    new HashSet<>(),
                    new HashSet<>(),
                    new HashSet<>(),
                    new HashMap<>(),
                    new HashMap<>(),
                    new HashSet<>(),
                    new ArrayList<>());
        }

        char kind() {
            return marks.charAt(0);
        }

        boolean isTable() {
            return "rpf".indexOf(kind()) >= 0;
        }

        boolean isView() {
            return "vm".indexOf(kind()) >= 0;
        }

        Optional<Column> column(String column) {
            return columns.values().stream()
                    .filter(one -> one.name().equals(column))
                    .findFirst();
        }

        List<String> columnNames(List<Integer> numbers) {
            List<String> names = new ArrayList<>();
            for (int number : numbers) {
                names.add(columns.containsKey(number) ? columns.get(number).name() : "");
            }
            return names;
        }
    }

    record Column(
            String name,
            QualifiedName type,
            int modifier,
            boolean notNull,
            boolean hasDefault,
            boolean identity,
            boolean generated) {}

    record Constraint(
            char kind,
            List<Integer> columns,
            boolean validated,
            @Nullable QualifiedName referenced) {}

    record Index(QualifiedName table, String method, boolean unique, boolean partial, List<Integer> keys) {}

    record Trigger(QualifiedName function) {}

    /** A type of its own. */
    record Type(char kind, List<String> labels, @Nullable QualifiedName base, int modifier) {}

    /** The name of a routine with its input types without their schemas, as {@link Signatures} joins them. */
    record RoutineName(QualifiedName name, String signature) {}

    record Routine(char kind, @Nullable String acl) {}

    Set<String> schemas() {
        return schemas;
    }

    Map<QualifiedName, Relation> relations() {
        return relations;
    }

    Map<QualifiedName, Type> types() {
        return types;
    }

    Map<QualifiedName, Map<String, Constraint>> domainConstraints() {
        return domainConstraints;
    }

    Map<RoutineName, Routine> routines() {
        return routines;
    }

    /** Returns the schema of each extension by its name. */
    Map<String, String> extensions() {
        return extensions;
    }

    /** Returns what is known by its name alone, by the words of its kind. */
    Map<String, Set<QualifiedName>> others() {
        return others;
    }

    void other(String kind, QualifiedName name) {
        others.computeIfAbsent(kind, key -> new HashSet<>()).add(name);
    }
}
