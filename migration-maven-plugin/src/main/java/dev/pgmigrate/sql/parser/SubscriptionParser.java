package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PublicationStatement.AlterSubscription;
import dev.pgmigrate.sql.ast.PublicationStatement.CreateSubscription;
import dev.pgmigrate.sql.ast.PublicationStatement.SubscriptionChange;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.parser.AlterObjectParser.Form;
import java.util.List;

/** Parses CREATE SUBSCRIPTION and ALTER SUBSCRIPTION. */
final class SubscriptionParser {
    private SubscriptionParser() {}

    /** CreateSubscriptionStmt, behind SUBSCRIPTION. */
    static Statement create(Cursor cursor, int start) {
        Name name = Names.colId(cursor);
        cursor.expect(Keyword.CONNECTION);
        String connection = Names.sconst(cursor);
        cursor.expect(Keyword.PUBLICATION);
        List<Name> publications = Names.nameList(cursor);
        List<DefElem> options = OptionParser.optDefinition(cursor);
        return new CreateSubscription(name, connection, publications, options, cursor.rangeFrom(start));
    }

    /** AlterSubscriptionStmt and the general forms, behind SUBSCRIPTION. */
    static Statement alter(Cursor cursor, int start) {
        Name name = Names.colId(cursor);
        switch (cursor.kind()) {
            case Keyword.CONNECTION -> {
                cursor.advance();
                String connection = Names.sconst(cursor);
                return new AlterSubscription(
                        name, SubscriptionChange.CONNECTION, connection, List.of(), List.of(), cursor.rangeFrom(start));
            }
            case Keyword.REFRESH -> {
                cursor.advance();
                cursor.expect(Keyword.PUBLICATION);
                List<DefElem> refresh = OptionParser.optDefinition(cursor);
                return changed(cursor, start, name, SubscriptionChange.REFRESH_PUBLICATION, List.of(), refresh);
            }
            case Keyword.ADD -> {
                cursor.advance();
                return publications(cursor, start, name, SubscriptionChange.ADD_PUBLICATION);
            }
            case Keyword.DROP -> {
                cursor.advance();
                return publications(cursor, start, name, SubscriptionChange.DROP_PUBLICATION);
            }
            case Keyword.SET -> {
                cursor.advance();
                return cursor.at('(')
                        ? options(cursor, start, name, SubscriptionChange.SET_OPTIONS)
                        : publications(cursor, start, name, SubscriptionChange.SET_PUBLICATION);
            }
            case Keyword.ENABLE -> {
                cursor.advance();
                return changed(cursor, start, name, SubscriptionChange.ENABLE, List.of(), List.of());
            }
            case Keyword.DISABLE -> {
                cursor.advance();
                return changed(cursor, start, name, SubscriptionChange.DISABLE, List.of(), List.of());
            }
            case Keyword.SKIP -> {
                cursor.advance();
                return options(cursor, start, name, SubscriptionChange.SKIP);
            }
            default -> {
                ObjectReference object =
                        new ObjectReference(ObjectType.SUBSCRIPTION, ObjectName.of(name), null, null, name.range());
                return AlterObjectParser.alter(cursor, start, object, Form.RENAME, Form.OWNER);
            }
        }
    }

    private static Statement options(Cursor cursor, int start, Name name, SubscriptionChange change) {
        List<DefElem> options = OptionParser.definition(cursor);
        return changed(cursor, start, name, change, List.of(), options);
    }

    private static Statement publications(Cursor cursor, int start, Name name, SubscriptionChange change) {
        cursor.expect(Keyword.PUBLICATION);
        List<Name> publications = Names.nameList(cursor);
        List<DefElem> options = OptionParser.optDefinition(cursor);
        return changed(cursor, start, name, change, publications, options);
    }

    private static Statement changed(
            Cursor cursor,
            int start,
            Name name,
            SubscriptionChange change,
            List<Name> publications,
            List<DefElem> options) {
        return new AlterSubscription(name, change, null, publications, options, cursor.rangeFrom(start));
    }
}
