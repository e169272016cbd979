package dev.pgmigrate.apply.history;

import dev.pgmigrate.failure.ExplainedException;
import java.util.List;
import java.util.Set;

/** Says why the history cannot be read or written, with the statements that would fix it. */
public final class HistoryException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The role may not read it. */
        NOT_READABLE,
        /** The role may not create or write it. */
        NOT_WRITABLE,
        /** A relation of that name is something else. */
        OTHER_SHAPE,
        /** One of its tables is gone. */
        INCOMPLETE,
        /** Another tool wrote to its own history during this run. */
        ELSEWHERE,
        /** Another history of this tool holds the same files. */
        TWIN
    }

    private final Reason reason;
    private final transient List<String> grants;

    private HistoryException(Reason reason, String message, String... grants) {
        super(message);
        this.reason = reason;
        this.grants = List.of(grants);
    }

    /** Says that {@code missing} are columns of a history that the relation does not have. */
    static HistoryException otherShape(HistoryTable table, Set<String> missing) {
        return new HistoryException(
                Reason.OTHER_SHAPE,
                "The relation " + table + " is not a history of this tool"
                        + (missing.isEmpty() ? "" : " (it has no column " + String.join(", ", missing) + ")")
                        + ": set migrate.historySchema or migrate.historyTable to another name.");
    }

    /** Says that {@code companion}, one of the tables of the history, is gone, and how to make it again with {@code ddl}. */
    static HistoryException incomplete(HistoryTable table, String companion, String ddl) {
        return new HistoryException(
                Reason.INCOMPLETE,
                "The table " + table.schema() + "." + companion + " of the history " + table
                        + " is gone, and with it what it told of unfinished migrations and of what happened. Restore it from"
                        + " a backup or, if no migration has failed halfway, create it again.",
                ddl.replaceAll("\\s+", " "));
    }

    static HistoryException notReadable(HistoryTable table, String role) {
        String grantee = HistoryTable.quoted(role);
        return new HistoryException(
                Reason.NOT_READABLE,
                "The role " + role + " may not read the history " + table + ".",
                "GRANT USAGE ON SCHEMA " + table.schemaSql() + " TO " + grantee + ";",
                "GRANT SELECT ON ALL TABLES IN SCHEMA " + table.schemaSql() + " TO " + grantee + ";");
    }

    static HistoryException notWritable(HistoryTable table, String role) {
        String grantee = HistoryTable.quoted(role);
        return new HistoryException(
                Reason.NOT_WRITABLE,
                "The role " + role + " may not write the history " + table + ".",
                "GRANT USAGE ON SCHEMA " + table.schemaSql() + " TO " + grantee + ";",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA " + table.schemaSql() + " TO " + grantee
                        + ";");
    }

    static HistoryException notErasable(HistoryTable table, String role) {
        return new HistoryException(
                Reason.NOT_WRITABLE,
                "The role " + role + " may not delete rows from the history " + table + ".",
                "GRANT DELETE ON " + table.sql() + " TO " + HistoryTable.quoted(role) + ";");
    }

    /** Says that the history cannot be created, for want of a privilege on {@code parent}, {@code SCHEMA "migrate"}. */
    static HistoryException notCreatable(HistoryTable table, String role, String parent) {
        return new HistoryException(
                Reason.NOT_WRITABLE,
                "The role " + role + " may not create the history " + table + ".",
                "GRANT CREATE ON " + parent + " TO " + HistoryTable.quoted(role) + ";");
    }

    /** Says that {@code files} are applied according to {@code other}. */
    static HistoryException twin(HistoryTable own, HistoryTable other, List<String> files) {
        String more = files.size() == 1 ? " is" : " and " + (files.size() - 1) + " more of these files are";
        return new HistoryException(
                Reason.TWIN,
                "There is no history " + own + " in this database, but " + other + " says that " + files.get(0) + more
                        + " applied. Set migrate.historySchema and migrate.historyTable to that name; or, if each"
                        + " tenant has its own history, set migrate.historyPerTenant.");
    }

    /** Says that the Supabase CLI recorded a version while it was being applied here. */
    static HistoryException elsewhere(String version) {
        return new HistoryException(
                Reason.ELSEWHERE,
                "Another tool has written version " + version + " to " + SupabaseMirror.NAME
                        + " in the meantime, so it may have run twice: this run was rolled back.");
    }

    static HistoryException mirrorNotWritable(String role) {
        String grantee = HistoryTable.quoted(role);
        return new HistoryException(
                Reason.NOT_WRITABLE,
                "The role " + role + " may not write " + SupabaseMirror.NAME
                        + ", where the Supabase CLI looks up what is applied.",
                "GRANT USAGE ON SCHEMA supabase_migrations TO " + grantee + ";",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON " + SupabaseMirror.NAME + " TO " + grantee + ";");
    }

    public Reason reason() {
        return reason;
    }

    /** Returns the statements with which someone with the necessary privileges can fix it. */
    public List<String> grants() {
        return grants;
    }
}
