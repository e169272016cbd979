package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.sql.ast.ObjectType;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of commands that an event trigger can be about (manual, 38.2 "Event Trigger Firing Matrix"). */
final class CommandTags {
    private static final Set<String> VERBS = Set.of("create", "alter", "drop");

    /** What the three verbs make, change and drop beside what can have a comment. */
    private static final Set<String> MORE =
            Set.of("constraint", "default privileges", "owned", "replication slot", "system", "table as");

    private static final Set<String> OBJECTS = Stream.concat(
                    Stream.of(ObjectType.values())
                            .map(type -> type == ObjectType.FOREIGN_SERVER ? "server" : type.name())
                            .map(name -> name.toLowerCase(Locale.ROOT).replace('_', ' ')),
                    MORE.stream())
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> ALONE = Set.of(
            "analyze",
            "begin",
            "call",
            "checkpoint",
            "close",
            "cluster",
            "comment",
            "commit",
            "copy",
            "deallocate",
            "delete",
            "discard",
            "do",
            "execute",
            "explain",
            "fetch",
            "grant",
            "insert",
            "listen",
            "load",
            "login",
            "merge",
            "move",
            "notify",
            "prepare",
            "reindex",
            "release",
            "repack",
            "reset",
            "revoke",
            "rollback",
            "savepoint",
            "select",
            "set",
            "show",
            "unlisten",
            "update",
            "vacuum",
            "wait");

    private CommandTags() {}

    /** Returns false where {@code tag} is no name of a command for sure; of other verbs only the first word is judged. */
    static boolean mayBe(String tag) {
        String[] words = tag.toLowerCase(Locale.ROOT).split(" ", 2);
        return words.length == 1 ? ALONE.contains(words[0]) : !VERBS.contains(words[0]) || OBJECTS.contains(words[1]);
    }
}
