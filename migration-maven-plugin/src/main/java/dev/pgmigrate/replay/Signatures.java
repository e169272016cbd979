package dev.pgmigrate.replay;

import dev.pgmigrate.sql.ast.FunctionParameter;
import dev.pgmigrate.sql.ast.FunctionParameter.Mode;
import dev.pgmigrate.sql.ast.ObjectReference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What tells the overloads of a routine apart: its input types (PostgreSQL manual, 38.6 "Function Overloading"). */
public final class Signatures {
    private Signatures() {}

    /** Returns the input types, normalised and joined by commas; a function's {@code OUT} parameters do not count. */
    public static String of(List<FunctionParameter> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.mode() != Mode.OUT && parameter.mode() != Mode.TABLE)
                .map(parameter -> plain(ColumnType.of(parameter.type())))
                .collect(Collectors.joining(","));
    }

    /** Without its schema: the same type is written with and without it, and two of one name are rare. */
    private static String plain(ColumnType type) {
        return type.name().name() + (type.array() ? "[]" : "");
    }

    /** Returns the input types that a reference names, or null where it names the routine alone. */
    public static @Nullable String of(ObjectReference reference) {
        ObjectReference.Signature signature = reference.signature();
        if (signature == null) {
            return null;
        }
        List<FunctionParameter> all = new ArrayList<>(signature.parameters());
        // VARIADIC on both sides of ORDER BY is one parameter (manual, CREATE AGGREGATE).
        boolean variadic = !all.isEmpty() && all.get(all.size() - 1).mode() == Mode.VARIADIC;
        all.addAll(variadic ? List.of() : signature.orderBy());
        return of(all);
    }
}
