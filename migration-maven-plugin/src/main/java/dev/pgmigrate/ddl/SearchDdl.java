package dev.pgmigrate.ddl;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.schema.SnapshotObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dictionaries and configurations of text search. */
final class SearchDdl {
    private SearchDdl() {}

    static String dictionary(SnapshotObject dictionary) {
        return DdlGuard.unique("CREATE TEXT SEARCH DICTIONARY " + SqlNames.of(dictionary.key()) + " (TEMPLATE = "
                + dictionary.property("template").orElse("")
                + dictionary.property("options").map(options -> ", " + options).orElse("") + ")");
    }

    static String configuration(SnapshotObject configuration) {
        return DdlGuard.unique("CREATE TEXT SEARCH CONFIGURATION " + SqlNames.of(configuration.key()) + " (PARSER = "
                + configuration.property("parser").orElse("") + ")");
    }

    /** Returns the statements that make the mappings {@code before} those of {@code after}. */
    static List<String> mappings(SnapshotObject configuration, @Nullable String before, @Nullable String after) {
        String alter = "ALTER TEXT SEARCH CONFIGURATION " + SqlNames.of(configuration.key()) + " ";
        Map<String, String> old = byToken(before);
        Map<String, String> wanted = byToken(after);
        List<String> statements = new ArrayList<>();
        old.keySet().stream()
                .filter(token -> !wanted.containsKey(token))
                .forEach(token -> statements.add(alter + "DROP MAPPING IF EXISTS FOR " + token));
        wanted.forEach((token, dictionaries) -> {
            if (!dictionaries.equals(old.get(token))) {
                statements.add(alter + "DROP MAPPING IF EXISTS FOR " + token);
                statements.add(alter + "ADD MAPPING FOR " + token + " WITH " + dictionaries);
            }
        });
        return statements;
    }

    /** A line is a kind of token and one of its dictionaries. */
    private static Map<String, String> byToken(@Nullable String mappings) {
        Map<String, String> byToken = new LinkedHashMap<>();
        if (mappings != null) {
            mappings.lines().forEach(line -> {
                int blank = line.indexOf(' ');
                byToken.merge(
                        Identifier.quoteIdent(line.substring(0, blank)),
                        line.substring(blank + 1),
                        (first, next) -> first + ", " + next);
            });
        }
        return byToken;
    }
}
