package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableElement;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A name that a statement brings into the schema, and the kind of object that it is the name of. */
record DeclaredName(Kind kind, Name name) {
    /** What a project can agree on names for. */
    enum Kind {
        TABLE,
        COLUMN,
        INDEX,
        CONSTRAINT,
        VIEW,
        TYPE,
        FUNCTION,
        TRIGGER,
        POLICY,
        SEQUENCE,
        SCHEMA;

        /** Returns the word for it in messages and options. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static @Nullable Kind of(ObjectType type) {
            return switch (type) {
                case TABLE, FOREIGN_TABLE -> TABLE;
                case INDEX -> INDEX;
                case VIEW, MATERIALIZED_VIEW -> VIEW;
                case TYPE, DOMAIN -> TYPE;
                case FUNCTION, PROCEDURE, AGGREGATE -> FUNCTION;
                case TRIGGER -> TRIGGER;
                case POLICY -> POLICY;
                case SEQUENCE -> SEQUENCE;
                case SCHEMA -> SCHEMA;
                default -> null;
            };
        }
    }

    /** Returns those of a statement, in no particular order. */
    static List<DeclaredName> of(Statement statement) {
        List<DeclaredName> names = new ArrayList<>();
        if (statement instanceof Making making) {
            made(making.made(), names);
        }
        if (statement instanceof TableStatement.Definition table) {
            table.elements().forEach(element -> element(element, names));
        } else if (statement instanceof TableStatement.CreateTableAs table) {
            table.columns().forEach(column -> add(Kind.COLUMN, column, names));
        } else if (statement instanceof TableStatement.AlterTable alter) {
            for (AlterTableAction action : alter.actions()) {
                if (action instanceof AlterTableAction.AddColumn column) {
                    element(column.column(), names);
                } else if (action instanceof AlterTableAction.AddConstraint constraint) {
                    element(constraint.constraint(), names);
                }
            }
        }
        return names;
    }

    private static void made(@Nullable ObjectReference made, List<DeclaredName> names) {
        if (made != null) {
            Kind kind = Kind.of(made.type());
            if (kind != null) {
                add(kind, made.name().last(), names);
            }
        }
    }

    private static void element(TableElement element, List<DeclaredName> names) {
        if (element instanceof ColumnDef column) {
            add(Kind.COLUMN, column.name(), names);
            column.constraints().forEach(constraint -> add(Kind.CONSTRAINT, constraint.name(), names));
        } else if (element instanceof Constraint constraint) {
            add(Kind.CONSTRAINT, constraint.name(), names);
        }
    }

    private static void add(Kind kind, @Nullable Name name, List<DeclaredName> names) {
        if (name != null) {
            names.add(new DeclaredName(kind, name));
        }
    }
}
