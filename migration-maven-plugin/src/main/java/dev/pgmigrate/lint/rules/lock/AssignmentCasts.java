package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which built-in types turn into which without {@code USING} (manual, CREATE CAST: assignment and implicit casts). */
final class AssignmentCasts {
    private static final Set<String> STRINGS = Set.of("text", "varchar", "bpchar", "name");

    private static final Map<String, Set<String>> CASTS = Map.ofEntries(
            Map.entry("bit", Set.of("varbit")),
            Map.entry("bool", Set.of()),
            Map.entry("bytea", Set.of()),
            Map.entry("cidr", Set.of("inet")),
            Map.entry("date", Set.of("timestamp", "timestamptz")),
            Map.entry("float4", Set.of("float8", "int2", "int4", "int8", "numeric")),
            Map.entry("float8", Set.of("float4", "int2", "int4", "int8", "numeric")),
            Map.entry("inet", Set.of("cidr")),
            Map.entry("int2", Set.of("float4", "float8", "int4", "int8", "numeric")),
            Map.entry("int4", Set.of("float4", "float8", "int2", "int8", "money", "numeric")),
            Map.entry("int8", Set.of("float4", "float8", "int2", "int4", "money", "numeric")),
            Map.entry("interval", Set.of("time")),
            Map.entry("json", Set.of("jsonb")),
            Map.entry("jsonb", Set.of("json")),
            Map.entry("money", Set.of("numeric")),
            Map.entry("numeric", Set.of("float4", "float8", "int2", "int4", "int8", "money")),
            Map.entry("time", Set.of("interval", "timetz")),
            Map.entry("timestamp", Set.of("date", "time", "timestamptz")),
            Map.entry("timestamptz", Set.of("date", "time", "timestamp", "timetz")),
            Map.entry("timetz", Set.of("time")),
            Map.entry("uuid", Set.of()),
            Map.entry("varbit", Set.of("bit")),
            Map.entry("bpchar", Set.of()),
            Map.entry("text", Set.of()),
            Map.entry("varchar", Set.of()));

    private AssignmentCasts() {}

    /** Returns whether the server certainly refuses the change; types that are not listed are given the doubt. */
    static boolean refuses(ColumnType from, ColumnType to, Schema schema) {
        if (from.array() || to.array() || from.name().equals(to.name())) {
            return false;
        }
        String source = from.plain();
        String target = to.plain();
        QualifiedName fromEnum = enumName(from, schema);
        QualifiedName toEnum = enumName(to, schema);
        if (fromEnum == null && toEnum == null) {
            return CASTS.containsKey(source)
                    && CASTS.containsKey(target)
                    && !STRINGS.contains(target)
                    && !CASTS.getOrDefault(source, Set.of()).contains(target);
        }
        if (!schema.others(ObjectType.CAST).isEmpty()) {
            return false;
        }
        if (fromEnum == null) {
            return CASTS.containsKey(source);
        }
        return toEnum == null ? CASTS.containsKey(target) && !STRINGS.contains(target) : !fromEnum.equals(toEnum);
    }

    private static @Nullable QualifiedName enumName(ColumnType type, Schema schema) {
        return schema.certain()
                .type(type.name())
                .filter(known -> known.kind() == SchemaObject.TypeKind.ENUM)
                .map(SchemaObject.Type::name)
                .orElse(null);
    }
}
