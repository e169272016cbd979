package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.TypeKind;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DomainStatement;
import dev.pgmigrate.sql.ast.DomainStatement.AlterDomain;
import dev.pgmigrate.sql.ast.DomainStatement.CreateDomain;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TypeStatement;
import dev.pgmigrate.sql.ast.TypeStatement.AddEnumValue;
import dev.pgmigrate.sql.ast.TypeStatement.CreateEnum;
import dev.pgmigrate.sql.ast.TypeStatement.Label;
import dev.pgmigrate.sql.ast.TypeStatement.RenameEnumValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Replays statements on enums, domains and other types. */
final class TypeChanges {
    private TypeChanges() {}

    static void apply(TypeStatement statement, Model model) {
        if (statement instanceof CreateEnum create) {
            List<String> labels = create.labels().stream().map(Label::text).toList();
            create(create.name(), TypeKind.ENUM, labels, null, List.of(), model);
        } else if (statement instanceof TypeStatement.CreateCompositeType create) {
            List<String> attributes = create.attributes().stream()
                    .map(attribute -> attribute.name().text())
                    .toList();
            create(create.name(), TypeKind.COMPOSITE, attributes, null, List.of(), model);
        } else if (statement instanceof TypeStatement.CreateRange create) {
            create(create.name(), TypeKind.RANGE, List.of(), null, List.of(), model);
        } else if (statement instanceof AddEnumValue add) {
            change(add.name(), TypeKind.ENUM, model, type -> labelled(type, withLabel(type.labels(), add)));
        } else if (statement instanceof RenameEnumValue rename) {
            change(rename.name(), TypeKind.ENUM, model, type -> labelled(type, renamed(type.labels(), rename)));
        }
    }

    static void apply(DomainStatement statement, Model model) {
        if (statement instanceof CreateDomain create) {
            List<String> constraints = create.constraints().stream()
                    .filter(constraint ->
                            constraint instanceof Constraint.Check || constraint instanceof Constraint.NotNull)
                    .map(TypeChanges::name)
                    .toList();
            create(create.name(), TypeKind.DOMAIN, List.of(), ColumnType.of(create.type()), constraints, model);
        } else if (statement instanceof AlterDomain alter) {
            DomainStatement.Action action = alter.action();
            change(alter.name(), TypeKind.DOMAIN, model, type -> altered(type, action));
        }
    }

    static void alterComposite(AlterTable statement, Model model) {
        change(statement.name(), TypeKind.COMPOSITE, model, type -> {
            List<String> attributes = new ArrayList<>(type.labels());
            for (AlterTableAction action : statement.actions()) {
                if (action instanceof AlterTableAction.AddColumn add) {
                    attributes.remove(add.column().name().text());
                    attributes.add(add.column().name().text());
                } else if (action instanceof AlterTableAction.DropColumn drop) {
                    attributes.remove(drop.name().text());
                }
            }
            return labelled(type, List.copyOf(attributes));
        });
    }

    static void createBase(ObjectName name, Model model) {
        create(name, TypeKind.BASE, List.of(), null, List.of(), model);
    }

    private static void create(
            ObjectName name,
            TypeKind kind,
            List<String> labels,
            @Nullable ColumnType base,
            List<String> constraints,
            Model model) {
        QualifiedName target = model.target(name);
        if (model.makes(ObjectKey.type(target), false, false)) {
            model.put(new SchemaObject.Type(target, kind, labels, base, constraints, true, model.origin()));
        }
    }

    private static void change(ObjectName name, TypeKind kind, Model model, UnaryOperator<SchemaObject.Type> change) {
        Schema schema = model.schema();
        SchemaObject.Type type = schema.type(name.qualified())
                .orElseGet(() -> new SchemaObject.Type(
                        schema.resolveType(name.qualified()), kind, List.of(), null, List.of(), false, model.origin()));
        model.put(change.apply(type));
    }

    private static SchemaObject.Type altered(SchemaObject.Type type, DomainStatement.Action action) {
        List<String> constraints = new ArrayList<>(type.constraints());
        if (action instanceof DomainStatement.AddConstraint add) {
            String name = name(add.constraint());
            if (name.isEmpty() || !constraints.contains(name)) {
                constraints.add(name);
            }
        } else if (action instanceof DomainStatement.DropConstraint drop) {
            constraints.remove(drop.name().text());
        } else if (action instanceof DomainStatement.SetNotNull) {
            constraints.add("");
        }
        return new SchemaObject.Type(
                type.name(), type.kind(), type.labels(), type.base(), constraints, type.complete(), type.origin());
    }

    private static String name(Constraint constraint) {
        Name name = constraint.name();
        return name == null ? "" : name.text();
    }

    private static SchemaObject.Type labelled(SchemaObject.Type type, List<String> labels) {
        return new SchemaObject.Type(
                type.name(), type.kind(), labels, type.base(), type.constraints(), type.complete(), type.origin());
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
