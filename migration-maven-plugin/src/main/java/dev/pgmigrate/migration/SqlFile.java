package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.parser.SqlParser;
import dev.pgmigrate.sql.parser.SqlScript;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of one file, or of one marked section of it; parsed when first asked for.
 *
 * <p>Positions are always those in the whole file.
 */
public final class SqlFile {
    private final Path file;
    private final String path;
    private final SourceText source;
    private final SourceText section;
    private final @Nullable SourceRange transactionOff;
    private final Function<SourceText, SqlScript> parser;
    private @Nullable SqlScript script;
    private @Nullable Directives directives;

    SqlFile(Path file, String path, SourceText source, SourceText section, @Nullable SourceRange transactionOff) {
        this(file, path, source, section, transactionOff, SqlParser::parse);
    }

    private SqlFile(
            Path file,
            String path,
            SourceText source,
            SourceText section,
            @Nullable SourceRange transactionOff,
            Function<SourceText, SqlScript> parser) {
        this.file = file;
        this.path = path;
        this.source = source;
        this.section = section;
        this.transactionOff = transactionOff;
        this.parser = parser;
    }

    /** Returns the same file, read by another parser. */
    SqlFile parsedBy(Function<SourceText, SqlScript> other) {
        return new SqlFile(file, path, source, section, transactionOff, other);
    }

    /** Returns SQL from outside the migration folders, such as the prelude of a proof. */
    public static SqlFile of(Path file, String path, String text) {
        SourceText source = SourceText.of(text);
        return new SqlFile(file, path, source, source, null);
    }

    public Path file() {
        return file;
    }

    /** Returns the path as people read it: below the project, with {@code /}. */
    public String path() {
        return path;
    }

    /** Returns the text of the whole file. */
    public SourceText source() {
        return source;
    }

    /** Returns the statements of the section. */
    public synchronized SqlScript script() {
        if (script == null) {
            script = parser.apply(section);
        }
        return script;
    }

    public synchronized Directives directives() {
        if (directives == null) {
            directives = Directives.read(source, script(), transactionOff);
        }
        return directives;
    }

    /** Returns the transaction control in the file. */
    public OwnTransaction ownTransaction() {
        return OwnTransaction.of(script());
    }

    /**
     * Returns the mode in which the file has to run: the one that it asks for, or the one that its statements need. A
     * file with its own transaction around everything has asked for one.
     */
    public TransactionMode transactionMode() {
        boolean none = directives().transactionOff().isPresent() || Transactional.noneOf(script().statements());
        return none && !ownTransaction().isPair() ? TransactionMode.NONE : TransactionMode.TRANSACTION;
    }

    @Override
    public String toString() {
        return path;
    }
}
