package dev.pgmigrate.apply;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.sql.Position;
import dev.pgmigrate.sql.SourceRange;

/** Says which statement of a file a server refused, with the server's complete answer. */
public final class StatementFailedException extends ServerException {
    private static final long serialVersionUID = 1L;

    private final transient SqlFile file;
    private final transient SourceRange statement;
    private final transient SourceRange place;

    StatementFailedException(SqlFile file, SourceRange statement, SourceRange place, ServerException cause) {
        super(
                file.path() + ":" + file.source().position(place.start()) + " "
                        + cause.error().sqlState() + " " + cause.error().message(),
                cause);
        this.file = file;
        this.statement = statement;
        this.place = place;
    }

    public SqlFile file() {
        return file;
    }

    /** Returns the range of the whole statement in the file. */
    public SourceRange statement() {
        return statement;
    }

    /**
     * Returns the range of the word that the server points to, or of the statement's first word if it points nowhere.
     */
    public SourceRange place() {
        return place;
    }

    public Position position() {
        return file.source().position(place.start());
    }

    /** Returns the statement's text. */
    public String sql() {
        return file.source().text(statement);
    }
}
