package dev.pgmigrate.ddl;

import dev.pgmigrate.ddl.Change.Step;
import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SecretMask;
import dev.pgmigrate.schema.SnapshotKey;
import dev.pgmigrate.schema.SnapshotObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The statements that make an object with all that belongs to it. */
final class Creation {
    /** The parts that follow their owner, in this order. */
    private static final List<ObjectKind> FOLLOWING =
            List.of(ObjectKind.INDEX, ObjectKind.RULE, ObjectKind.TRIGGER, ObjectKind.POLICY);

    private final Contents contents;
    private final Alteration alteration;
    private final TypeDdl types;
    private final TableDdl tables;

    /** Creates one for the objects of {@code contents}. */
    Creation(Contents contents) {
        this.contents = contents;
        this.alteration = new Alteration(contents);
        this.types = new TypeDdl(contents);
        this.tables = new TableDdl(contents);
    }

    /**
     * Returns the statements for {@code object}; none where it cannot be written, or is there with another.
     *
     * @param isThere tells whether a foreign key may be written with its table
     */
    List<Change> of(SnapshotObject object, Predicate<String> isThere) {
        List<Change> changes = new ArrayList<>(own(object, isThere));
        if (changes.isEmpty()) {
            return changes;
        }
        for (SnapshotObject member : contents.parts(object, ObjectKind.OPERATOR_FAMILY_MEMBER)) {
            changes.addAll(own(member, isThere));
        }
        if (hasParts(object)) {
            for (SnapshotObject column : contents.parts(object, ObjectKind.COLUMN)) {
                changes.addAll(alteration.rest(column));
            }
            for (SnapshotObject constraint : contents.parts(object, ObjectKind.CONSTRAINT)) {
                changes.addAll(alteration.rest(constraint));
            }
            for (SnapshotObject constraint : contents.parts(object, ObjectKind.DOMAIN_CONSTRAINT)) {
                changes.addAll(alteration.rest(constraint));
            }
            for (ObjectKind kind : FOLLOWING) {
                contents.parts(object, kind).forEach(part -> changes.addAll(part(part, Step.CREATE)));
            }
        }
        changes.addAll(alteration.rest(object));
        return changes;
    }

    /** Returns the statements for a part of what is there. */
    List<Change> part(SnapshotObject part, Step step) {
        List<Change> changes = new ArrayList<>(ownOfPart(part, step));
        if (!changes.isEmpty()) {
            changes.addAll(alteration.rest(part));
        }
        return changes;
    }

    /** The owner of a part may be left out, such as a table of the platform with a team's trigger. */
    static boolean isPart(SnapshotKey key) {
        return switch (key.kind()) {
            case COLUMN, CONSTRAINT, DOMAIN_CONSTRAINT, INDEX, RULE, TRIGGER, POLICY -> true;
            default -> false;
        };
    }

    private static boolean hasParts(SnapshotObject object) {
        return switch (object.key().kind()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, COMPOSITE_TYPE, DOMAIN -> true;
            default -> false;
        };
    }

    private List<Change> own(SnapshotObject object, Predicate<String> isThere) {
        SnapshotKey key = object.key();
        return switch (key.kind()) {
            case TABLE, FOREIGN_TABLE -> tables.create(object, isThere);
            case SCHEMA -> one(object, "CREATE SCHEMA IF NOT EXISTS " + SqlNames.of(key));
            case EXTENSION -> one(object, extension(object));
            case ENUM -> one(object, types.enumeration(object));
            case COMPOSITE_TYPE -> one(object, types.composite(object));
            case DOMAIN -> one(object, types.domain(object));
            case RANGE -> one(object, TypeDdl.range(object));
            case COLLATION -> one(object, TypeDdl.collation(object));
            case CAST -> one(object, TypeDdl.cast(object));
            case OPERATOR -> one(object, TypeDdl.operator(object));
            case SEQUENCE ->
                object.property("identity").isPresent() ? List.of() : one(object, TypeDdl.sequence(object));
            case VIEW -> one(object, RelationDdl.view(object));
            case MATERIALIZED_VIEW -> one(object, RelationDdl.materializedView(object));
            case STATISTICS -> one(object, RelationDdl.statistics(object));
            case FUNCTION, PROCEDURE -> one(object, RoutineDdl.routine(object));
            case AGGREGATE -> one(object, RoutineDdl.aggregate(object));
            case FOREIGN_DATA_WRAPPER -> one(object, ServerDdl.wrapper(object));
            case SERVER -> one(object, ServerDdl.server(object));
            case EVENT_TRIGGER -> afterDrop(object, RelationDdl.eventTrigger(object));
            case PUBLICATION -> one(object, PublicationDdl.publication(object));
            case PUBLICATION_TABLE, PUBLICATION_SCHEMA -> one(object, PublicationDdl.member(object));
            case OPERATOR_FAMILY -> one(object, OperatorDdl.family(object));
            case OPERATOR_CLASS -> one(object, OperatorDdl.operatorClass(object));
            case OPERATOR_FAMILY_MEMBER -> one(object, OperatorDdl.member(object));
            case TEXT_SEARCH_DICTIONARY -> one(object, SearchDdl.dictionary(object));
            case TEXT_SEARCH_CONFIGURATION -> one(object, SearchDdl.configuration(object));
            case SETTING ->
                SecretMask.isMasked(object.property("value").orElse(""))
                        ? List.of()
                        : one(object, SettingDdl.set(object));
            default -> List.of();
        };
    }

    private List<Change> ownOfPart(SnapshotObject part, Step step) {
        SnapshotKey key = part.key();
        if (!TableDdl.isOwn(part)) {
            return List.of();
        }
        return switch (key.kind()) {
            case COLUMN -> column(part);
            case CONSTRAINT -> TableDdl.isNotNull(part) ? List.of() : tables.constraint(part, step);
            case DOMAIN_CONSTRAINT ->
                one(
                        part,
                        DdlGuard.duplicate(
                                "ALTER DOMAIN " + SqlNames.owner(key) + " ADD CONSTRAINT " + SqlNames.own(key)
                                        + " " + TableDdl.definition(part)
                                        + (part.property("validated").isPresent() ? " NOT VALID" : "")));
            case INDEX -> index(part, step);
            case RULE -> one(part, RelationDdl.rule(part));
            case TRIGGER -> trigger(part);
            case POLICY -> afterDrop(part, RelationDdl.policy(part));
            default -> List.of();
        };
    }

    private List<Change> column(SnapshotObject column) {
        boolean type = contents.owner(column.key())
                .filter(owner -> owner.key().kind() == ObjectKind.COMPOSITE_TYPE)
                .isPresent();
        if (type) {
            return one(
                    column,
                    "ALTER TYPE " + SqlNames.owner(column.key()) + " ADD ATTRIBUTE " + SqlNames.own(column.key()) + " "
                            + ColumnDdl.type(column));
        }
        if (contents.owner(column.key()).filter(Contents::isTable).isEmpty()) {
            return List.of();
        }
        return one(
                column,
                "ALTER TABLE " + SqlNames.owner(column.key()) + " ADD COLUMN IF NOT EXISTS "
                        + new ColumnDdl(contents).definition(column));
    }

    private List<Change> index(SnapshotObject index, Step step) {
        if (index.property("constraint").isPresent()) {
            return List.of();
        }
        boolean partitioned = contents.owner(index.key())
                .flatMap(table -> table.property("partition key"))
                .isPresent();
        boolean withRows = step != Step.CREATE && !partitioned;
        return List.of(
                Change.of(index.key(), withRows ? Step.INDEX : Step.CREATE, RelationDdl.index(index, partitioned)));
    }

    private static List<Change> trigger(SnapshotObject trigger) {
        if (trigger.property("inherited").isPresent()) {
            return List.of();
        }
        String definition = trigger.property("definition").orElse("");
        // CREATE OR REPLACE knows no constraint triggers (PostgreSQL manual, CREATE TRIGGER).
        return definition.startsWith("CREATE CONSTRAINT TRIGGER")
                ? afterDrop(trigger, definition)
                : one(trigger, definition.replaceFirst("^CREATE TRIGGER", "CREATE OR REPLACE TRIGGER"));
    }

    private static String extension(SnapshotObject extension) {
        return "CREATE EXTENSION IF NOT EXISTS " + SqlNames.of(extension.key())
                + extension
                        .property("schema")
                        .filter(schema -> !schema.equals("pg_catalog"))
                        .map(schema -> " WITH SCHEMA " + schema)
                        .orElse("");
    }

    private static List<Change> one(SnapshotObject object, String sql) {
        return List.of(Change.create(object.key(), sql));
    }

    private static List<Change> afterDrop(SnapshotObject object, String sql) {
        return List.of(Change.create(object.key(), Removal.sql(object.key())), Change.create(object.key(), sql));
    }
}
