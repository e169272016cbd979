package dev.pgmigrate.ddl;

import dev.pgmigrate.ddl.Change.Step;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SnapshotKey;
import dev.pgmigrate.schema.SnapshotObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements that drop an object. */
public final class Removal {
    private final Contents contents;

    /** Creates one for the objects of {@code contents}. */
    Removal(Contents contents) {
        this.contents = contents;
    }

    /** Returns the statements; none where the object cannot be dropped, or goes with another. */
    List<Change> of(SnapshotObject object) {
        SnapshotKey key = object.key();
        if (!isDroppable(object)) {
            return List.of();
        }
        return List.of(new Change(key, Step.DROP, sql(object), loss(object)));
    }

    private String sql(SnapshotObject object) {
        SnapshotKey key = object.key();
        boolean type = key.kind() == ObjectKind.COLUMN
                && contents.owner(key)
                        .filter(owner -> owner.key().kind() == ObjectKind.COMPOSITE_TYPE)
                        .isPresent();
        return type ? "ALTER TYPE " + SqlNames.owner(key) + " DROP ATTRIBUTE IF EXISTS " + SqlNames.own(key) : sql(key);
    }

    /** Returns the statement for an object of a table, or for one that stands by itself. */
    public static String sql(SnapshotKey key) {
        String own = SqlNames.own(key);
        return switch (key.kind()) {
            case COLUMN -> "ALTER TABLE " + SqlNames.owner(key) + " DROP COLUMN IF EXISTS " + own;
            case CONSTRAINT -> "ALTER TABLE " + SqlNames.owner(key) + " DROP CONSTRAINT IF EXISTS " + own;
            case DOMAIN_CONSTRAINT -> "ALTER DOMAIN " + SqlNames.owner(key) + " DROP CONSTRAINT IF EXISTS " + own;
            case TRIGGER, RULE, POLICY ->
                "DROP " + SqlNames.keyword(key.kind()) + " IF EXISTS " + own + " ON " + SqlNames.owner(key);
            case INDEX -> "DROP INDEX IF EXISTS " + Identifier.quoteIdent(key.schema()) + "." + own;
            case PUBLICATION_TABLE ->
                "ALTER PUBLICATION " + Identifier.quoteIdent(key.of()) + " DROP TABLE ONLY " + key.name();
            case PUBLICATION_SCHEMA ->
                "ALTER PUBLICATION " + Identifier.quoteIdent(key.of()) + " DROP TABLES IN SCHEMA " + key.name();
            case SETTING -> SettingDdl.reset(key);
            case OPERATOR_FAMILY_MEMBER -> OperatorDdl.withoutMember(key);
            default -> "DROP " + SqlNames.keyword(key.kind()) + " IF EXISTS " + SqlNames.of(key);
        };
    }

    private boolean isDroppable(SnapshotObject object) {
        return switch (object.key().kind()) {
            case SCHEMA,
                    EXTENSION,
                    ENUM,
                    COMPOSITE_TYPE,
                    DOMAIN,
                    RANGE,
                    COLLATION,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    TABLE,
                    FOREIGN_TABLE,
                    VIEW,
                    MATERIALIZED_VIEW,
                    STATISTICS,
                    FUNCTION,
                    PROCEDURE,
                    AGGREGATE,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    OPERATOR_FAMILY_MEMBER,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    SETTING,
                    CAST,
                    EVENT_TRIGGER,
                    PUBLICATION,
                    PUBLICATION_TABLE,
                    PUBLICATION_SCHEMA,
                    RULE,
                    POLICY,
                    DOMAIN_CONSTRAINT -> true;
            case SEQUENCE -> object.property("identity").isEmpty();
            case COLUMN ->
                TableDdl.isOwn(object)
                        && contents.owner(object.key())
                                .filter(owner ->
                                        Contents.isTable(owner) || owner.key().kind() == ObjectKind.COMPOSITE_TYPE)
                                .isPresent();
            case CONSTRAINT -> TableDdl.isOwn(object) && !TableDdl.isNotNull(object);
            case INDEX ->
                TableDdl.isOwn(object) && object.property("constraint").isEmpty();
            case TRIGGER -> object.property("inherited").isEmpty();
            default -> false;
        };
    }

    private @Nullable String loss(SnapshotObject object) {
        SnapshotKey key = object.key();
        return switch (key.kind()) {
            case TABLE -> "the rows of " + key.qualifiedName();
            case COLUMN ->
                contents.owner(key)
                                .filter(owner -> owner.key().kind() == ObjectKind.TABLE)
                                .isPresent()
                        ? "the values of " + key.qualifiedName()
                        : null;
            default -> null;
        };
    }
}
