package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Other;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PublicationStatement;
import dev.pgmigrate.sql.ast.PublicationStatement.AlterPublication;
import dev.pgmigrate.sql.ast.PublicationStatement.CreatePublication;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Replays statements on publications: which tables they hold. */
public final class Publications {
    private static final String ALL_TABLES = "all tables";

    private Publications() {}

    static void create(CreatePublication statement, Model model) {
        Set<String> members = statement.allTables() ? Set.of(ALL_TABLES) : members(statement.items(), model.schema());
        Others.create(statement, statement.made(), members, model);
    }

    static void alter(AlterPublication statement, Model model) {
        QualifiedName name = QualifiedName.of(statement.name().text());
        Set<String> named = members(statement.items(), model.schema());
        PersistentSet before = PersistentSet.of(model.schema()
                .other(ObjectType.PUBLICATION, name)
                .map(Other::details)
                .orElse(Set.of()));
        PersistentSet members = switch (statement.change()) {
            case ADD -> before.with(named);
            case DROP -> before.without(named);
            case SET -> PersistentSet.of(named);
            case SET_OPTIONS -> before;
        };
        model.timeline()
                .put(
                        Schema.otherKey(ObjectType.PUBLICATION, name),
                        new Other(name, ObjectType.PUBLICATION, members, model.origin()));
    }

    /** Returns the publication that sends the changes of {@code table}, where the files show one. */
    public static Optional<QualifiedName> of(QualifiedName table, Schema schema) {
        String name = schema.resolve(table).toString();
        String all = "schema " + schema.resolve(table).schemaOrNull();
        for (Other publication : schema.others(ObjectType.PUBLICATION)) {
            Set<String> members = publication.details();
            if (members.contains(name) || members.contains(all) || members.contains(ALL_TABLES)) {
                return Optional.of(publication.name());
            }
        }
        return Optional.empty();
    }

    /** Returns which of the members {@code before} a new list of {@code items} leaves out, but for tables that are gone. */
    public static Set<String> lost(Set<String> before, List<PublicationStatement.Item> items, Schema schema) {
        Set<String> after = members(items, schema);
        Set<String> lost = new TreeSet<>();
        for (String member : before) {
            int dot = member.indexOf('.');
            QualifiedName table =
                    dot < 0 ? null : QualifiedName.of(member.substring(0, dot), member.substring(dot + 1));
            boolean gone = table != null && schema.relationPresence(table).isAbsent();
            boolean withSchema = table != null && after.contains("schema " + table.schemaOrNull());
            if (!gone && !withSchema && !after.contains(member)) {
                lost.add(member);
            }
        }
        return lost;
    }

    /** Returns the members as {@link Other#details()} keeps them: tables with their schema, {@code schema s} for all of one. */
    public static Set<String> members(List<PublicationStatement.Item> items, Schema schema) {
        Set<String> members = new LinkedHashSet<>();
        for (PublicationStatement.Item item : items) {
            ObjectName name = item.name();
            if (name != null) {
                members.add(
                        item.kind() == PublicationStatement.ItemKind.TABLE
                                ? schema.resolve(name).toString()
                                : "schema " + name);
            }
        }
        return members;
    }
}
