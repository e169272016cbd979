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
    COLUMN("a required column: add, backfill, constrain"),
    RENAME_COLUMN("a new name for a column: expand, backfill, contract"),
    DROP_COLUMN("the removal of a column: relax, then drop"),
    INDEX("an index on a table in use"),
    CONSTRAINT("a check on a table in use: add, then validate"),
    ENUM("an enum type"),
    ENUM_VALUE("another label for an enum type"),
    ENUM_RECREATE("an enum type with fewer labels"),
    FUNCTION("a function"),
    TRIGGER("a trigger and its function"),
    VIEW("a view"),
    POLICY("a row-level security policy"),
    RLS("row-level security for a table in use"),
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

    /** Returns the stems of its files in their order, {@code column/2-backfill}. */
    List<String> stems() {
        return switch (this) {
            case COLUMN -> List.of("column/1", "column/2-backfill", "column/3-constrain");
            case RENAME_COLUMN ->
                List.of("rename-column/1-expand", "rename-column/2-backfill", "rename-column/3-contract");
            case DROP_COLUMN -> List.of("drop-column/1-relax", "drop-column/2");
            case CONSTRAINT -> List.of("constraint/1", "constraint/2-validate");
            default -> List.of(id());
        };
    }
}
