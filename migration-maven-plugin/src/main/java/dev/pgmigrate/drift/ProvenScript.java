package dev.pgmigrate.drift;

import dev.pgmigrate.ddl.Change;
import dev.pgmigrate.schema.SchemaDifference;
import java.util.List;

/**
 * A script that ran on a copy, and what it does not do.
 *
 * @param changes the statements in the order in which they ran
 * @param losing what would lose rows, and was left out for that
 * @param refused what the server refused
 * @param remaining what still differs on the copy afterwards
 */
public record ProvenScript(
        List<Change> changes, List<Change> losing, List<Refused> refused, List<SchemaDifference> remaining) {
    public ProvenScript {
        changes = List.copyOf(changes);
        losing = List.copyOf(losing);
        refused = List.copyOf(refused);
        remaining = List.copyOf(remaining);
    }

    /** A statement with the server's reason. */
    public record Refused(Change change, String reason) {}
}
