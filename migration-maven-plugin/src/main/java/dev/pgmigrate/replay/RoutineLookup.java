package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.sql.ast.FunctionParameter;
import dev.pgmigrate.sql.ast.FunctionParameter.Mode;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the routine that a statement names by its kind and, where they are written, its argument types, as the server does
 * (manual, DROP ROUTINE and 36.6 "Function Overloading"; parse_func.c).
 *
 * @param outcome what the server finds
 * @param routines those that the outcome is about: the one that is meant, or all that may be
 */
public record RoutineLookup(Outcome outcome, List<Routine> routines) {
    /** What a search for a routine ends with. */
    public enum Outcome {
        FOUND,
        /** The files do not tell. */
        UNKNOWN,
        /** None of the routines of that name has these types, or none is of that kind, or the routine was dropped. */
        MISSING,
        AMBIGUOUS,
        OF_ANOTHER_KIND
    }

    public static RoutineLookup of(ObjectReference reference, Schema schema) {
        List<Routine> all = named(reference.name().qualified(), schema);
        String signature = Signatures.of(reference);
        if (all.stream().anyMatch(RoutineLookup::isUnclear) || namesColumnType(reference)) {
            return new RoutineLookup(Outcome.UNKNOWN, all);
        }
        List<Routine> meant = all.stream()
                .filter(routine ->
                        signature == null ? isAmong(reference.type(), routine) : takes(routine, signature, reference))
                .toList();
        if (meant.isEmpty()) {
            boolean others = !all.isEmpty()
                    && (signature == null
                            || all.stream().allMatch(routine -> areApart(routine.signature(), signature, schema)));
            boolean missing = others || isGone(reference, signature, schema);
            return new RoutineLookup(missing ? Outcome.MISSING : Outcome.UNKNOWN, all);
        }
        if (meant.size() > 1) {
            return new RoutineLookup(Outcome.AMBIGUOUS, meant);
        }
        boolean fits = isOf(reference.type(), meant.get(0));
        return new RoutineLookup(fits ? Outcome.FOUND : Outcome.OF_ANOTHER_KIND, meant);
    }

    /** Returns whether a {@code DROP} of that kind is refused, with {@code IF EXISTS} or because others of the name are there. */
    boolean isRefused(ObjectType dropped) {
        boolean isAggregate = outcome == Outcome.FOUND && routines.get(0).kind() == ObjectType.AGGREGATE;
        return outcome == Outcome.AMBIGUOUS
                || outcome == Outcome.OF_ANOTHER_KIND
                || (outcome == Outcome.MISSING && !routines.isEmpty())
                || (isAggregate && dropped == ObjectType.FUNCTION);
    }

    /** Returns the routines of a name; one in an earlier schema of the path hides those with its types in a later one. */
    private static List<Routine> named(QualifiedName name, Schema schema) {
        if (name.schemaOrNull() != null || schema.searchPath().size() == 1) {
            return schema.routines(name);
        }
        Map<String, Routine> visible = new LinkedHashMap<>();
        for (String path : schema.searchPath()) {
            schema.routines(name.inSchema(path)).forEach(routine -> visible.putIfAbsent(routine.signature(), routine));
        }
        return List.copyOf(visible.values());
    }

    /** Of a routine that no file makes not even the kind is known. */
    private static boolean isUnclear(Routine routine) {
        return routine.definition() == null
                || (routine.definition() instanceof CreateFunction create
                        && create.parameters().stream()
                                .anyMatch(parameter -> parameter.type().percentType()));
    }

    private static boolean namesColumnType(ObjectReference reference) {
        ObjectReference.Signature signature = reference.signature();
        return signature != null
                && signature.parameters().stream()
                        .anyMatch(parameter -> parameter.type().percentType());
    }

    /** A name alone means one of its kind, and to {@code FUNCTION} an aggregate is one. */
    private static boolean isAmong(ObjectType wanted, Routine routine) {
        return wanted == ObjectType.ROUTINE
                || (wanted == ObjectType.PROCEDURE) == (routine.kind() == ObjectType.PROCEDURE);
    }

    private static boolean isOf(ObjectType wanted, Routine routine) {
        return wanted == ObjectType.AGGREGATE ? routine.kind() == ObjectType.AGGREGATE : isAmong(wanted, routine);
    }

    /** Without a word such as {@code IN}, the types may be those of all parameters of a procedure (manual, DROP PROCEDURE). */
    private static boolean takes(Routine routine, String signature, ObjectReference reference) {
        return routine.signature().equals(signature)
                || (routine.kind() == ObjectType.PROCEDURE
                        && (reference.type() == ObjectType.PROCEDURE || reference.type() == ObjectType.ROUTINE)
                        && routine.definition() instanceof CreateFunction create
                        && signature.equals(ofAll(create.parameters()))
                        && !saysModes(reference));
    }

    private static boolean saysModes(ObjectReference reference) {
        ObjectReference.@Nullable Signature signature = reference.signature();
        return signature != null
                && signature.parameters().stream().anyMatch(parameter -> parameter.mode() != Mode.DEFAULT);
    }

    private static String ofAll(List<FunctionParameter> parameters) {
        List<FunctionParameter> inputs = new ArrayList<>();
        parameters.forEach(given -> inputs.add(
                new FunctionParameter(Mode.IN, given.name(), given.type(), given.defaultValue(), given.range())));
        return Signatures.of(inputs);
    }

    /** A type of one's own may be another one's old name: a routine keeps its types when they are renamed. */
    private static boolean areApart(String known, String wanted, Schema schema) {
        String[] before = known.split(",", -1);
        String[] now = wanted.split(",", -1);
        for (int i = 0; i < before.length && before.length == now.length; i++) {
            if (!before[i].equals(now[i]) && isOfServer(before[i], schema) && isOfServer(now[i], schema)) {
                return true;
            }
        }
        return before.length != now.length || known.isEmpty() != wanted.isEmpty();
    }

    private static boolean isOfServer(String type, Schema schema) {
        QualifiedName name = QualifiedName.of(type.endsWith("[]") ? type.substring(0, type.length() - 2) : type);
        return schema.typePresence(name) == Presence.UNKNOWN && schema.relationPresence(name) == Presence.UNKNOWN;
    }

    private static boolean isGone(ObjectReference reference, @Nullable String signature, Schema schema) {
        QualifiedName name = reference.name().qualified();
        String types = signature == null ? "" : signature;
        return name.schemaOrNull() != null
                ? schema.routinePresence(name, types).isAbsent()
                : schema.searchPath().stream()
                        .allMatch(path -> schema.routinePresence(name.inSchema(path), types)
                                .isAbsent());
    }
}
