package dev.pgmigrate.postgres;

import java.util.Set;

/** The error codes that decide something here (PostgreSQL manual, Appendix A). */
public final class SqlState {
    public static final String ACTIVE_SQL_TRANSACTION = "25001";
    public static final String AMBIGUOUS_COLUMN = "42702";
    public static final String AMBIGUOUS_FUNCTION = "42725";
    public static final String ASSERT_FAILURE = "P0004";
    public static final String CANNOT_COERCE = "42846";
    public static final String CANNOT_CONNECT_NOW = "57P03";
    public static final String CHECK_VIOLATION = "23514";
    public static final String COLLATION_MISMATCH = "42P21";
    public static final String CONNECTION_EXCEPTION = "08000";
    public static final String DATATYPE_MISMATCH = "42804";
    public static final String DEADLOCK_DETECTED = "40P01";
    public static final String DEPENDENT_OBJECTS_STILL_EXIST = "2BP01";
    public static final String DISK_FULL = "53100";
    public static final String DUPLICATE_ALIAS = "42712";
    public static final String DUPLICATE_COLUMN = "42701";
    public static final String DUPLICATE_DATABASE = "42P04";
    public static final String DUPLICATE_FUNCTION = "42723";
    public static final String DUPLICATE_OBJECT = "42710";
    public static final String DUPLICATE_SCHEMA = "42P06";
    public static final String DUPLICATE_TABLE = "42P07";
    public static final String FEATURE_NOT_SUPPORTED = "0A000";
    public static final String GENERATED_ALWAYS = "428C9";
    public static final String GROUPING_ERROR = "42803";
    public static final String INSUFFICIENT_PRIVILEGE = "42501";
    public static final String INTERNAL_ERROR = "XX000";
    public static final String INVALID_AUTHORIZATION_SPECIFICATION = "28000";
    public static final String INVALID_COLUMN_DEFINITION = "42611";
    public static final String INVALID_COLUMN_REFERENCE = "42P10";
    public static final String INVALID_FOREIGN_KEY = "42830";
    public static final String INVALID_FUNCTION_DEFINITION = "42P13";
    public static final String INVALID_NAME = "42602";
    public static final String INVALID_OBJECT_DEFINITION = "42P17";
    public static final String INVALID_PARAMETER_VALUE = "22023";
    public static final String INVALID_PASSWORD = "28P01";
    public static final String INVALID_TABLE_DEFINITION = "42P16";
    public static final String INVALID_TEXT_REPRESENTATION = "22P02";
    public static final String INVALID_TRANSACTION_TERMINATION = "2D000";
    public static final String LOCK_NOT_AVAILABLE = "55P03";
    public static final String NOT_NULL_VIOLATION = "23502";
    public static final String NUMERIC_VALUE_OUT_OF_RANGE = "22003";
    public static final String OBJECT_NOT_IN_PREREQUISITE_STATE = "55000";
    public static final String PROTOCOL_VIOLATION = "08P01";
    public static final String QUERY_CANCELED = "57014";
    public static final String READ_ONLY_SQL_TRANSACTION = "25006";
    public static final String SEQUENCE_GENERATOR_LIMIT_EXCEEDED = "2200H";
    public static final String SERIALIZATION_FAILURE = "40001";
    public static final String STRING_DATA_RIGHT_TRUNCATION = "22001";
    public static final String SYNTAX_ERROR = "42601";
    public static final String TOO_MANY_CONNECTIONS = "53300";
    public static final String UNDEFINED_COLUMN = "42703";
    public static final String UNDEFINED_DATABASE = "3D000";
    public static final String UNDEFINED_FILE = "58P01";
    public static final String UNDEFINED_FUNCTION = "42883";
    public static final String UNDEFINED_OBJECT = "42704";
    public static final String UNDEFINED_PARAMETER = "42P02";
    public static final String UNDEFINED_SCHEMA = "3F000";
    public static final String UNDEFINED_TABLE = "42P01";
    public static final String UNIQUE_VIOLATION = "23505";
    public static final String UNSAFE_NEW_ENUM_VALUE_USAGE = "55P04";
    public static final String WINDOWING_ERROR = "42P20";
    public static final String WRONG_OBJECT_TYPE = "42809";

    /**
     * The classes of cardinality violations, data exceptions, violated constraints, violated WITH CHECK OPTIONs and what
     * PL/pgSQL raises.
     */
    private static final Set<String> OF_VALUES = Set.of("21", "22", "23", "44", "P0");

    private SqlState() {}

    /** Returns whether an error of this code says that the session is over: connection exceptions, and the server's own end. */
    public static boolean isOfLostSession(String code) {
        return code.startsWith("08") || code.startsWith("57P0");
    }

    /** Returns whether an error of this code depends on the values that rows have. */
    public static boolean isAboutValues(String code) {
        return code.length() > 2 && OF_VALUES.contains(code.substring(0, 2));
    }
}
