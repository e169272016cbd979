package dev.pgmigrate.ddl;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.schema.SnapshotObject;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Views, indexes and what acts on relations, of which the catalog holds the statement or most of it. */
final class RelationDdl {
    private RelationDdl() {}

    static String view(SnapshotObject view) {
        String options = TableDdl.parameters(view);
        return "CREATE OR REPLACE VIEW " + SqlNames.of(view.key())
                + (options.isEmpty() ? "" : " WITH (" + options + ")") + " AS\n" + query(view);
    }

    static String materializedView(SnapshotObject view) {
        String options = TableDdl.parameters(view);
        return "CREATE MATERIALIZED VIEW IF NOT EXISTS " + SqlNames.of(view.key())
                + view.property("access method")
                        .map(method -> " USING " + method)
                        .orElse("")
                + (options.isEmpty() ? "" : " WITH (" + options + ")")
                + " AS\n" + query(view)
                + (view.property("populated").isPresent() ? "\nWITH NO DATA" : "");
    }

    private static String query(SnapshotObject view) {
        return view.property("definition").orElse("").strip().replaceFirst(";$", "");
    }

    static String statistics(SnapshotObject statistics) {
        return statistics
                .property("definition")
                .orElse("")
                .replaceFirst("^CREATE STATISTICS", "CREATE STATISTICS IF NOT EXISTS");
    }

    /** The server prints ONLY for a partitioned table, and would then make none for its partitions. */
    static String index(SnapshotObject index, boolean partitioned) {
        String name = SqlNames.own(index.key());
        String definition = index.property("definition").orElse("");
        int at = definition.indexOf(name);
        String head = definition.substring(0, at);
        String tail = definition.substring(at);
        if (partitioned) {
            tail = name + tail.substring(name.length()).replaceFirst("^ ON ONLY ", " ON ");
        }
        return head + "IF NOT EXISTS " + tail
                + index.property("tablespace")
                        .map(space -> " TABLESPACE " + Identifier.quoteIdent(space))
                        .orElse("");
    }

    static String rule(SnapshotObject rule) {
        return rule.property("definition")
                .orElse("")
                .replaceFirst("^CREATE RULE", "CREATE OR REPLACE RULE")
                .replaceFirst(";$", "");
    }

    static String policy(SnapshotObject policy) {
        StringBuilder sql = new StringBuilder("CREATE POLICY ")
                .append(SqlNames.own(policy.key()))
                .append(" ON ")
                .append(SqlNames.owner(policy.key()));
        policy.property("restrictive").ifPresent(yes -> sql.append("\n    AS RESTRICTIVE"));
        policy.property("command")
                .filter(command -> !command.equals("ALL"))
                .ifPresent(command -> sql.append("\n    FOR ").append(command));
        policy.property("roles").ifPresent(roles -> sql.append("\n    TO ").append(roles));
        policy.property("using").ifPresent(text -> sql.append("\n    USING ").append(parenthesized(text)));
        policy.property("with check")
                .ifPresent(text -> sql.append("\n    WITH CHECK ").append(parenthesized(text)));
        return sql.toString();
    }

    private static String parenthesized(String expression) {
        return "(" + expression + ")";
    }

    static String eventTrigger(SnapshotObject trigger) {
        String tags = trigger.property("tags")
                .map(list -> Arrays.stream(list.split(", "))
                        .map(tag -> "'" + tag + "'")
                        .collect(Collectors.joining(", ", "\n    WHEN TAG IN (", ")")))
                .orElse("");
        return "CREATE EVENT TRIGGER " + SqlNames.of(trigger.key()) + " ON "
                + trigger.property("event").orElse("") + tags + "\n    EXECUTE FUNCTION "
                + trigger.property("function").orElse("");
    }
}
