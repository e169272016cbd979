package dev.pgmigrate.apply.repair;

import dev.pgmigrate.apply.ObjectProbe;
import dev.pgmigrate.migration.RequiredObject;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.sql.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the catalogs say about statements that are claimed to have run or to have been undone.
 *
 * @param holds the objects that are as expected
 * @param contradicts the objects that are not
 */
public record Evidence(List<String> holds, List<String> contradicts) {
    public Evidence {
        holds = List.copyOf(holds);
        contradicts = List.copyOf(contradicts);
    }

    /** Looks up what {@code statements} create and drop, expecting that they have run. */
    static Evidence thatRan(List<Statement> statements, ServerConnection connection) {
        return of(statements, connection, true);
    }

    /** Looks up what {@code statements} create and drop, expecting that they have never run. */
    static Evidence thatDidNotRun(List<Statement> statements, ServerConnection connection) {
        return of(statements, connection, false);
    }

    private static Evidence of(List<Statement> statements, ServerConnection connection, boolean ran) {
        ObjectProbe probe = new ObjectProbe(connection);
        List<String> holds = new ArrayList<>();
        List<String> contradicts = new ArrayList<>();
        for (Map.Entry<RequiredObject, Boolean> expected :
                ExpectedObjects.after(statements).entrySet()) {
            boolean there = probe.exists(expected.getKey());
            (there == (expected.getValue() == ran) ? holds : contradicts).add(words(expected.getKey(), there));
        }
        return new Evidence(holds, contradicts);
    }

    /** Returns whether something was looked up and all of it is as expected. */
    public boolean convinces() {
        return contradicts.isEmpty() && !holds.isEmpty();
    }

    private static String words(RequiredObject object, boolean there) {
        return object.type().name().toLowerCase(Locale.ROOT) + " " + String.join(".", object.name())
                + (there ? " is there" : " is not there");
    }
}
