package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.sql.ast.FunctionParameter;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.TypeName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types that a routine takes and gives, on which it depends. */
public final class RoutineTypes {
    private RoutineTypes() {}

    /** Returns the names, without schemas, of the types that the routine takes or gives. */
    static Set<String> of(Routine routine) {
        Set<String> names = new HashSet<>();
        if (routine.definition() instanceof CreateFunction function) {
            add(function.returns(), names);
            function.parameters().forEach(parameter -> add(parameter.type(), names));
            function.tableColumns().forEach(column -> add(column.type(), names));
        }
        return names;
    }

    private static void add(@Nullable TypeName written, Set<String> names) {
        if (written != null) {
            names.add(ColumnType.of(written).name().name());
        }
    }

    /** Returns whether the routine takes or gives {@code type}, which may be the row type of a relation. */
    public static boolean mention(Routine routine, QualifiedName type) {
        return routine.definition() instanceof CreateFunction function
                && (is(function.returns(), type)
                        || anyIs(function.parameters(), type)
                        || anyIs(function.tableColumns(), type));
    }

    private static boolean anyIs(List<FunctionParameter> parameters, QualifiedName type) {
        for (FunctionParameter parameter : parameters) {
            if (is(parameter.type(), type)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(@Nullable TypeName written, QualifiedName type) {
        return written != null && !written.percentType() && Removals.isOf(ColumnType.of(written), type);
    }
}
