package dev.pgmigrate.lint;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.parser.SyntaxError;
import java.util.regex.Pattern;

/**
 * What psql reads before the server does (its manual page, "Meta-Commands" and "SQL Interpolation"): commands that send a
 * statement instead of a semicolon, and variables.
 */
final class PsqlSyntax {
    private static final Pattern SENDS =
            Pattern.compile("\\\\(g|gx|gset|gexec|gdesc|crosstabview|watch)(?!\\w).*", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile(":(\\w+|'\\w+'|\"\\w+\"|\\{\\?\\w+\\})");

    private PsqlSyntax() {}

    /** Tells whether psql takes what the server alone would refuse. */
    static boolean takes(SyntaxError error, SqlFile file) {
        if (error.kind() != SyntaxError.Kind.REFUSED
                || error.range().start() == error.range().end()) {
            return false;
        }
        SourceText text = file.source();
        int start = error.range().start();
        return text.charAt(start) == '\\' ? isSent(file, start) : isBesideVariable(text, start);
    }

    private static boolean isSent(SqlFile file, int start) {
        return file.script().metaCommands().stream()
                .filter(command -> command.start() == start)
                .map(command -> file.source().text(command))
                .anyMatch(command -> SENDS.matcher(command).matches());
    }

    /** The server stops at the colon, or at the name behind it. */
    private static boolean isBesideVariable(SourceText text, int start) {
        int colon = text.charAt(start) == ':' ? start : start - 1;
        boolean cast = colon > 0 && text.charAt(colon - 1) == ':';
        return colon >= 0
                && text.charAt(colon) == ':'
                && !cast
                && VARIABLE.matcher(text).region(colon, text.length()).lookingAt();
    }
}
