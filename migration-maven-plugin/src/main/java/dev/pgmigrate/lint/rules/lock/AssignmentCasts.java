package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.postgres.BuiltInCasts;
import dev.pgmigrate.postgres.Casts;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which types of columns the server turns into which others without {@code USING} (manual, CREATE CAST). */
final class AssignmentCasts {

    /** The others belong to extensions or are rarely the type of a column. */
    private static final Set<String> JUDGED = Set.of(
            "bit",
            "bool",
            "bpchar",
            "bytea",
            "cidr",
            "date",
            "float4",
            "float8",
            "inet",
            "int2",
            "int4",
            "int8",
            "interval",
            "json",
            "jsonb",
            "money",
            "numeric",
            "text",
            "time",
            "timestamp",
            "timestamptz",
            "timetz",
            "uuid",
            "varbit",
            "varchar");

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
            return JUDGED.contains(source)
                    && JUDGED.contains(target)
                    && !BuiltInCasts.STRINGS.contains(target)
                    && Casts.between(source, target)
                            .filter(Casts.Cast::assigned)
                            .isEmpty();
        }
        if (!schema.others(ObjectType.CAST).isEmpty()) {
            return false;
        }
        if (fromEnum == null) {
            return JUDGED.contains(source);
        }
        return toEnum == null
                ? JUDGED.contains(target) && !BuiltInCasts.STRINGS.contains(target)
                : !fromEnum.equals(toEnum);
    }

    private static @Nullable QualifiedName enumName(ColumnType type, Schema schema) {
        return schema.certain()
                .type(type.name())
                .filter(known -> known.kind() == SchemaObject.TypeKind.ENUM)
                .map(SchemaObject.Type::name)
                .orElse(null);
    }
}
