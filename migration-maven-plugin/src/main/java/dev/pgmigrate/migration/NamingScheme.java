package dev.pgmigrate.migration;

/** A way to name migration files; a folder is expected to use only one. */
public enum NamingScheme {
    /** Supabase's, and the default for new files. */
    TIMESTAMP("YYYYMMDDHHMMSS_name.sql"),
    DATE_AND_NUMBER("YYYYMMDD_NNN_name.sql"),
    DATE_PARTS_AND_NUMBER("YYYY_MM_DD_NNN_name.sql"),
    DATE("YYYYMMDD_name.sql"),
    NUMBER("NNN_name.sql"),
    FLYWAY("V1_2__name.sql");

    private final String pattern;

    NamingScheme(String pattern) {
        this.pattern = pattern;
    }

    /** Returns the scheme as displayed, {@code YYYYMMDDHHMMSS_name.sql}. */
    public String pattern() {
        return pattern;
    }
}
