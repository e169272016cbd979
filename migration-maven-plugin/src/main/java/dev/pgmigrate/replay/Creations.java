package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Other;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.SchemaObject.TableOrView;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.replay.Table.Policy;
import dev.pgmigrate.replay.Table.Trigger;
import dev.pgmigrate.sql.ast.DefineStatement.Define;
import dev.pgmigrate.sql.ast.FunctionOption;
import dev.pgmigrate.sql.ast.FunctionStatement.AlterFunction;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.PolicyStatement.AlterPolicy;
import dev.pgmigrate.sql.ast.PolicyStatement.CreatePolicy;
import dev.pgmigrate.sql.ast.RuleStatement;
import dev.pgmigrate.sql.ast.SequenceStatement.CreateSequence;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import dev.pgmigrate.sql.ast.ViewStatement.CreateMaterializedView;
import dev.pgmigrate.sql.ast.ViewStatement.CreateView;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Replays the making of views, routines, triggers, policies, rules, sequences and whatever has only a name. */
final class Creations {
    private Creations() {}

    static void view(CreateView statement, Model model) {
        boolean invoker =
                statement.options().stream().anyMatch(option -> option.is("security_invoker") && option.isOn());
        boolean temporary = statement.persistence() == Persistence.TEMPORARY;
        view(
                temporary
                        ? QualifiedName.of(
                                Schema.TEMPORARY, statement.name().last().text())
                        : model.target(statement.name()),
                false,
                statement.columns(),
                statement.query(),
                invoker,
                false,
                statement.orReplace(),
                model);
    }

    static void view(CreateMaterializedView statement, Model model) {
        view(
                model.target(statement.name()),
                true,
                statement.columns(),
                statement.query(),
                false,
                statement.ifNotExists(),
                false,
                model);
    }

    private static void view(
            QualifiedName target,
            boolean materialized,
            List<Name> columns,
            Statement query,
            boolean securityInvoker,
            boolean ifNotExists,
            boolean orReplace,
            Model model) {
        if (!model.makes(ObjectKey.relation(target), ifNotExists, orReplace)) {
            return;
        }
        Schema schema = model.schema();
        Set<QualifiedName> uses = new LinkedHashSet<>();
        Trees.relations(query).forEach(used -> uses.add(schema.resolve(used)));
        boolean fresh = !model.schema().relationPresence(target).isPresent();
        Optional<TableOrView> replaced = orReplace ? schema.tableOrView(target) : Optional.empty();
        model.put(new View(
                target,
                materialized,
                columns.stream().map(Name::text).toList(),
                QueryColumns.of(query, columns, schema),
                Collections.unmodifiableSet(uses),
                securityInvoker,
                query,
                replaced.map(TableOrView::triggers).orElse(Members.none()),
                replaced.map(TableOrView::rules).orElse(Members.none()),
                model.origin()));
        if (fresh) {
            Grants.toNewRelation(target, model);
        }
    }

    static void sequence(CreateSequence statement, Model model) {
        QualifiedName target = model.target(statement.name());
        if (model.makes(ObjectKey.relation(target), statement.ifNotExists(), false)) {
            model.put(new SchemaObject.Sequence(target, null, model.origin()));
        }
    }

    static void routine(CreateFunction statement, Model model) {
        String signature = Signatures.of(statement.parameters());
        routine(
                statement.name(),
                statement.procedure() ? "procedure" : "function",
                signature,
                statement.orReplace(),
                statement,
                model);
    }

    private static void routine(
            ObjectName name, String kind, String signature, boolean orReplace, Statement statement, Model model) {
        QualifiedName target = model.target(name);
        if (model.makes(ObjectKey.routine(target, signature), false, orReplace)) {
            boolean fresh = !model.schema().routinePresence(target, signature).isPresent();
            List<FunctionOption> options =
                    statement instanceof CreateFunction function ? function.options() : List.of();
            model.put(new Routine(target, kind, signature, statement, options, model.body(), model.origin()));
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
            case AGGREGATE ->
                routine(
                        statement.name(),
                        "aggregate",
                        Signatures.of(statement),
                        statement.orReplace(),
                        statement,
                        model);
            case TYPE -> TypeChanges.createBase(statement.name(), model);
            default ->
                named(statement.objectType(), model.target(statement.name()), statement.ifNotExists(), Set.of(), model);
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
                model.origin());
        model.changeWritable(
                statement.table(),
                relation -> relation.withTriggers(relation.triggers().with(name, trigger)));
    }

    static void policy(CreatePolicy statement, Model model) {
        String name = statement.name().text();
        Policy policy = new Policy(
                name,
                statement.permissive(),
                statement.command().name().toLowerCase(Locale.ROOT),
                statement.roles(),
                statement.using(),
                statement.withCheck(),
                model.origin());
        model.change(
                statement.table(),
                table -> Tables.withPolicies(table, table.policies().with(name, policy)));
    }

    static void policy(AlterPolicy statement, Model model) {
        String name = statement.name().text();
        model.change(
                statement.table(),
                table -> table.policies()
                        .get(name)
                        .map(old ->
                                Tables.withPolicies(table, table.policies().with(name, altered(old, statement, model))))
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
                relation -> relation.withRules(relation.rules().with(name, model.origin())));
    }

    /** Notes an object of which only the name matters. */
    static void named(ObjectType type, QualifiedName name, boolean ifNotExists, Set<String> details, Model model) {
        ObjectKey key = Schema.otherKey(type.words(), name);
        if (model.makes(key, ifNotExists, false)) {
            model.timeline().put(key, new Other(name, type.words(), details, model.origin()));
        }
    }

    static void schema(String name, boolean ifNotExists, Model model) {
        ObjectKey key = ObjectKey.schema(name);
        if (model.makes(key, ifNotExists, false)) {
            model.timeline().put(key, new Other(QualifiedName.of(name), "schema", Set.of(), model.origin()));
        }
    }
}
