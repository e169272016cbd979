package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import org.jspecify.annotations.Nullable;

/** The questions that the timeline can answer without looking at every object. */
final class Topics {
    static final String TEMPORARY = "temporary";
    static final String STATISTICS = "statistics ";

    private Topics() {}

    static String indexesOf(QualifiedName table) {
        return "index " + table;
    }

    static String referencesTo(QualifiedName table) {
        return "reference " + table;
    }

    static String usesOf(QualifiedName relation) {
        return "use " + relation;
    }

    static String inheritorsOf(QualifiedName table) {
        return "inherit " + table;
    }

    static String partitionsOf(QualifiedName table) {
        return "partition " + table;
    }

    /** The tables and views of which a policy, a trigger, a default, a check, an index or the query names something so, in whichever schema. */
    static String relationsNaming(String name) {
        return "relation naming " + name;
    }

    /** The routines whose tree names something so; a body in a string is not looked into. */
    static String routinesNaming(String name) {
        return "routine naming " + name;
    }

    static String routine(QualifiedName name) {
        return "routine " + name;
    }

    /** The routines that take or give a type of that name, in whichever schema. */
    static String routinesOver(String type) {
        return "routine over " + type;
    }

    /** The objects of a kind that needs no more than its name. */
    static String kind(@Nullable String kind) {
        return "kind " + kind;
    }

    static String statisticsOf(QualifiedName table) {
        return STATISTICS + table;
    }

    static String sequencesOf(QualifiedName table) {
        return "sequence " + table;
    }
}
