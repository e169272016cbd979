package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction.Firing;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TriggerStatement.AlterEventTrigger;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateEventTrigger;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import dev.pgmigrate.sql.ast.TriggerStatement.DefFilter;
import dev.pgmigrate.sql.ast.TriggerStatement.Event;
import dev.pgmigrate.sql.ast.TriggerStatement.Timing;
import dev.pgmigrate.sql.ast.TriggerStatement.Transition;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.parser.ConstraintAttributes.Allowed;
import java.util.ArrayList;
import java.util.List;

/** Parses CREATE TRIGGER and the statements on event triggers. */
final class TriggerParser {
    private TriggerParser() {}

    /** CreateTrigStmt, from TRIGGER or CONSTRAINT on. */
    static Statement create(Cursor cursor, int start, boolean orReplace) {
        boolean constraint = cursor.accept(Keyword.CONSTRAINT);
        cursor.expect(Keyword.TRIGGER);
        Name name = Names.colId(cursor);
        Timing timing = timing(cursor, constraint);
        Events events = events(cursor);
        cursor.expect(Keyword.ON);
        ObjectName table = Names.qualifiedName(cursor);
        ObjectName from = null;
        Constraint.Attributes attributes = Constraint.Attributes.NONE;
        List<Transition> transitions = List.of();
        boolean row;
        ConstraintAttributes written = new ConstraintAttributes();
        if (constraint) {
            from = cursor.accept(Keyword.FROM) ? Names.qualifiedName(cursor) : null;
            written = ConstraintAttributes.spec(cursor);
            cursor.expect(Keyword.FOR);
            cursor.expect(Keyword.EACH);
            cursor.expect(Keyword.ROW);
            row = true;
        } else {
            transitions = transitions(cursor);
            row = forEachRow(cursor);
        }
        Expression when = cursor.accept(Keyword.WHEN) ? ConstraintParser.parenthesized(cursor) : null;
        functionOrProcedure(cursor);
        ObjectName function = Calls.name(cursor);
        List<String> arguments = arguments(cursor);
        if (constraint) {
            if (orReplace) {
                SourceRange create = new SourceRange(start, start + "create".length());
                throw cursor.error("CREATE OR REPLACE CONSTRAINT TRIGGER is not supported", create);
            }
            attributes = written.checked(cursor, "TRIGGER", Allowed.DEFERRABLE);
        }
        return new CreateTrigger(
                orReplace,
                constraint,
                name,
                timing,
                events.events,
                events.columns,
                table,
                from,
                attributes,
                transitions,
                row,
                when,
                function,
                arguments,
                cursor.rangeFrom(start));
    }

    private static Timing timing(Cursor cursor, boolean constraint) {
        if (!constraint && cursor.accept(Keyword.BEFORE)) {
            return Timing.BEFORE;
        }
        if (!constraint && cursor.accept(Keyword.INSTEAD)) {
            cursor.expect(Keyword.OF);
            return Timing.INSTEAD_OF;
        }
        cursor.expect(Keyword.AFTER);
        return Timing.AFTER;
    }

    private record Events(List<Event> events, List<Name> columns) {}

    /** TriggerEvents. */
    private static Events events(Cursor cursor) {
        List<Event> events = new ArrayList<>();
        List<Name> columns = List.of();
        do {
            Event event = event(cursor);
            SourceRange place = cursor.previousRange();
            if (event == Event.UPDATE && cursor.accept(Keyword.OF)) {
                columns = Names.nameList(cursor);
            }
            if (events.contains(event)) {
                // The scanner is one token ahead only where UPDATE may go on.
                throw event == Event.UPDATE
                        ? near(cursor, cursor.written(), cursor.range())
                        : near(cursor, cursor.tokens().written(cursor.index() - 1), place);
            }
            events.add(event);
        } while (cursor.accept(Keyword.OR));
        return new Events(List.copyOf(events), columns);
    }

    private static SyntaxException near(Cursor cursor, String token, SourceRange place) {
        String where = token.isEmpty() ? " at end of input" : " at or near \"" + token + "\"";
        return cursor.error("duplicate trigger events specified" + where, place);
    }

    private static Event event(Cursor cursor) {
        Event event = switch (cursor.kind()) {
            case Keyword.INSERT -> Event.INSERT;
            case Keyword.UPDATE -> Event.UPDATE;
            case Keyword.DELETE -> Event.DELETE;
            case Keyword.TRUNCATE -> Event.TRUNCATE;
            default -> throw cursor.syntaxError();
        };
        cursor.advance();
        return event;
    }

    /** TriggerReferencing. */
    private static List<Transition> transitions(Cursor cursor) {
        if (!cursor.accept(Keyword.REFERENCING)) {
            return List.of();
        }
        List<Transition> transitions = new ArrayList<>();
        do {
            transitions.add(transition(cursor));
        } while (cursor.at(Keyword.NEW) || cursor.at(Keyword.OLD));
        return List.copyOf(transitions);
    }

    private static Transition transition(Cursor cursor) {
        int start = cursor.start();
        boolean isNew = cursor.accept(Keyword.NEW);
        if (!isNew) {
            cursor.expect(Keyword.OLD);
        }
        boolean isTable = cursor.accept(Keyword.TABLE);
        if (!isTable) {
            cursor.expect(Keyword.ROW);
        }
        cursor.accept(Keyword.AS);
        Name name = Names.colId(cursor);
        return new Transition(isNew, isTable, name, cursor.rangeFrom(start));
    }

    /** TriggerForSpec. */
    private static boolean forEachRow(Cursor cursor) {
        if (!cursor.accept(Keyword.FOR)) {
            return false;
        }
        cursor.accept(Keyword.EACH);
        boolean row = cursor.accept(Keyword.ROW);
        if (!row) {
            cursor.expect(Keyword.STATEMENT);
        }
        return row;
    }

    /** {@code EXECUTE FUNCTION_or_PROCEDURE}. */
    private static void functionOrProcedure(Cursor cursor) {
        cursor.expect(Keyword.EXECUTE);
        if (!cursor.accept(Keyword.PROCEDURE)) {
            cursor.expect(Keyword.FUNCTION);
        }
    }

    /** {@code ( TriggerFuncArgs )}; the grammar lets the first of them be empty. */
    private static List<String> arguments(Cursor cursor) {
        cursor.expect('(');
        List<String> arguments = new ArrayList<>();
        if (!cursor.at(')') && !cursor.at(',')) {
            arguments.add(argument(cursor));
        }
        while (cursor.accept(',')) {
            arguments.add(argument(cursor));
        }
        cursor.expect(')');
        return List.copyOf(arguments);
    }

    private static String argument(Cursor cursor) {
        if (cursor.at(Token.SCONST)) {
            return Names.sconst(cursor);
        }
        if (cursor.at(Token.ICONST) || cursor.at(Token.FCONST)) {
            String number = cursor.written();
            cursor.advance();
            return number;
        }
        return Names.colLabel(cursor).text();
    }

    /** CreateEventTrigStmt, behind EVENT TRIGGER. */
    static Statement createEvent(Cursor cursor, int start) {
        Name name = Names.colId(cursor);
        cursor.expect(Keyword.ON);
        Name event = Names.colLabel(cursor);
        List<DefFilter> filters = new ArrayList<>();
        if (cursor.accept(Keyword.WHEN)) {
            do {
                filters.add(filter(cursor));
            } while (cursor.accept(Keyword.AND));
        }
        functionOrProcedure(cursor);
        ObjectName function = Calls.name(cursor);
        cursor.expect('(');
        cursor.expect(')');
        return new CreateEventTrigger(name, event, List.copyOf(filters), function, cursor.rangeFrom(start));
    }

    private static DefFilter filter(Cursor cursor) {
        int start = cursor.start();
        Name variable = Names.colId(cursor);
        cursor.expect(Keyword.IN);
        cursor.expect('(');
        List<String> values = cursor.list(Names::sconst);
        cursor.expect(')');
        return new DefFilter(variable, values, cursor.rangeFrom(start));
    }

    /** AlterEventTrigStmt and the general forms, behind EVENT TRIGGER. */
    static Statement alterEvent(Cursor cursor, int start) {
        Name name = Names.colId(cursor);
        Firing firing;
        if (cursor.accept(Keyword.DISABLE)) {
            firing = Firing.DISABLE;
        } else if (cursor.accept(Keyword.ENABLE)) {
            firing = enabled(cursor);
        } else {
            ObjectReference object =
                    new ObjectReference(ObjectType.EVENT_TRIGGER, ObjectName.of(name), null, null, name.range());
            return AlterObjectParser.alter(
                    cursor, start, object, AlterObjectParser.Form.RENAME, AlterObjectParser.Form.OWNER);
        }
        return new AlterEventTrigger(name, firing, cursor.rangeFrom(start));
    }

    private static Firing enabled(Cursor cursor) {
        if (cursor.accept(Keyword.REPLICA)) {
            return Firing.ENABLE_REPLICA;
        }
        return cursor.accept(Keyword.ALWAYS) ? Firing.ENABLE_ALWAYS : Firing.ENABLE;
    }
}
