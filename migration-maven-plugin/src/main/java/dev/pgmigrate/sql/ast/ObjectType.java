package dev.pgmigrate.sql.ast;

import java.util.Locale;

/** The kinds of object that {@code DROP}, {@code COMMENT ON}, {@code GRANT} and the generic {@code ALTER} forms can name. */
public enum ObjectType {
    ACCESS_METHOD,
    AGGREGATE,
    ATTRIBUTE,
    CAST,
    COLLATION,
    COLUMN,
    CONVERSION,
    DATABASE,
    DOMAIN,
    DOMAIN_CONSTRAINT("constraint"),
    EVENT_TRIGGER,
    EXTENSION,
    FOREIGN_DATA_WRAPPER,
    FOREIGN_SERVER("server"),
    FOREIGN_TABLE,
    FUNCTION,
    INDEX,
    LANGUAGE,
    LARGE_OBJECT,
    MATERIALIZED_VIEW,
    OPERATOR,
    OPERATOR_CLASS,
    OPERATOR_FAMILY,
    PARAMETER,
    POLICY,
    PROCEDURE,
    PUBLICATION,
    ROLE,
    ROUTINE,
    RULE,
    SCHEMA,
    SEQUENCE,
    STATISTICS,
    SUBSCRIPTION,
    TABLE,
    TABLE_CONSTRAINT("constraint"),
    TABLESPACE,
    TEXT_SEARCH_CONFIGURATION,
    TEXT_SEARCH_DICTIONARY,
    TEXT_SEARCH_PARSER,
    TEXT_SEARCH_TEMPLATE,
    TRANSFORM,
    TRIGGER,
    TYPE,
    USER_MAPPING,
    VIEW;

    private final String words;

    ObjectType() {
        this.words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    ObjectType(String words) {
        this.words = words;
    }

    /** Returns whether such an object lives in a schema by itself, not with what it belongs to. */
    public boolean isInSchema() {
        return switch (this) {
            case AGGREGATE,
                    COLLATION,
                    CONVERSION,
                    DOMAIN,
                    FOREIGN_TABLE,
                    FUNCTION,
                    INDEX,
                    MATERIALIZED_VIEW,
                    OPERATOR,
                    OPERATOR_CLASS,
                    OPERATOR_FAMILY,
                    PROCEDURE,
                    ROUTINE,
                    SEQUENCE,
                    STATISTICS,
                    TABLE,
                    TEXT_SEARCH_CONFIGURATION,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TYPE,
                    VIEW -> true;
            default -> false;
        };
    }

    /** Returns the words as SQL has them, in lower case: {@code materialized view}. */
    public String words() {
        return words;
    }
}
