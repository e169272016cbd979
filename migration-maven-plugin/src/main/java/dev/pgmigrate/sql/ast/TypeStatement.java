package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that make or alter enumerated, composite, range and base types. */
public sealed interface TypeStatement extends Statement {
    ObjectName name();

    /** {@code CREATE TYPE} in whatever form is not a list of options. */
    sealed interface Definition extends TypeStatement, Making {
        @Override
        default ObjectReference made() {
            return ObjectReference.of(ObjectType.TYPE, name());
        }
    }

    /** A label of an enumeration: the string without its quotes. */
    record Label(String text, SourceRange range) implements Node {}

    /** {@code CREATE TYPE … AS ENUM}. */
    record CreateEnum(ObjectName name, List<Label> labels, SourceRange range) implements Definition {
        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_ENUM;
        }
    }

    /** {@code CREATE TYPE … AS (…)}. */
    record CreateCompositeType(ObjectName name, List<ColumnDef> attributes, SourceRange range) implements Definition {
        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_COMPOSITE_TYPE;
        }
    }

    /** {@code CREATE TYPE … AS RANGE}. */
    record CreateRange(ObjectName name, List<DefElem> definition, SourceRange range) implements Definition {
        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_RANGE;
        }
    }

    /** Where {@code ADD VALUE} puts a label. */
    enum Placement {
        BEFORE,
        AFTER
    }

    /** {@code ALTER TYPE … ADD VALUE}. */
    record AddEnumValue(
            ObjectName name,
            boolean ifNotExists,
            Label value,
            @Nullable Placement placement,
            @Nullable Label neighbour,
            SourceRange range)
            implements TypeStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_ENUM;
        }
    }

    /** {@code ALTER TYPE … RENAME VALUE}. */
    record RenameEnumValue(ObjectName name, Label value, Label newValue, SourceRange range) implements TypeStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_ENUM;
        }
    }

    /** {@code ALTER TYPE … SET (…)} of a base type. */
    record AlterType(ObjectName name, List<DefElem> options, SourceRange range) implements TypeStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_TYPE;
        }
    }
}
