package dev.pgmigrate.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The kinds of objects that a database holds, in the order in which they are reported. */
public enum ObjectKind {
    DATABASE,
    SETTING,
    EXTENSION,
    SCHEMA,
    LANGUAGE,
    ACCESS_METHOD,
    ENUM,
    COMPOSITE_TYPE,
    DOMAIN,
    DOMAIN_CONSTRAINT,
    RANGE,
    TYPE,
    COLLATION,
    CONVERSION,
    FOREIGN_DATA_WRAPPER,
    SERVER,
    USER_MAPPING,
    SEQUENCE,
    TABLE,
    FOREIGN_TABLE,
    VIEW,
    MATERIALIZED_VIEW,
    COLUMN,
    CONSTRAINT,
    INDEX,
    STATISTICS,
    FUNCTION,
    PROCEDURE,
    AGGREGATE,
    OPERATOR,
    OPERATOR_FAMILY,
    OPERATOR_CLASS,
    OPERATOR_FAMILY_MEMBER,
    CAST,
    TRANSFORM,
    TEXT_SEARCH_PARSER,
    TEXT_SEARCH_TEMPLATE,
    TEXT_SEARCH_DICTIONARY,
    TEXT_SEARCH_CONFIGURATION,
    TRIGGER,
    RULE,
    POLICY,
    EVENT_TRIGGER,
    DEFAULT_PRIVILEGES,
    PUBLICATION,
    PUBLICATION_TABLE,
    PUBLICATION_SCHEMA,
    SUBSCRIPTION;

    private static final Map<String, ObjectKind> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ObjectKind::label, kind -> kind));

    /** Returns the words for it, {@code foreign table}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns whether it is of an extension where its table or type is; a policy on it may be anybody's. */
    boolean isPart() {
        return switch (this) {
            case COLUMN, CONSTRAINT, DOMAIN_CONSTRAINT, INDEX, TRIGGER, RULE, OPERATOR_FAMILY_MEMBER -> true;
            default -> false;
        };
    }

    static ObjectKind of(String label) {
        return Objects.requireNonNull(BY_LABEL.get(label), label);
    }
}
