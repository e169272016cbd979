package dev.pgmigrate.server;

import java.sql.SQLException;
import java.util.regex.Matcher;
import org.postgresql.core.BaseConnection;
import org.postgresql.util.HostSpec;

/** Finds the way to the server of a session again where its URL names several: locks and processes are those of one. */
public final class SameServer {
    private SameServer() {}

    /** Returns the target of {@code session}, with its one host. */
    public static ConnectionTarget of(ServerConnection session) {
        ConnectionTarget target = session.target();
        if (target.url().indexOf(',') < 0) {
            return target;
        }
        String url = target.url().replaceFirst("//[^/]*/", Matcher.quoteReplacement("//" + host(session) + "/"));
        return new ConnectionTarget(url, target.user(), target.passwordOrNull(), target.parameters());
    }

    private static String host(ServerConnection session) {
        try {
            HostSpec host = session.jdbc()
                    .unwrap(BaseConnection.class)
                    .getQueryExecutor()
                    .getHostSpec();
            boolean isAddress = host.getHost().indexOf(':') >= 0; // of version 6
            return (isAddress ? "[" + host.getHost() + "]" : host.getHost()) + ":" + host.getPort();
        } catch (SQLException e) {
            throw session.failed(e);
        }
    }
}
