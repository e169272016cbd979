package dev.pgmigrate.apply.plan;

import dev.pgmigrate.apply.plan.DatabaseContent.ForeignHistory;
import dev.pgmigrate.failure.ExplainedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says that a database has objects but no history of this tool, so that it is unknown which migrations it already has.
 */
public final class DatabaseNotEmptyException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    private final transient DatabaseContent content;
    private final String command;

    DatabaseNotEmptyException(DatabaseContent content, @Nullable String newestVersion) {
        super(message(content, command(content, newestVersion)));
        this.content = content;
        this.command = command(content, newestVersion);
    }

    public DatabaseContent content() {
        return content;
    }

    /** Returns the command that starts the history. */
    public String command() {
        return command;
    }

    private static String message(DatabaseContent content, String command) {
        StringBuilder text = new StringBuilder("The database is not empty and has no history of this tool: found ");
        List<ForeignHistory> histories = content.histories();
        text.append(
                histories.isEmpty()
                        ? String.join(", ", content.objects())
                        : String.join(
                                ", ",
                                histories.stream().map(ForeignHistory::toString).toList()));
        int more = content.objectCount() - content.objects().size();
        if (histories.isEmpty() && more > 0) {
            text.append(" and ").append(more).append(" more");
        }
        text.append(". Say first which migrations it already has: ").append(command);
        return text.toString();
    }

    private static String command(DatabaseContent content, @Nullable String newestVersion) {
        for (ForeignHistory history : content.histories()) {
            if (history.kind().isReadable()) {
                return "mvn migrate:baseline -Dmigrate.adopt=" + history.table();
            }
        }
        return "mvn migrate:baseline -Dmigrate.baselineVersion=" + (newestVersion == null ? "VERSION" : newestVersion);
    }
}
