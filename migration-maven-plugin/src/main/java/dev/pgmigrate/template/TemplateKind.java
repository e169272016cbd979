package dev.pgmigrate.template;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds of migration that can be started from a template. */
public enum TemplateKind {
    BLANK("anything else"),
    TABLE("a table with id, timestamps, updated_at trigger; with owner and policies for Supabase"),
    INDEX_NEW_TABLE("a table together with its index"),
    COLUMN("a column that may be NULL, or has a constant default"),
    REQUIRED_COLUMN("a column that every row needs: add, backfill, then NOT NULL in three steps"),
    BACKFILL("a value for the rows that have none, in batches"),
    RENAME_COLUMN("a new name for a column: expand, backfill, index, contract"),
    TYPE_CHANGE("a new type for a column: expand, backfill, index, swap, contract"),
    DROP_COLUMN("the removal of a column: relax, then drop"),
    INDEX("an index on a table in use"),
    FOREIGN_KEY("a foreign key of a table in use: index, add, validate"),
    UNIQUE("a unique constraint on a table in use: index, then constraint"),
    NOT_NULL("NOT NULL for a column in use: check, validate, then NOT NULL"),
    CHECK("a check on a table in use: add, then validate"),
    ENUM("an enum type"),
    ENUM_VALUE("another label for an enum type"),
    ENUM_RECREATE("an enum type with fewer labels"),
    FUNCTION("a function"),
    TRIGGER("a trigger and its function"),
    VIEW("a view"),
    POLICY("a row-level security policy"),
    RLS("row-level security for a table in use"),
    GRANT("privileges on a table"),
    PUBLICATION("a published table"),
    SEED("the first rows of a table");

    private final String summary;

    TemplateKind(String summary) {
        this.summary = summary;
    }

    /** Returns the kind that {@code id} names. */
    public static Optional<TemplateKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** Returns its name in the configuration, {@code rename-column}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what it creates, in a few words. */
    public String summary() {
        return summary;
    }

    /** Returns the default values of holes for this kind. */
    public Map<String, String> defaults() {
        return this == POLICY || this == RLS ? Map.of("column", "user_id") : Map.of();
    }

    /** Returns its files in their order. */
    List<Part> parts() {
        return switch (this) {
            case REQUIRED_COLUMN ->
                Part.all(
                        "column",
                        "backfill _backfill",
                        "not-null/1-check",
                        "not-null/2-validate",
                        "not-null/3 _require");
            case RENAME_COLUMN ->
                Part.all(
                        "rename-column/1-expand",
                        "rename-column/2-backfill",
                        "rename-column/3-reindex",
                        "rename-column/4-contract");
            case TYPE_CHANGE ->
                Part.all(
                        "type-change/1-expand",
                        "rename-column/2-backfill",
                        "rename-column/3-reindex",
                        "type-change/4-swap",
                        "type-change/5-contract");
            case DROP_COLUMN -> Part.all("drop-column/1-relax", "drop-column/2");
            case FOREIGN_KEY -> Part.all("index _index", "foreign-key/1", "foreign-key/2-validate");
            case UNIQUE -> Part.all("unique/1-index", "unique/2");
            case NOT_NULL -> Part.all("not-null/1-check", "not-null/2-validate", "not-null/3");
            case CHECK -> Part.all("check/1", "check/2-validate");
            case RLS -> Part.all("index _index", "rls");
            default -> Part.all(id());
        };
    }

    /**
     * One file of a kind.
     *
     * @param stem where its template is, {@code not-null/2-validate}
     * @param suffix what the file name appends to the migration's name, {@code _validate} or nothing
     */
    record Part(String stem, String suffix) {
        private static List<Part> all(String... written) {
            return Arrays.stream(written).map(Part::of).toList();
        }

        /** The suffix follows from the stem unless it stands behind a blank. */
        static Part of(String written) {
            String[] words = written.split(" ", 2);
            String part = words[0].substring(words[0].indexOf('/') + 1);
            String suffix =
                    words[0].contains("/") ? part.replaceFirst("^[0-9]+", "").replace('-', '_') : "";
            return new Part(words[0], words.length > 1 ? words[1] : suffix);
        }
    }
}
