package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code CREATE} of what is described by a list of options: aggregates, operators, base types, collations, text search. */
public sealed interface DefineStatement extends Statement {
    /**
     * {@code CREATE AGGREGATE}, {@code OPERATOR}, {@code TYPE name (…)}, {@code COLLATION}, {@code TEXT SEARCH …}.
     *
     * @param objectType a {@link ObjectType#TYPE} with no definition is a shell type
     * @param signature the arguments of an aggregate; else null
     * @param from the collation that is copied; else null
     */
    record Define(
            ObjectType objectType,
            boolean orReplace,
            boolean ifNotExists,
            ObjectName name,
            ObjectReference.@Nullable Signature signature,
            List<DefElem> definition,
            @Nullable ObjectName from,
            SourceRange range)
            implements DefineStatement, Making {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(objectType, name, arguments());
        }

        /** The types of an operator's operands, and of an aggregate in the old syntax, are options. */
        private ObjectReference.@Nullable Signature arguments() {
            return switch (objectType) {
                case AGGREGATE -> signature != null ? signature : ofOptions("basetype");
                case OPERATOR -> ofOptions("leftarg", "rightarg");
                default -> null;
            };
        }

        private ObjectReference.Signature ofOptions(String... names) {
            List<TypeName> types = new ArrayList<>();
            for (String option : names) {
                definition.stream()
                        .filter(element -> element.is(option) && !isNone(element))
                        .findFirst()
                        .ifPresent(element -> types.add(element.typeName()));
            }
            return ObjectReference.Signature.ofTypes(types, name.range());
        }

        /** {@code 'ANY'} stands for the arguments of an aggregate that takes none, {@code NONE} for an operand. */
        private static boolean isNone(DefElem element) {
            return element.value().equalsIgnoreCase("any") || element.value().equalsIgnoreCase("none");
        }

        @Override
        public StatementKind kind() {
            return StatementKind.DEFINE;
        }
    }

    /** {@code ALTER COLLATION … REFRESH VERSION}. */
    record AlterCollation(ObjectName name, SourceRange range) implements DefineStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_COLLATION;
        }
    }

    /** {@code ALTER TEXT SEARCH DICTIONARY}. */
    record AlterTextSearchDictionary(ObjectName name, List<DefElem> options, SourceRange range)
            implements DefineStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_TS_DICTIONARY;
        }
    }

    /** What {@code ALTER TEXT SEARCH CONFIGURATION} does with its mapping. */
    enum Mapping {
        ADD,
        ALTER,
        REPLACE,
        DROP
    }

    /** {@code ALTER TEXT SEARCH CONFIGURATION … MAPPING}. */
    record AlterTextSearchConfiguration(
            ObjectName name,
            Mapping mapping,
            boolean ifExists,
            List<Name> tokenTypes,
            List<ObjectName> dictionaries,
            SourceRange range)
            implements DefineStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_TS_CONFIGURATION;
        }
    }
}
