package dev.pgmigrate.plugin;

import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of a goal that starts migrations from templates. */
abstract class AbstractTemplateMojo extends AbstractMigrateMojo {
    /** What the migration does: {@code add_email_to_users}, {@code "Add email to users"} or {@code AddEmailToUsers}. */
    @Parameter(property = "name")
    @Nullable
    String name;

    /**
     * The template: {@code blank}, {@code table}, {@code index-new-table}, {@code column}, {@code rename-column},
     * {@code drop-column}, {@code index}, {@code constraint}, {@code enum}, {@code enum-value}, {@code enum-recreate},
     * {@code function}, {@code trigger}, {@code view}, {@code policy}, {@code rls}, {@code publication}, {@code seed}, or
     * one of the project's own. Without it the kind that the name means, else {@code blank}.
     */
    @Parameter(property = "kind")
    @Nullable
    String kind;

    /** The table, {@code public.users}. Defaults to the one in the name: {@code add_email_to_users}. */
    @Parameter(property = "table")
    @Nullable
    String table;

    /** The column. Defaults to the one in the name. */
    @Parameter(property = "column")
    @Nullable
    String column;

    /** The new name, for the template {@code rename-column}. */
    @Parameter(property = "to")
    @Nullable
    String to;

    /** The column's type. Defaults to {@code text}. */
    @Parameter(property = "type")
    @Nullable
    String type;

    /** The enum type, function or view, {@code public.order_status}. Defaults to the one in the name. */
    @Parameter(property = "object")
    @Nullable
    String object;

    /** The label, for the template {@code enum-value}. */
    @Parameter(property = "value")
    @Nullable
    String value;

    /** What kind of database it is: {@code plain}, {@code supabase}, or {@code auto} to detect it from the files. */
    @Parameter(property = "migrate.flavour", defaultValue = "auto")
    String flavour = "auto";

    /** The major version of the oldest PostgreSQL that the migration has to run on, 14 to 18. */
    @Parameter(property = "migrate.postgresVersion", defaultValue = "14")
    String postgresVersion = "14";

    /** The folder with the project's own templates, {@code <kind>.sql} and {@code <kind>.rollback.sql}. */
    @Parameter(property = "migrate.templates", defaultValue = "src/migrate/templates")
    String templates = "src/migrate/templates";
}
