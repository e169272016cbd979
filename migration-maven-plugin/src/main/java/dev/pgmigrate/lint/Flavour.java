package dev.pgmigrate.lint;

/** The kind of database that the files are for; it decides whether the API and RLS rules are on. */
public enum Flavour {
    PLAIN,
    SUPABASE,
    /** Supabase if the files are in a {@code supabase/} folder or use the {@code auth} schema, else plain. */
    AUTO
}
