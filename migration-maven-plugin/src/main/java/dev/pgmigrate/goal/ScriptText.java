package dev.pgmigrate.goal;

import dev.pgmigrate.ddl.Change;
import dev.pgmigrate.ddl.Unwritten;
import dev.pgmigrate.drift.ProvenScript;
import dev.pgmigrate.schema.SchemaDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A proven script as text, and what a reader has to know about it. */
final class ScriptText {
    private ScriptText() {}

    /** Returns the statements, and as comments those that were left out. */
    static String of(ProvenScript script) {
        StringBuilder text = new StringBuilder(sql(script.changes()));
        for (Change change : script.losing()) {
            text.append("\n-- Left out, since it loses ")
                    .append(change.loss().orElse("rows"))
                    .append(":\n")
                    .append(commented(change.sql()));
        }
        for (ProvenScript.Refused refused : script.refused()) {
            text.append("\n-- Left out, since the server refuses it: ")
                    .append(refused.reason().replace('\n', ' '))
                    .append('\n')
                    .append(commented(refused.change().sql()));
        }
        return text.toString();
    }

    static String sql(List<Change> changes) {
        return changes.stream().map(change -> change.sql() + ";\n").collect(Collectors.joining("\n"));
    }

    private static String commented(String sql) {
        return "-- " + sql.replace("\n", "\n-- ") + ";\n";
    }

    /** Returns what was left out, a sentence each. */
    static List<String> leftOut(ProvenScript script) {
        List<String> notes = new ArrayList<>();
        for (Change change : script.losing()) {
            notes.add("Left out, since it loses " + change.loss().orElse("rows") + ": " + change.sql()
                    + ". -Dmigrate.write=drops writes it.");
        }
        for (ProvenScript.Refused refused : script.refused()) {
            notes.add(
                    "Left out, since the server refuses it: " + refused.change().key() + ": " + refused.reason());
        }
        return notes;
    }

    /** Returns which objects and properties differ, and why no script writes them where that is known. */
    static String words(List<SchemaDifference> differences) {
        return differences.stream()
                .map(difference -> difference.key()
                        + difference
                                .property()
                                .map(property -> " (" + property + ")")
                                .orElse("")
                        + Unwritten.reason(difference.key().kind())
                                .map(reason -> ", since " + reason)
                                .orElse(""))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
