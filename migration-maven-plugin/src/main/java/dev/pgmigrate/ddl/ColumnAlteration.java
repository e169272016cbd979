package dev.pgmigrate.ddl;

import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SnapshotKey;
import dev.pgmigrate.schema.SnapshotObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements that change one property of a column. */
final class ColumnAlteration {
    private final Contents contents;

    ColumnAlteration(Contents contents) {
        this.contents = contents;
    }

    Optional<List<String>> sql(
            SnapshotObject column, String property, @Nullable String before, @Nullable String after) {
        SnapshotKey key = column.key();
        ObjectKind owner = contents.owner(key).map(found -> found.key().kind()).orElse(ObjectKind.TABLE);
        if (owner == ObjectKind.VIEW || owner == ObjectKind.MATERIALIZED_VIEW) {
            return ofView(column, property, after, owner);
        }
        if (owner == ObjectKind.COMPOSITE_TYPE) {
            return property.equals("type") || property.equals("collation")
                    ? Alteration.one("ALTER TYPE " + SqlNames.owner(key) + " ALTER ATTRIBUTE " + SqlNames.own(key)
                            + " TYPE " + ColumnDdl.type(column))
                    : Optional.empty();
        }
        String alter = "ALTER TABLE " + SqlNames.owner(key) + " ALTER COLUMN " + SqlNames.own(key) + " ";
        return switch (property) {
            case "type", "collation" -> Alteration.one(alter + "TYPE " + ColumnDdl.type(column) + using(column));
            case "default" -> Alteration.one(alter + (after == null ? "DROP DEFAULT" : "SET DEFAULT " + after));
            case "not null" -> Alteration.one(alter + (after == null ? "DROP" : "SET") + " NOT NULL");
            case "identity" -> identity(column, alter, before, after);
            case "storage" -> Alteration.one(alter + "SET STORAGE " + (after == null ? "DEFAULT" : upper(after)));
            case "compression" -> Alteration.one(alter + "SET COMPRESSION " + (after == null ? "default" : after));
            case "statistics target" -> Alteration.one(alter + "SET STATISTICS " + (after == null ? "-1" : after));
            case "options" -> Alteration.parameters(alter, before, after, "");
            case "generated" -> after == null ? Alteration.one(alter + "DROP EXPRESSION IF EXISTS") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    /** A generated column is computed anew. */
    private static String using(SnapshotObject column) {
        return column.property("generated").isPresent()
                ? ""
                : " USING " + SqlNames.own(column.key()) + "::"
                        + column.property("type").orElse("");
    }

    private static Optional<List<String>> ofView(
            SnapshotObject column, String property, @Nullable String after, ObjectKind owner) {
        String alter = "ALTER " + SqlNames.keyword(owner) + " " + SqlNames.owner(column.key()) + " ALTER COLUMN "
                + SqlNames.own(column.key()) + " ";
        return switch (property) {
            case "default" -> Alteration.one(alter + (after == null ? "DROP DEFAULT" : "SET DEFAULT " + after));
            case "statistics target" -> Alteration.one(alter + "SET STATISTICS " + (after == null ? "-1" : after));
            case "storage" -> Alteration.one(alter + "SET STORAGE " + (after == null ? "DEFAULT" : upper(after)));
            default -> Optional.empty();
        };
    }

    private Optional<List<String>> identity(
            SnapshotObject column, String alter, @Nullable String before, @Nullable String after) {
        if (after == null) {
            return Alteration.one(alter + "DROP IDENTITY IF EXISTS");
        }
        return before == null
                ? Alteration.one(alter + "ADD " + new ColumnDdl(contents).identity(column, after))
                : Alteration.one(alter + "SET GENERATED " + upper(after));
    }
}
