package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.ast.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The type of a column or parameter in the words of {@code pg_type}, so that {@code int} and {@code integer} are one.
 *
 * @param name the type, {@code int4}; with the schema that was written unless that is {@code pg_catalog}
 * @param modifiers the numbers behind it, {@code [10, 2]} of {@code numeric(10, 2)}
 * @param array whether it is an array of that
 */
public record ColumnType(QualifiedName name, List<Integer> modifiers, boolean array) {
    private static final Map<String, String> SERIALS = Map.of(
            "serial",
            "int4",
            "serial4",
            "int4",
            "bigserial",
            "int8",
            "serial8",
            "int8",
            "smallserial",
            "int2",
            "serial2",
            "int2");
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("int", "int4"),
            Map.entry("integer", "int4"),
            Map.entry("bigint", "int8"),
            Map.entry("smallint", "int2"),
            Map.entry("boolean", "bool"),
            Map.entry("decimal", "numeric"),
            Map.entry("real", "float4"),
            Map.entry("character", "bpchar"),
            Map.entry("double precision", "float8"),
            Map.entry("character varying", "varchar"),
            Map.entry("timestamp with time zone", "timestamptz"),
            Map.entry("timestamp without time zone", "timestamp"));
    private static final String SYSTEM_SCHEMA = "pg_catalog";

    public ColumnType {
        modifiers = List.copyOf(modifiers);
    }

    public static ColumnType of(TypeName type) {
        QualifiedName written = type.name().qualified();
        boolean system = written.schema().filter(SYSTEM_SCHEMA::equals).isPresent();
        QualifiedName name = system ? QualifiedName.of(written.name()) : written;
        if (name.schema().isEmpty() && !system) {
            name = QualifiedName.of(SYNONYMS.getOrDefault(name.name(), name.name()));
        }
        List<Integer> modifiers = new ArrayList<>();
        type.modifiers().forEach(modifier -> Constants.integer(modifier).ifPresent(modifiers::add));
        boolean single = written.name().equals("bpchar") || written.name().equals("bit");
        if (system && single && modifiers.isEmpty()) {
            // CHARACTER and BIT, which are read as the system's types, have one alone; BPCHAR no limit (manual, 8.3
            // "Character Types", 8.10 "Bit String Types").
            modifiers.add(1);
        }
        return new ColumnType(name, modifiers, type.isArray());
    }

    /** Returns whether the words are {@code serial} or one of its sizes, which is a type only in {@code CREATE TABLE}. */
    public static boolean isSerial(TypeName type) {
        return !type.isArray()
                && type.name().parts().size() == 1
                && SERIALS.containsKey(type.name().last().text());
    }

    /** Returns the type that the column really gets: {@code int8} for {@code bigserial}. */
    public ColumnType withoutSerial() {
        String underlying = name.schemaOrNull() == null ? SERIALS.get(name.name()) : null;
        return underlying == null ? this : new ColumnType(QualifiedName.of(underlying), List.of(), false);
    }

    /** Returns whether {@code other} is another type for sure: a name with a schema may be the same as one without. */
    public boolean isSurelyNot(ColumnType other) {
        return name.schemaOrNull() == null && other.name.schemaOrNull() == null && !equals(other);
    }

    public boolean is(String typeName) {
        return !array && name.schemaOrNull() == null && name.name().equals(typeName);
    }

    public Optional<Integer> modifier(int index) {
        return index < modifiers.size() ? Optional.of(modifiers.get(index)) : Optional.empty();
    }

    /** Returns the type without modifiers, as a signature needs it. */
    public String plain() {
        return name + (array ? "[]" : "");
    }

    @Override
    public String toString() {
        String numbers = modifiers.isEmpty()
                ? ""
                : "(" + String.join(",", modifiers.stream().map(String::valueOf).toList()) + ")";
        return name + numbers + (array ? "[]" : "");
    }
}
