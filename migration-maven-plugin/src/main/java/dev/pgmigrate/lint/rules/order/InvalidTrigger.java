package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.RoutineLookup;
import dev.pgmigrate.replay.RoutineLookup.Outcome;
import dev.pgmigrate.replay.SchemaObject.Relation;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.TriggerStatement;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateEventTrigger;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import dev.pgmigrate.sql.ast.TriggerStatement.Event;
import dev.pgmigrate.sql.ast.TriggerStatement.Timing;
import dev.pgmigrate.sql.ast.TriggerStatement.Transition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reports a trigger that no server makes, since its relation, its events or its function do not allow it. */
final class InvalidTrigger extends StatementRule<TriggerStatement> {
    private static final String STATEMENT = "Fire it FOR EACH STATEMENT, or without transition tables.";

    /** PostgreSQL manual, CREATE EVENT TRIGGER; {@code login} is of PostgreSQL 17. */
    private static final Set<String> EVENTS =
            Set.of("ddl_command_start", "ddl_command_end", "sql_drop", "table_rewrite", "login");

    /** Functions of the server that people write, none of which is a trigger's. */
    private static final Set<String> WITHOUT_ARGUMENTS = Set.of(
            "clock_timestamp",
            "current_database",
            "gen_random_uuid",
            "now",
            "pg_backend_pid",
            "pg_current_xact_id",
            "random",
            "statement_timestamp",
            "timeofday",
            "transaction_timestamp",
            "version");

    private static final Pattern SHARED =
            Pattern.compile("(?i)(CREATE|ALTER|DROP) (DATABASE|ROLE|TABLESPACE|EVENT TRIGGER)");

    InvalidTrigger() {
        super(Facts.error(Category.ORDER).since("0.1"), CreateTrigger.class, CreateEventTrigger.class);
    }

    @Override
    protected void check(TriggerStatement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        if (statement instanceof CreateTrigger trigger) {
            relation(trigger, refusals);
            events(trigger, refusals);
            trigger.referencing().forEach(transition -> transition(trigger, transition, refusals));
            condition(trigger, refusals);
            function(trigger.function(), "trigger", refusals);
        } else if (statement instanceof CreateEventTrigger trigger) {
            event(trigger, refusals);
            function(trigger.function(), "event_trigger", refusals);
        }
    }

    /** Which triggers a relation can have (manual, CREATE TRIGGER, the table of what fires when). */
    private static void relation(CreateTrigger trigger, Refusals refusals) {
        Relation relation =
                refusals.schema().relation(trigger.table().qualified()).orElse(null);
        boolean instead = trigger.timing() == Timing.INSTEAD_OF;
        boolean isForeign = relation instanceof Table foreign && foreign.foreign();
        refusals.addIf(
                (relation instanceof View || isForeign)
                        && !trigger.referencing().isEmpty(),
                trigger.range(),
                SqlState.WRONG_OBJECT_TYPE,
                "`" + trigger.table() + "` is no table of its own, and its triggers have no transition tables",
                "Leave out REFERENCING, or put it on a table.");
        if (relation instanceof View view && !view.materialized()) {
            refusals.addIf(
                    !instead && trigger.forEachRow(),
                    trigger.range(),
                    SqlState.WRONG_OBJECT_TYPE,
                    "`" + trigger.table() + "` is a view, which has no BEFORE or AFTER trigger for each row",
                    "Make it INSTEAD OF, or put it on a table that the view reads.");
            refusals.addIf(
                    trigger.events().contains(Event.TRUNCATE),
                    trigger.range(),
                    SqlState.WRONG_OBJECT_TYPE,
                    "`" + trigger.table() + "` is a view, which has no TRUNCATE trigger",
                    "Put it on a table that the view reads.");
        } else if (relation instanceof Table table && table.created()) {
            refusals.addIf(
                    instead,
                    trigger.range(),
                    SqlState.WRONG_OBJECT_TYPE,
                    "`" + trigger.table() + "` is a table, which has no INSTEAD OF trigger",
                    "Make it BEFORE or AFTER, or put it on a view.");
            refusals.addIf(
                    table.isPartitioned()
                            && trigger.forEachRow()
                            && !trigger.referencing().isEmpty(),
                    trigger.range(),
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "`" + trigger.table() + "` is partitioned, and its row triggers have no transition tables",
                    STATEMENT);
        } else if (relation != null && !(relation instanceof Table)) {
            refusals.add(
                    trigger.range(),
                    SqlState.WRONG_OBJECT_TYPE,
                    "`" + trigger.table() + "` is neither a table nor a view, and has no triggers",
                    "Name the table that is meant.");
        }
    }

    private static void events(CreateTrigger trigger, Refusals refusals) {
        boolean truncates = trigger.events().contains(Event.TRUNCATE);
        refusals.addIf(
                truncates && trigger.forEachRow(),
                trigger.range(),
                SqlState.FEATURE_NOT_SUPPORTED,
                "TRUNCATE has no rows for which `" + trigger.name().text() + "` could fire",
                "Fire it FOR EACH STATEMENT.");
        if (trigger.timing() == Timing.INSTEAD_OF) {
            refusals.addIf(
                    !trigger.forEachRow()
                            || trigger.when() != null
                            || !trigger.columns().isEmpty(),
                    trigger.range(),
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "The INSTEAD OF trigger `" + trigger.name().text()
                            + "` has to fire for each row, without WHEN and without a list of columns",
                    "Write FOR EACH ROW, and move the condition into the function.");
        }
    }

    private static void transition(CreateTrigger trigger, Transition transition, Refusals refusals) {
        Table table = refusals.schema().table(trigger.table()).orElse(null);
        boolean isChild = table != null
                && (table.partitionOf() != null || !table.parents().isEmpty());
        refusals.addIf(
                isChild && trigger.forEachRow(),
                transition.range(),
                SqlState.FEATURE_NOT_SUPPORTED,
                "`" + trigger.table() + "` is a child of another table, and its row triggers have no transition tables",
                STATEMENT);
        refusals.addIf(
                trigger.timing() != Timing.AFTER,
                transition.range(),
                SqlState.INVALID_OBJECT_DEFINITION,
                "Only an AFTER trigger has the transition table `"
                        + transition.name().text() + "`",
                "Make it AFTER.");
        boolean truncates = trigger.events().contains(Event.TRUNCATE);
        refusals.addIf(
                truncates || trigger.events().size() > 1 || !trigger.columns().isEmpty(),
                transition.range(),
                SqlState.FEATURE_NOT_SUPPORTED,
                "A trigger with the transition table `" + transition.name().text()
                        + "` has one event of INSERT, UPDATE and DELETE, and no list of columns",
                "Make a trigger for each event.");
        Event without = transition.isNew() ? Event.DELETE : Event.INSERT;
        refusals.addIf(
                trigger.events().equals(List.of(without)),
                transition.range(),
                SqlState.INVALID_OBJECT_DEFINITION,
                without + " has no " + (transition.isNew() ? "NEW" : "OLD") + " TABLE",
                "Leave it out of REFERENCING.");
    }

    private static void condition(CreateTrigger trigger, Refusals refusals) {
        Expression when = trigger.when();
        if (when == null) {
            return;
        }
        Nodes.of(Expression.SubLink.class, when)
                .findFirst()
                .ifPresent(query -> refusals.add(
                        query.range(),
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "The WHEN of a trigger cannot contain a query",
                        "Run the query in the function."));
        Nodes.of(Expression.ColumnRef.class, when).forEach(reference -> {
            Name row = reference.relation();
            boolean isOld = row != null && row.text().equals("old");
            boolean isNew = row != null && row.text().equals("new");
            boolean missing = (isOld && trigger.events().contains(Event.INSERT))
                    || (isNew && trigger.events().contains(Event.DELETE));
            refusals.addIf(
                    (isOld || isNew) && (missing || !trigger.forEachRow()),
                    reference.range(),
                    SqlState.INVALID_OBJECT_DEFINITION,
                    "The WHEN of `" + trigger.name().text() + "` reads " + (isOld ? "OLD" : "NEW")
                            + ", which not all of its events have",
                    "Make a trigger for each event, FOR EACH ROW.");
        });
    }

    private static void event(CreateEventTrigger trigger, Refusals refusals) {
        refusals.addIf(
                !EVENTS.contains(trigger.event().text()),
                trigger.event().range(),
                SqlState.SYNTAX_ERROR,
                "There is no event `" + trigger.event().text() + "`",
                "Name one of ddl_command_start, ddl_command_end, sql_drop and table_rewrite.");
        Set<String> filters = new HashSet<>();
        for (TriggerStatement.DefFilter filter : trigger.filters()) {
            refusals.addIf(
                    !filters.add(filter.variable().text()),
                    filter.range(),
                    SqlState.SYNTAX_ERROR,
                    "The event trigger filters by `" + filter.variable().text() + "` twice",
                    "List all values behind one IN.");
            filter.values().stream()
                    .filter(tag -> !CommandTags.mayBe(tag))
                    .findFirst()
                    .ifPresent(tag -> refusals.add(
                            filter.range(),
                            SqlState.SYNTAX_ERROR,
                            "There is no command tag `" + tag + "`",
                            "Name one as psql shows it: CREATE TABLE."));
            refusals.addIf(
                    !filter.variable().text().equals("tag"),
                    filter.range(),
                    SqlState.SYNTAX_ERROR,
                    "An event trigger has no filter `" + filter.variable().text() + "`",
                    "Filter by TAG.");
            filter.values().stream()
                    .filter(tag -> SHARED.matcher(tag).matches())
                    .findFirst()
                    .ifPresent(tag -> refusals.add(
                            filter.range(),
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "No event trigger fires on " + tag + ", which is about all databases or event triggers",
                            "Leave the tag out."));
        }
    }

    /** The function without arguments is the one that is called. */
    private static void function(ObjectName name, String result, Refusals refusals) {
        RoutineLookup lookup = RoutineLookup.of(
                ObjectReference.of(
                        ObjectType.FUNCTION,
                        name,
                        new ObjectReference.Signature(List.of(), false, List.of(), name.range())),
                refusals.schema());
        boolean isOther = lookup.outcome() == Outcome.FOUND
                && lookup.routines().get(0).definition() instanceof CreateFunction create
                && (create.returns() == null
                        || !create.returns().name().last().text().equals(result));
        boolean isServers = lookup.routines().isEmpty()
                && name.schema() == null
                && WITHOUT_ARGUMENTS.contains(name.last().text());
        refusals.addIf(
                isOther || isServers,
                name.range(),
                SqlState.INVALID_OBJECT_DEFINITION,
                "The function `" + name + "()` does not return " + result,
                "Let it return " + result + ".");
        refusals.addIf(
                lookup.outcome() == Outcome.MISSING && !lookup.routines().isEmpty(),
                name.range(),
                SqlState.UNDEFINED_FUNCTION,
                "There is no function `" + name + "()`, only with arguments, and a trigger calls it with none",
                "Create it without parameters; a trigger's arguments are in TG_ARGV.");
    }
}
