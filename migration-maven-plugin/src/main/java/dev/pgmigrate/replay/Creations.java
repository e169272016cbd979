package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.SchemaObject.TableOrView;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.replay.Table.Policy;
import dev.pgmigrate.replay.Table.Trigger;
import dev.pgmigrate.sql.ast.DefineStatement.Define;
import dev.pgmigrate.sql.ast.FunctionOption;
import dev.pgmigrate.sql.ast.FunctionStatement.AlterFunction;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.PolicyStatement.AlterPolicy;
import dev.pgmigrate.sql.ast.PolicyStatement.CreatePolicy;
import dev.pgmigrate.sql.ast.RuleStatement;
import dev.pgmigrate.sql.ast.SequenceOption;
import dev.pgmigrate.sql.ast.SequenceStatement.AlterSequence;
import dev.pgmigrate.sql.ast.SequenceStatement.CreateSequence;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import dev.pgmigrate.sql.ast.ViewStatement;
import dev.pgmigrate.sql.ast.ViewStatement.CreateMaterializedView;
import dev.pgmigrate.sql.ast.ViewStatement.CreateView;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Replays the making of views, routines, triggers, policies, rules and sequences. */
final class Creations {
    private Creations() {}

    static void view(ViewStatement statement, Model model) {
        if (statement instanceof CreateView view) {
            boolean invoker =
                    view.options().stream().anyMatch(option -> option.is("security_invoker") && option.isOn());
            view(view, target(view, model), false, view.columns(), view.query(), invoker, model);
        } else if (statement instanceof CreateMaterializedView view) {
            view(view, model.target(view, view.made()), true, view.columns(), view.query(), false, model);
        }
    }

    /** A view of temporary tables is temporary, whether that is written or not (manual, CREATE VIEW). */
    private static QualifiedName target(CreateView view, Model model) {
        boolean temporary = uses(view.query(), model.schema()).stream()
                .anyMatch(used -> Schema.TEMPORARY.equals(used.schemaOrNull()));
        return temporary
                ? QualifiedName.of(Schema.TEMPORARY, view.name().last().text())
                : model.target(view, view.made());
    }

    private static Set<QualifiedName> uses(Statement query, Schema schema) {
        Set<QualifiedName> uses = new LinkedHashSet<>();
        TreeNames.relations(query).forEach(used -> uses.add(schema.resolve(used)));
        return uses;
    }

    private static void view(
            Making making,
            QualifiedName target,
            boolean materialized,
            List<Name> columns,
            Statement query,
            boolean securityInvoker,
            Model model) {
        if (!model.makes(ObjectKey.relation(target), making)) {
            return;
        }
        Schema schema = model.schema();
        Set<QualifiedName> uses = uses(query, schema);
        boolean fresh = !schema.relationPresence(target).isPresent();
        Optional<TableOrView> replaced = making.orReplace() ? schema.tableOrView(target) : Optional.empty();
        View view = new View(
                target,
                materialized,
                columns.stream().map(Name::text).toList(),
                QueryColumns.of(query, columns, schema),
                Collections.unmodifiableSet(uses),
                securityInvoker,
                query,
                replaced.map(TableOrView::triggers).orElse(Members.none()),
                replaced.map(TableOrView::rules).orElse(Members.none()),
                replaced.map(old -> model.origin().asOf(old.origin())).orElse(model.origin()));
        model.put(view);
        Mentions.by(target, model).add(view);
        if (fresh) {
            Grants.toNewRelation(target, model);
        }
    }

    static void sequence(CreateSequence statement, Model model) {
        QualifiedName target = model.target(statement, statement.made());
        if (model.makes(ObjectKey.relation(target), statement)) {
            model.put(new SchemaObject.Sequence(target, null, null, model.origin()));
            own(target, statement.options(), model);
        }
    }

    static void alter(AlterSequence statement, Model model) {
        QualifiedName name = model.schema().resolve(statement.name());
        if (!model.schema().relationPresence(name).isAbsent()) {
            own(name, statement.options(), model);
        }
    }

    /** {@code OWNED BY NONE} and {@code OWNED BY table.column}. */
    private static void own(QualifiedName sequence, List<SequenceOption> options, Model model) {
        for (SequenceOption option : options) {
            ObjectName owner = option.name();
            if (option.kind() != SequenceOption.Kind.OWNED_BY || owner == null) {
                continue;
            }
            List<Name> parts = owner.parts();
            if (parts.size() == 1) {
                model.put(new SchemaObject.Sequence(sequence, null, null, model.origin()));
            } else {
                ObjectName table = new ObjectName(parts.subList(0, parts.size() - 1), owner.range());
                model.ownSequence(
                        sequence, model.schema().resolve(table), owner.last().text());
            }
        }
    }

    /** Replays the making of a function, a procedure or an aggregate. */
    static void routine(Making statement, ObjectReference made, List<FunctionOption> options, Model model) {
        QualifiedName target = model.target(statement, made);
        String signature = Objects.requireNonNullElse(Signatures.of(made), "");
        boolean refused = model.schema().routines(target).stream()
                .anyMatch(old -> old.signature().equals(signature) && old.kind() != made.type());
        if (!refused && model.makes(ObjectKey.routine(target, signature), statement)) {
            boolean fresh = !model.schema().routinePresence(target, signature).isPresent();
            model.put(new Routine(target, made.type(), signature, statement, options, model.body(), model.origin()));
            if (fresh) {
                Grants.toNewRoutine(target, signature, model);
            }
        }
    }

    static void alter(AlterFunction statement, Model model) {
        ObjectReference object = statement.function();
        String signature = Signatures.of(object);
        for (Routine routine : model.schema().routines(object.name().qualified())) {
            if (signature == null || signature.equals(routine.signature())) {
                model.put(routine.with(statement.options()));
            }
        }
    }

    static void define(Define statement, Model model) {
        switch (statement.objectType()) {
            case AGGREGATE -> routine(statement, statement.made(), List.of(), model);
            case TYPE -> TypeChanges.create(statement, model);
            default -> Others.create(statement, model);
        }
    }

    static void trigger(CreateTrigger statement, Model model) {
        String name = statement.name().text();
        QualifiedName function =
                model.schema().resolveRoutine(statement.function().qualified(), "");
        Trigger trigger = new Trigger(
                name,
                function,
                statement.columns().stream().map(Name::text).toList(),
                statement.constraint(),
                statement,
                false,
                model.origin());
        model.changeWritable(statement.table(), relation -> {
            Mentions.by(relation.name(), model).add(trigger);
            return relation.withTriggers(relation.triggers().with(name, trigger));
        });
        model.schema().table(statement.table()).ifPresent(table -> PartitionTriggers.add(table, trigger, model));
    }

    static void policy(CreatePolicy statement, Model model) {
        String name = statement.name().text();
        Policy policy = new Policy(
                name,
                statement.permissive(),
                statement.command(),
                statement.roles(),
                statement.using(),
                statement.withCheck(),
                model.origin());
        model.change(statement.table(), table -> {
            Mentions.by(table.name(), model).add(policy);
            return Tables.withPolicies(table, table.policies().with(name, policy));
        });
    }

    static void alter(AlterPolicy statement, Model model) {
        String name = statement.name().text();
        model.change(
                statement.table(),
                table -> table.policies()
                        .get(name)
                        .map(old -> {
                            Policy altered = altered(old, statement, model);
                            Mentions.by(table.name(), model).add(altered);
                            return Tables.withPolicies(table, table.policies().with(name, altered));
                        })
                        .orElse(table));
    }

    private static Policy altered(Policy old, AlterPolicy statement, Model model) {
        return new Policy(
                old.name(),
                old.permissive(),
                old.command(),
                statement.roles().isEmpty() ? old.roles() : statement.roles(),
                statement.using() == null ? old.using() : statement.using(),
                statement.withCheck() == null ? old.check() : statement.withCheck(),
                statement.using() == null && statement.withCheck() == null ? old.origin() : model.origin());
    }

    static void rule(RuleStatement statement, Model model) {
        String name = statement.name().text();
        model.changeWritable(
                statement.table(),
                relation ->
                        relation.withRules(relation.rules().with(name, new RelationRule(statement, model.origin()))));
    }
}
