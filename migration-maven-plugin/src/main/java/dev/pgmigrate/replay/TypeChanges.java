package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.TypeKind;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DefineStatement.Define;
import dev.pgmigrate.sql.ast.DomainStatement;
import dev.pgmigrate.sql.ast.DomainStatement.AlterDomain;
import dev.pgmigrate.sql.ast.DomainStatement.CreateDomain;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.ast.TypeStatement;
import dev.pgmigrate.sql.ast.TypeStatement.AddEnumValue;
import dev.pgmigrate.sql.ast.TypeStatement.CreateCompositeType;
import dev.pgmigrate.sql.ast.TypeStatement.CreateEnum;
import dev.pgmigrate.sql.ast.TypeStatement.CreateRange;
import dev.pgmigrate.sql.ast.TypeStatement.Label;
import dev.pgmigrate.sql.ast.TypeStatement.RenameEnumValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Replays statements on enums, domains and other types. */
final class TypeChanges {
    /** How the server ends the name of a domain's {@code NOT NULL} (PostgreSQL 17). */
    private static final String NOT_NULL = "not_null";

    private TypeChanges() {}

    /** Replays {@code CREATE TYPE}, of a shell or base type as well, and {@code CREATE DOMAIN}. */
    static void create(Making statement, Model model) {
        ObjectReference made = statement.made();
        if (made == null) {
            return;
        }
        QualifiedName target = model.target(statement, made);
        if (model.makes(ObjectKey.type(target), statement) && !isRefusedShell(statement, target, model)) {
            model.put(type(statement, target, model.origin()));
        }
    }

    /** A shell stands for a type that is still to be made; nothing takes the place of one that is there. */
    private static boolean isRefusedShell(Making statement, QualifiedName target, Model model) {
        return statement instanceof Define define
                && define.definition().isEmpty()
                && model.schema().certain().typePresence(target).isPresent();
    }

    private static SchemaObject.Type type(Making statement, QualifiedName name, Origin origin) {
        TypeKind kind = TypeKind.BASE;
        List<String> labels = List.of();
        List<ColumnType> parts = List.of();
        if (statement instanceof Define define && define.definition().isEmpty()) {
            kind = TypeKind.SHELL;
        } else if (statement instanceof CreateDomain domain) {
            return domain(domain, name, origin);
        } else if (statement instanceof CreateEnum create) {
            kind = TypeKind.ENUM;
            labels = create.labels().stream().map(Label::text).toList();
        } else if (statement instanceof CreateCompositeType create) {
            kind = TypeKind.COMPOSITE;
            labels = create.attributes().stream()
                    .map(attribute -> attribute.name().text())
                    .toList();
            parts = create.attributes().stream().map(TypeChanges::typeOf).toList();
        } else if (statement instanceof CreateRange range) {
            kind = TypeKind.RANGE;
            parts = range.definition().stream()
                    .filter(element -> element.is("subtype"))
                    .map(element -> ColumnType.of(element.typeName()))
                    .toList();
        }
        return new SchemaObject.Type(name, kind, labels, parts, Members.none(), true, origin);
    }

    /** Makes the shell of a type that is gone and a compiled function gives, which is to become its input (manual, CREATE TYPE). */
    static void announce(CreateFunction function, Model model) {
        TypeName given = function.returns();
        if (given == null || !function.isCompiled()) {
            return;
        }
        QualifiedName name = model.schema().resolveType(given.name().qualified());
        if (model.schema().typePresence(name).isAbsent()) {
            model.put(new SchemaObject.Type(
                    name, TypeKind.SHELL, List.of(), List.of(), Members.none(), true, model.origin()));
        }
    }

    private static SchemaObject.Type domain(CreateDomain statement, QualifiedName name, Origin origin) {
        Members<Origin> constraints = Members.none();
        for (Constraint constraint : statement.constraints()) {
            if (constraint instanceof Constraint.Check || constraint instanceof Constraint.NotNull) {
                constraints = with(constraint, constraints, name.name(), origin);
            }
        }
        List<ColumnType> base = List.of(ColumnType.of(statement.type()));
        return new SchemaObject.Type(name, TypeKind.DOMAIN, List.of(), base, constraints, true, origin);
    }

    static void alter(TypeStatement statement, Model model) {
        if (statement instanceof AddEnumValue add) {
            change(add.name(), TypeKind.ENUM, model, type -> type.labelled(withLabel(type.labels(), add)));
        } else if (statement instanceof RenameEnumValue rename) {
            change(rename.name(), TypeKind.ENUM, model, type -> type.labelled(renamed(type.labels(), rename)));
        }
    }

    static void alter(AlterDomain statement, Model model) {
        change(
                statement.name(),
                TypeKind.DOMAIN,
                model,
                type -> type.constrained(altered(type, statement.action(), model.origin())));
    }

    static void alterComposite(AlterTable statement, Model model) {
        change(statement.name(), TypeKind.COMPOSITE, model, type -> {
            Map<String, ColumnType> attributes = new LinkedHashMap<>();
            for (int i = 0; i < type.labels().size(); i++) {
                attributes.put(type.labels().get(i), type.parts().get(i));
            }
            for (AlterTableAction action : statement.actions()) {
                if (action instanceof AlterTableAction.AddColumn add) {
                    attributes.remove(add.column().name().text());
                    attributes.put(add.column().name().text(), typeOf(add.column()));
                } else if (action instanceof AlterTableAction.DropColumn drop) {
                    attributes.remove(drop.name().text());
                } else if (action instanceof AlterTableAction.AlterColumnType change) {
                    attributes.replace(change.column().text(), ColumnType.of(change.type()));
                }
            }
            return type.madeOf(List.copyOf(attributes.keySet()), List.copyOf(attributes.values()));
        });
    }

    /** Drops the attributes of a type that goes. */
    static void withoutAttributes(SchemaObject.Type composite, QualifiedName type, Model model) {
        List<String> attributes = new ArrayList<>();
        List<ColumnType> types = new ArrayList<>();
        for (int i = 0; i < composite.labels().size(); i++) {
            if (!Removals.isOf(composite.parts().get(i), type)) {
                attributes.add(composite.labels().get(i));
                types.add(composite.parts().get(i));
            }
        }
        model.put(composite.madeOf(List.copyOf(attributes), List.copyOf(types)));
    }

    private static ColumnType typeOf(ColumnDef attribute) {
        return ColumnType.of(Objects.requireNonNull(attribute.type(), "An attribute has a type"));
    }

    static void renameAttribute(ObjectReference attribute, String to, Model model) {
        ObjectName owner = attribute.parent();
        String from = attribute.name().last().text();
        if (owner != null) {
            change(owner, TypeKind.COMPOSITE, model, type -> {
                List<String> attributes = new ArrayList<>(type.labels());
                attributes.replaceAll(name -> name.equals(from) ? to : name);
                return type.labelled(List.copyOf(attributes));
            });
        }
    }

    private static void change(ObjectName name, TypeKind kind, Model model, UnaryOperator<SchemaObject.Type> change) {
        Schema schema = model.schema();
        SchemaObject.Type type = schema.type(name.qualified())
                .orElseGet(() -> new SchemaObject.Type(
                        schema.resolveType(name.qualified()),
                        kind,
                        List.of(),
                        List.of(),
                        Members.none(),
                        false,
                        model.origin()));
        model.put(change.apply(type));
    }

    private static Members<Origin> altered(SchemaObject.Type type, DomainStatement.Action action, Origin origin) {
        Members<Origin> constraints = type.constraints();
        if (action instanceof DomainStatement.AddConstraint add) {
            return with(add.constraint(), constraints, type.name().name(), origin);
        }
        if (action instanceof DomainStatement.DropConstraint drop) {
            return constraints.without(drop.name().text());
        }
        if (action instanceof DomainStatement.SetNotNull) {
            return constraints.with(
                    GeneratedNames.choose(type.name().name(), List.of(), NOT_NULL, name -> false), origin);
        }
        return constraints;
    }

    private static Members<Origin> with(
            Constraint constraint, Members<Origin> constraints, String domain, Origin origin) {
        Name written = constraint.name();
        String suffix = constraint instanceof Constraint.NotNull ? NOT_NULL : "check";
        String name = written != null
                ? written.text()
                : GeneratedNames.choose(
                        domain,
                        List.of(),
                        suffix,
                        taken -> constraints.get(taken).isPresent());
        return constraints.get(name).isPresent() ? constraints : constraints.with(name, origin);
    }

    static void renameConstraint(ObjectReference constraint, String to, Model model) {
        ObjectName domain = constraint.parent();
        String from = constraint.name().last().text();
        if (domain != null) {
            change(
                    domain,
                    TypeKind.DOMAIN,
                    model,
                    type -> type.constraintPresence(from).isAbsent()
                            ? type
                            : type.constrained(type.constraints().renamed(from, to, model.origin())));
        }
    }

    private static List<String> withLabel(List<String> labels, AddEnumValue add) {
        if (labels.contains(add.value().text())) {
            return labels;
        }
        List<String> changed = new ArrayList<>(labels);
        Label neighbour = add.neighbour();
        int place = neighbour == null ? -1 : changed.indexOf(neighbour.text());
        if (place < 0) {
            changed.add(add.value().text());
        } else {
            boolean after = add.placement() == TypeStatement.Placement.AFTER;
            changed.add(after ? place + 1 : place, add.value().text());
        }
        return List.copyOf(changed);
    }

    private static List<String> renamed(List<String> labels, RenameEnumValue rename) {
        List<String> changed = new ArrayList<>(labels);
        changed.replaceAll(
                label -> label.equals(rename.value().text()) ? rename.newValue().text() : label);
        if (!changed.contains(rename.newValue().text())) {
            changed.add(rename.newValue().text());
        }
        return List.copyOf(changed);
    }
}
