package dev.pgmigrate.proof.body;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function or procedure of a database whose body is a string in SQL or PL/pgSQL.
 *
 * @param oid its number
 * @param definition equal as long as nobody replaces or alters it
 * @param name its name
 * @param arguments the types that tell it from others of its name
 * @param plpgsql whether it is written in PL/pgSQL, else in SQL
 * @param source its body
 * @param parameters all of them with their types, as a declaration has them: {@code "total" numeric}
 * @param polymorphic whether a parameter has a type that only a call decides
 * @param calledBy what calls it
 * @param triggers what its triggers give it, each once
 * @param searchPathOrNull the schemas of names without one, as it sets them itself, or null
 */
record Routine(
        long oid,
        String definition,
        QualifiedName name,
        String arguments,
        boolean plpgsql,
        String source,
        List<String> parameters,
        boolean polymorphic,
        CalledBy calledBy,
        List<Trigger> triggers,
        @Nullable String searchPathOrNull) {
    /** What calls a function, which decides what it sees besides its parameters. */
    enum CalledBy {
        SQL,
        TRIGGER,
        EVENT_TRIGGER
    }

    /**
     * What a trigger gives to its function.
     *
     * @param table the table that it is on, as SQL has it
     * @param transitions the names of the tables with the old and the new rows, as SQL has them
     */
    record Trigger(String table, List<String> transitions) {
        Trigger {
            transitions = List.copyOf(transitions);
        }
    }

    Routine {
        parameters = List.copyOf(parameters);
        triggers = List.copyOf(triggers);
    }

    /** Returns its name as people read it, {@code public.total(integer)}. */
    String signature() {
        return name + "(" + arguments + ")";
    }

    /** Returns its own name without the schema, quoted. */
    String quotedName() {
        return Identifier.quote(name.name());
    }
}
