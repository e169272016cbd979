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
     * The template: {@code blank}, {@code table}, {@code index-new-table}, {@code column}, {@code required-column},
     * {@code backfill}, {@code rename-column}, {@code type-change}, {@code drop-column}, {@code index},
     * {@code foreign-key}, {@code unique}, {@code not-null}, {@code check}, {@code enum}, {@code enum-value},
     * {@code enum-recreate}, {@code function}, {@code trigger}, {@code view}, {@code policy}, {@code rls}, {@code grant},
     * {@code publication}, {@code seed}, or one of the project's own. Without it the kind that the name means, else
     * {@code blank}.
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

    /**
     * The column's type, also with {@code NOT NULL} and {@code DEFAULT 0}. Defaults to {@code text}, and to the type of the
     * column that is renamed.
     */
    @Parameter(property = "type")
    @Nullable
    String type;

    /** The enum type, function or view, {@code public.order_status}. Defaults to the one in the name. */
    @Parameter(property = "object")
    @Nullable
    String object;

    /** The label that {@code enum-value} adds or {@code enum-recreate} takes away; those of {@code enum}, with commas. */
    @Parameter(property = "value")
    @Nullable
    String value;

    /** The table that a foreign key refers to. Defaults to the one that the column is named after. */
    @Parameter(property = "references")
    @Nullable
    String references;

    /** The role that a policy or a grant is for. Defaults to the only one that the migrations speak of. */
    @Parameter(property = "role")
    @Nullable
    String role;

    /** The condition of a check, {@code "amount > 0"}. */
    @Parameter(property = "condition")
    @Nullable
    String condition;

    /**
     * The tool that will run the files: {@code migrate}, {@code flyway}, {@code liquibase}, {@code supabase} or
     * {@code psql}. Where it gives each file one transaction, no template needs another. Detected as for {@code check}.
     */
    @Parameter(property = "migrate.runner")
    @Nullable
    String runner;

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
