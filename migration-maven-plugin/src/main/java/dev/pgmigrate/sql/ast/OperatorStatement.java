package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that extend the type system: operators, their classes and families, casts, transforms, languages, access methods. */
public sealed interface OperatorStatement extends Statement {
    /** {@code ALTER OPERATOR … SET (…)}. */
    record AlterOperator(ObjectReference operator, List<DefElem> options, SourceRange range)
            implements OperatorStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_OPERATOR;
        }
    }

    /** One operator, function or storage type of a class or family. */
    record ClassItem(
            ItemKind kind, int number, @Nullable ObjectReference object, List<TypeName> types, SourceRange range)
            implements Node {}

    /** What a {@link ClassItem} is. */
    enum ItemKind {
        OPERATOR,
        FUNCTION,
        STORAGE
    }

    /** {@code CREATE OPERATOR CLASS}. */
    record CreateOpClass(
            ObjectName name,
            boolean isDefault,
            TypeName type,
            Name accessMethod,
            @Nullable ObjectName family,
            List<ClassItem> items,
            SourceRange range)
            implements OperatorStatement, Making {
        @Override
        public ObjectReference made() {
            return new ObjectReference(
                    ObjectType.OPERATOR_CLASS, name, ObjectName.of(accessMethod), null, name.range());
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_OP_CLASS;
        }
    }

    /** {@code CREATE OPERATOR FAMILY}. */
    record CreateOpFamily(ObjectName name, Name accessMethod, SourceRange range) implements OperatorStatement, Making {
        @Override
        public ObjectReference made() {
            return new ObjectReference(
                    ObjectType.OPERATOR_FAMILY, name, ObjectName.of(accessMethod), null, name.range());
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_OP_FAMILY;
        }
    }

    /** {@code ALTER OPERATOR FAMILY … ADD} and {@code DROP}. */
    record AlterOpFamily(ObjectName name, Name accessMethod, boolean drop, List<ClassItem> items, SourceRange range)
            implements OperatorStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_OP_FAMILY;
        }
    }

    /** When a cast is applied by itself. */
    enum CastContext {
        EXPLICIT,
        ASSIGNMENT,
        IMPLICIT
    }

    /**
     * {@code CREATE CAST}.
     *
     * @param function null for {@code WITHOUT FUNCTION} and {@code WITH INOUT}
     */
    record CreateCast(
            TypeName source,
            TypeName target,
            @Nullable ObjectReference function,
            boolean inout,
            CastContext context,
            SourceRange range)
            implements OperatorStatement, Making {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(
                    ObjectType.CAST,
                    source.name(),
                    ObjectReference.Signature.ofTypes(List.of(source, target), source.range()));
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_CAST;
        }
    }

    /** {@code CREATE TRANSFORM}. */
    record CreateTransform(
            boolean orReplace,
            TypeName type,
            Name language,
            @Nullable ObjectReference fromSql,
            @Nullable ObjectReference toSql,
            SourceRange range)
            implements OperatorStatement, Making {
        @Override
        public ObjectReference made() {
            return new ObjectReference(ObjectType.TRANSFORM, type.name(), ObjectName.of(language), null, type.range());
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_TRANSFORM;
        }
    }

    /** {@code CREATE LANGUAGE}; with no handler it is read as {@code CREATE EXTENSION}. */
    record CreateLanguage(
            boolean orReplace,
            boolean trusted,
            Name name,
            ObjectName handler,
            @Nullable ObjectName inline,
            @Nullable ObjectName validator,
            SourceRange range)
            implements OperatorStatement, Making {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(ObjectType.LANGUAGE, name);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_PLANG;
        }
    }

    /** {@code CREATE CONVERSION}. */
    record CreateConversion(
            boolean isDefault, ObjectName name, String from, String to, ObjectName function, SourceRange range)
            implements OperatorStatement, Making {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(ObjectType.CONVERSION, name);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_CONVERSION;
        }
    }

    /** {@code CREATE ACCESS METHOD}. */
    record CreateAccessMethod(Name name, boolean ofTables, ObjectName handler, SourceRange range)
            implements OperatorStatement, Making {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(ObjectType.ACCESS_METHOD, name);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_AM;
        }
    }
}
