package dev.pgmigrate.postgres;

/** The error codes that decide something here (PostgreSQL manual, Appendix A). */
public final class SqlState {
    public static final String ACTIVE_SQL_TRANSACTION = "25001";
    public static final String DEADLOCK_DETECTED = "40P01";
    public static final String DUPLICATE_COLUMN = "42701";
    public static final String DUPLICATE_DATABASE = "42P04";
    public static final String DUPLICATE_FUNCTION = "42723";
    public static final String DUPLICATE_OBJECT = "42710";
    public static final String DUPLICATE_SCHEMA = "42P06";
    public static final String DUPLICATE_TABLE = "42P07";
    public static final String INSUFFICIENT_PRIVILEGE = "42501";
    public static final String INTERNAL_ERROR = "XX000";
    public static final String INVALID_PASSWORD = "28P01";
    public static final String INVALID_TABLE_DEFINITION = "42P16";
    public static final String INVALID_TRANSACTION_TERMINATION = "2D000";
    public static final String LOCK_NOT_AVAILABLE = "55P03";
    public static final String OBJECT_NOT_IN_PREREQUISITE_STATE = "55000";
    public static final String SERIALIZATION_FAILURE = "40001";
    public static final String TOO_MANY_CONNECTIONS = "53300";
    public static final String UNDEFINED_COLUMN = "42703";
    public static final String UNDEFINED_DATABASE = "3D000";
    public static final String UNDEFINED_FUNCTION = "42883";
    public static final String UNDEFINED_OBJECT = "42704";
    public static final String UNDEFINED_SCHEMA = "3F000";
    public static final String UNDEFINED_TABLE = "42P01";
    public static final String UNIQUE_VIOLATION = "23505";
    public static final String WRONG_OBJECT_TYPE = "42809";

    private SqlState() {}
}
