package dev.pgmigrate.ddl;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.Literal;
import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SnapshotObject;
import java.util.ArrayList;
import java.util.List;

/** Publications and their members. */
final class PublicationDdl {
    private PublicationDdl() {}

    static String publication(SnapshotObject publication) {
        return DdlGuard.duplicate("CREATE PUBLICATION " + SqlNames.of(publication.key())
                + (publication.property("all tables").isPresent() ? " FOR ALL TABLES" : "")
                + " WITH (" + options(publication) + ")");
    }

    /** Returns every option. */
    static String options(SnapshotObject publication) {
        List<String> options = new ArrayList<>();
        options.add("publish = " + Literal.quote(publication.property("publish").orElse("")));
        publication.property("via partition root").ifPresent(yes -> options.add("publish_via_partition_root = true"));
        publication.property("generated columns").ifPresent(word -> options.add("publish_generated_columns = stored"));
        return String.join(", ", options);
    }

    /** The name of a member is as statements write it. */
    static String member(SnapshotObject member) {
        return DdlGuard.duplicate(
                "ALTER PUBLICATION " + Identifier.quoteIdent(member.key().of()) + " ADD " + words(member)
                        + member.property("columns")
                                .map(columns -> " (" + columns + ")")
                                .orElse("")
                        + member.property("filter")
                                .map(filter -> " WHERE (" + filter + ")")
                                .orElse(""));
    }

    /** Without ONLY, a table brings those that inherit from it, which are members of their own. */
    static String words(SnapshotObject member) {
        boolean schema = member.key().kind() == ObjectKind.PUBLICATION_SCHEMA;
        return (schema ? "TABLES IN SCHEMA " : "TABLE ONLY ") + member.key().name();
    }
}
