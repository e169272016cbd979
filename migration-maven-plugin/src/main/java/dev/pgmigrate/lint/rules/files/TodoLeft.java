package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.lexer.Lexer;
import dev.pgmigrate.sql.lexer.Tokens;

/** Reports a {@code TODO} that a template left where a name has to stand. */
final class TodoLeft extends FileRule {
    private static final String WORD = "TODO";
    private static final String NAME = "todo";

    TodoLeft() {
        super(Facts.error(Category.FILES).since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        String text = context.sql().source().text();
        if (!text.contains(WORD) || isAName(context)) {
            return;
        }
        Tokens tokens = Lexer.scan(text, new SourceRange(0, text.length()));
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.written(token).equals(WORD)) {
                reporter.report(
                        tokens.range(token),
                        "`TODO` is still in the place of a name",
                        "Write the name that the migration is about.");
                return;
            }
        }
    }

    /** Somebody may have a list of things to do. */
    private static boolean isAName(FileContext context) {
        return context.after().tables().stream()
                        .anyMatch(table -> table.name().name().equals(NAME))
                || context.before().tables().stream().anyMatch(TodoLeft::hasColumn);
    }

    private static boolean hasColumn(Table table) {
        return table.column(NAME).isPresent();
    }
}
