package dev.pgmigrate.lint;

/** Which kind of database the files are for; it decides whether the API and RLS rules are on. */
public enum Flavour {
    PLAIN,
    SUPABASE,
    /** Supabase where the files lie in a {@code supabase/} folder or use the {@code auth} schema, else plain. */
    AUTO
}
