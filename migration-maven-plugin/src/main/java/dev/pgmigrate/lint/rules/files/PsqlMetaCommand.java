package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.sql.SourceRange;

/** Reports a command of psql in a file that another program runs. */
final class PsqlMetaCommand extends FileRule {
    PsqlMetaCommand() {
        super(Facts.warning(Category.FILES).alsoInRollbacks().since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        if (context.folder().settings().runner() == Runner.PSQL) {
            return;
        }
        for (SourceRange command : context.sql().script().metaCommands()) {
            reporter.report(
                    command,
                    "`" + word(context.sql().source().text(command)) + "` is a command of psql, and only psql takes it",
                    "Remove the line, or write as SQL what it is for.");
        }
    }

    /** The command alone: what follows may be a password. */
    private static String word(String command) {
        int end = 1;
        while (end < command.length() && !Character.isWhitespace(command.charAt(end))) {
            end++;
        }
        return command.substring(0, end);
    }
}
