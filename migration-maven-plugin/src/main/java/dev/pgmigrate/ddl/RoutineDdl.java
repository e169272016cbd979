package dev.pgmigrate.ddl;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.Literal;
import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SnapshotObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Functions, procedures and aggregates. */
final class RoutineDdl {
    private static final Set<String> LANGUAGES_OF_LIBRARIES = Set.of("c", "internal");

    /** Settings that hold a list of names, each of which is quoted for itself (PostgreSQL manual, 19.1 "Setting Parameters"). */
    private static final Set<String> LISTS = Set.of(
            "search_path",
            "temp_tablespaces",
            "session_preload_libraries",
            "local_preload_libraries",
            "createrole_self_grant");

    private RoutineDdl() {}

    static String routine(SnapshotObject routine) {
        String name = SqlNames.of(routine.key());
        StringBuilder sql = new StringBuilder("CREATE OR REPLACE ")
                .append(SqlNames.keyword(routine.key().kind()))
                .append(' ')
                .append(TypeDdl.bare(name))
                .append('(')
                .append(routine.property("arguments").orElse(""))
                .append(')');
        if (routine.key().kind() == ObjectKind.FUNCTION) {
            routine.property("result")
                    .ifPresent(result -> sql.append(" RETURNS ").append(result));
        }
        String language = routine.property("language").orElse("");
        sql.append("\nLANGUAGE ").append(Identifier.quoteIdent(language));
        attributes(routine, language).forEach(attribute -> sql.append('\n').append(attribute));
        return sql.append('\n').append(body(routine, language)).toString();
    }

    private static List<String> attributes(SnapshotObject routine, String language) {
        List<String> attributes = new ArrayList<>();
        routine.property("transforms")
                .ifPresent(types -> attributes.add("TRANSFORM FOR TYPE " + types.replace(", ", ", FOR TYPE ")));
        routine.property("window").ifPresent(yes -> attributes.add("WINDOW"));
        routine.property("volatility").ifPresent(word -> attributes.add(word.toUpperCase(Locale.ROOT)));
        routine.property("leakproof").ifPresent(yes -> attributes.add("LEAKPROOF"));
        routine.property("strict").ifPresent(yes -> attributes.add("STRICT"));
        routine.property("security").ifPresent(definer -> attributes.add("SECURITY DEFINER"));
        routine.property("parallel").ifPresent(word -> attributes.add("PARALLEL " + word.toUpperCase(Locale.ROOT)));
        String cost = LANGUAGES_OF_LIBRARIES.contains(language) ? "1" : "100";
        routine.property("cost")
                .filter(value -> !value.equals(cost) && routine.key().kind() == ObjectKind.FUNCTION)
                .ifPresent(value -> attributes.add("COST " + value));
        routine.property("rows")
                .filter(value -> !value.equals("1000"))
                .ifPresent(value -> attributes.add("ROWS " + value));
        routine.property("support").ifPresent(function -> attributes.add("SUPPORT " + TypeDdl.bare(function)));
        routine.property("settings")
                .ifPresent(text -> text.lines().map(RoutineDdl::setting).forEach(attributes::add));
        return attributes;
    }

    /** A list is held as it was written, with the quotes of its names. */
    static String setting(String line) {
        String name = line.substring(0, line.indexOf('='));
        String value = line.substring(line.indexOf('=') + 1);
        boolean list = LISTS.contains(name.toLowerCase(Locale.ROOT));
        String words = list && !value.isEmpty() ? value.replaceAll("(^|, )\"\"(?=,|$)", "$1''") : Literal.quote(value);
        return "SET " + Identifier.quoteIdent(name) + " = " + words;
    }

    private static String body(SnapshotObject routine, String language) {
        String body = routine.property("body").orElse("");
        String library = routine.property("library").orElse(null);
        if (library != null) {
            return "AS " + Literal.quote(library) + ", " + Literal.quote(body);
        }
        // An SQL body is no string in the catalog, and no string can be an SQL body.
        if (language.equals("sql") && (body.startsWith("BEGIN ATOMIC") || body.startsWith("RETURN "))) {
            return body;
        }
        String tag = DdlGuard.tag(body);
        return "AS " + tag + body + tag;
    }

    static String aggregate(SnapshotObject aggregate) {
        String arguments = aggregate.property("arguments").orElse("");
        List<String> options = new ArrayList<>();
        for (String line : aggregate.property("aggregate").orElse("").lines().toList()) {
            String word = line.contains(" ") ? line.substring(0, line.indexOf(' ')) : line;
            String value = line.contains(" ") ? line.substring(line.indexOf(' ') + 1) : "";
            String option = option(word, value);
            if (!option.isEmpty()) {
                options.add(option);
            }
        }
        routineParallel(aggregate, options);
        return "CREATE OR REPLACE AGGREGATE " + TypeDdl.bare(SqlNames.of(aggregate.key())) + "("
                + (arguments.isEmpty() ? "*" : arguments) + ") (\n    " + String.join(",\n    ", options) + "\n)";
    }

    private static void routineParallel(SnapshotObject aggregate, List<String> options) {
        aggregate.property("parallel").ifPresent(word -> options.add("PARALLEL = " + word.toUpperCase(Locale.ROOT)));
    }

    private static String option(String word, String value) {
        return switch (word) {
            case "finalfunc_extra", "mfinalfunc_extra" -> word.toUpperCase(Locale.ROOT);
            case "finalfunc_modify", "mfinalfunc_modify" -> word.toUpperCase(Locale.ROOT) + " = " + modify(value);
            case "sspace", "msspace" -> value.equals("0") ? "" : word.toUpperCase(Locale.ROOT) + " = " + value;
            case "stype", "mstype", "initcond", "minitcond" -> word.toUpperCase(Locale.ROOT) + " = " + value;
            case "sortop" -> "SORTOP = " + operator(value);
            case "kind" -> value.startsWith("h") ? "HYPOTHETICAL" : "";
            default -> word.toUpperCase(Locale.ROOT) + " = " + TypeDdl.bare(value);
        };
    }

    private static String operator(String signature) {
        String name = TypeDdl.bare(signature);
        return name.contains(".") ? "OPERATOR(" + name + ")" : name;
    }

    private static String modify(String letter) {
        return switch (letter) {
            case "s" -> "SHAREABLE";
            case "w" -> "READ_WRITE";
            default -> "READ_ONLY";
        };
    }
}
