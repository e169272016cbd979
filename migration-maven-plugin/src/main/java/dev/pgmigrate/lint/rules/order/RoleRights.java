package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.evidence.ReadColumns;
import dev.pgmigrate.lint.evidence.RelationUses;
import dev.pgmigrate.lint.evidence.UpdatableView;
import dev.pgmigrate.lint.evidence.WrittenColumns;
import dev.pgmigrate.lint.evidence.WrittenColumns.Written;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.RelationRights;
import dev.pgmigrate.replay.SchemaObject.Index;
import dev.pgmigrate.replay.SchemaObject.Relation;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.SchemaObject.TableOrView;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.DmlStatement.Insert;
import dev.pgmigrate.sql.ast.DmlStatement.Merge;
import dev.pgmigrate.sql.ast.DmlStatement.MergeAction;
import dev.pgmigrate.sql.ast.DmlStatement.Update;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.FunctionOption;
import dev.pgmigrate.sql.ast.FunctionStatement.AlterFunction;
import dev.pgmigrate.sql.ast.FunctionStatement.CallStatement;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectStatement.Rename;
import dev.pgmigrate.sql.ast.ObjectStatement.SetOwner;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateEventTrigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What an ordinary role may do with the relations of others (manual, 5.8 "Privileges"; CREATE VIEW, "Updatable Views"). */
final class RoleRights {
    private static final String OWNER = "Run it as the owner, or give the object to the role first.";
    private static final String GRANT = "Grant it before, or run the statement as the owner.";

    private final String role;
    private final Refusals refusals;

    RoleRights(String role, Refusals refusals) {
        this.role = role;
        this.refusals = refusals;
    }

    void check(Statement statement) {
        if (statement instanceof DmlStatement change) {
            rows(change);
        } else if (statement instanceof AlterTable alter) {
            owned(alter.name());
            alter.actions().forEach(action -> {
                if (!alter.only() && reachesHeirs(action)) {
                    refusals.schema().table(alter.name()).ifPresent(table -> heirs(table, alter.name()));
                }
                if (action instanceof AlterTableAction.AttachPartition attach) {
                    owned(attach.partition());
                }
            });
        } else if (statement instanceof CallStatement call) {
            called(call);
        } else if (statement instanceof Rename rename) {
            renamed(rename);
        } else if (statement instanceof CreateEventTrigger trigger) {
            superuser(trigger.name(), "makes an event trigger");
        } else if (statement instanceof CreateFunction function) {
            function.options().forEach(this::leakproof);
        } else if (statement instanceof AlterFunction function) {
            function.options().forEach(this::leakproof);
        }
    }

    private static boolean reachesHeirs(AlterTableAction action) {
        return action instanceof AlterTableAction.AddColumn
                || action instanceof AlterTableAction.DropColumn
                || action instanceof AlterTableAction.AlterColumnType
                || action instanceof AlterTableAction.SetNotNull
                || action instanceof AlterTableAction.DropNotNull;
    }

    private void heirs(Table table, ObjectName at) {
        for (Table heir : refusals.schema().heirsOf(table.name())) {
            refusals.addIf(
                    isKnown(heir) && !isOwner(role, heir),
                    at.range(),
                    SqlState.INSUFFICIENT_PRIVILEGE,
                    "The role `" + role + "` does not own `" + heir.name() + "`, which changes with `" + at + "`",
                    OWNER);
            heirs(heir, at);
        }
    }

    /** Procedures are PUBLIC's until that is revoked (manual, 5.8 "Privileges"). */
    private void called(CallStatement call) {
        if (call.call() instanceof FuncCall called) {
            List<Routine> routines = refusals.schema().routines(called.name().qualified());
            refusals.addIf(
                    routines.size() == 1
                            && refusals.schema()
                                    .mayRun(routines.get(0), "public")
                                    .isAbsent()
                            && !refusals.schema().mayRun(routines.get(0), role).isPresent()
                            && !role.equals(routines.get(0).origin().role()),
                    called.range(),
                    SqlState.INSUFFICIENT_PRIVILEGE,
                    "The role `" + role + "` may not run `" + called.name() + "`",
                    GRANT);
        }
    }

    /** An event trigger is a superuser's, whoever gives it away (event_trigger.c, AlterEventTriggerOwner_internal). */
    static void owner(SetOwner change, Refusals refusals) {
        refusals.addIf(
                change.object().type() == ObjectType.EVENT_TRIGGER
                        && RelationRights.isOrdinary(change.owner().name().text(), refusals.schema()),
                change.owner().range(),
                SqlState.INSUFFICIENT_PRIVILEGE,
                "The role `" + change.owner().name().text() + "` is no superuser, and an event trigger needs one",
                "Give it to a superuser.");
    }

    private void leakproof(FunctionOption option) {
        if (option instanceof FunctionOption.Leakproof leakproof && leakproof.leakproof()) {
            superuser(option, "says that a function leaks nothing");
        }
    }

    private void superuser(Node at, String what) {
        refusals.add(
                at.range(),
                SqlState.INSUFFICIENT_PRIVILEGE,
                "The role `" + role + "` is no superuser, and only one " + what,
                "Run it as a superuser.");
    }

    private void renamed(Rename rename) {
        ObjectReference object = rename.object();
        switch (object.type()) {
            case TABLE, VIEW, MATERIALIZED_VIEW, INDEX -> owned(object.name());
            case COLUMN, TABLE_CONSTRAINT -> {
                if (object.parent() != null) {
                    owned(object.parent());
                }
            }
            default -> {}
        }
    }

    private void owned(ObjectName name) {
        Optional<Relation> known = refusals.schema().relation(name.qualified());
        Relation relation = known.isPresent() && known.get() instanceof Index index
                ? refusals.schema().relation(index.table()).orElse(null)
                : known.orElse(null);
        refusals.addIf(
                relation != null && isKnown(relation) && !isOwner(role, relation),
                name.range(),
                SqlState.INSUFFICIENT_PRIVILEGE,
                "The role `" + role + "` does not own `" + name + "`",
                OWNER);
    }

    private static boolean isKnown(Relation relation) {
        return relation instanceof View || (relation instanceof Table table && table.created() && !table.temporary());
    }

    private boolean isOwner(String who, Relation relation) {
        return who.equals(RelationRights.owner(relation, refusals.schema()));
    }

    private void rows(DmlStatement change) {
        TableOrView target = refusals.schema()
                .tableOrView(change.relation().name().qualified())
                .orElse(null);
        if (target != null) {
            List<String> read = ReadColumns.of(change, target);
            if (!read.isEmpty()) {
                need(role, "select", read, target, change.relation());
            }
            if (change instanceof Insert insert) {
                List<String> columns = names(WrittenColumns.of(insert, target));
                need(role, "insert", columns, target, change.relation());
                if (insert.onConflict() != null && insert.onConflict().update()) {
                    need(
                            role,
                            "update",
                            names(WrittenColumns.of(insert.onConflict().set())),
                            target,
                            change.relation());
                }
            } else if (change instanceof Update update) {
                need(role, "update", names(WrittenColumns.of(update.set())), target, change.relation());
            } else if (change instanceof Merge merge) {
                merge.whens().stream()
                        .filter(when -> when.action() != MergeAction.NOTHING)
                        .forEach(when -> need(
                                role,
                                when.action().name().toLowerCase(Locale.ROOT),
                                names(WrittenColumns.of(when, target)),
                                target,
                                change.relation()));
            } else {
                need(role, "delete", List.of(), target, change.relation());
            }
        }
        for (ObjectName name : RelationUses.queried(refusals.context())) {
            if (!name.range().equals(change.relation().name().range())) {
                refusals.schema()
                        .tableOrView(name.qualified())
                        .ifPresent(read -> need(role, "select", List.of(), read, name));
            }
        }
    }

    private static List<String> names(List<Written> written) {
        return written.stream().map(Written::column).toList();
    }

    /** Refuses the statement where a role, or the owner of a view in its place, lacks a privilege. */
    private void need(String who, String privilege, List<String> columns, TableOrView relation, Node at) {
        if (!isKnown(relation)) {
            return;
        }
        QualifiedName name = relation.name();
        boolean has =
                isOwner(who, relation) || RelationRights.mayHave(who, privilege, columns, name, refusals.schema());
        refusals.addIf(
                !has,
                at.range(),
                SqlState.INSUFFICIENT_PRIVILEGE,
                "The role `" + who + "` has no right to " + privilege + " on `" + name + "`",
                GRANT);
        if (has && relation instanceof View view) {
            String below = view.securityInvoker() ? role : RelationRights.owner(view, refusals.schema());
            if (below != null && RelationRights.isOrdinary(below, refusals.schema())) {
                below(below, privilege, columns, view, at);
            }
        }
    }

    private void below(String who, String privilege, List<String> columns, View view, Node at) {
        if (privilege.equals("select") && columns.isEmpty()) {
            view.uses()
                    .forEach(used -> refusals.schema()
                            .tableOrView(used)
                            .ifPresent(read -> need(who, privilege, List.of(), read, at)));
            return;
        }
        UpdatableView.of(view, refusals.schema()).ifPresent(written -> {
            List<String> targets = new ArrayList<>();
            for (String column : columns) {
                String target = written.columns().get(column);
                targets.add(Objects.requireNonNullElse(target, ""));
            }
            if (!targets.contains("")) {
                need(who, privilege, targets, written.below(), at);
            }
        });
    }
}
