package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.replay.Origin;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.lexer.Lexer;
import dev.pgmigrate.sql.lexer.Tokens;
import dev.pgmigrate.sql.parser.SqlScript;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reports a {@code TODO} that a template left where a name has to stand, or in the reason of a directive. */
final class TodoLeft extends FileRule {
    private static final String WORD = "TODO";
    private static final String NAME = "todo";
    private static final Pattern BODY = Pattern.compile("(?s)\\$(\\w*)\\$(.*)\\$\\1\\$");
    /** {@code DO $$}, {@code AS $$}, {@code LANGUAGE plpgsql $$}: elsewhere a dollar-quoted text is a text. */
    private static final Set<String> BEFORE_A_BODY = Set.of("do", "as", "plpgsql");

    private static final Pattern IN_REASON =
            Pattern.compile("migrate:[a-z-]+ [^\\n]*?\\breason\\s*=\\s*\"[^\"\\n]*?\\b(TODO)\\b");

    TodoLeft() {
        super(Facts.error(Category.FILES).since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        SourceText text = context.sql().source();
        if (!text.contains(WORD)) {
            return;
        }
        SqlScript script = context.sql().script();
        if (!isAName(context) && inPlaceOfAName(text, script, reporter)) {
            return;
        }
        for (SourceRange comment : script.comments()) {
            Matcher reason = IN_REASON.matcher(text.characters()).region(comment.start(), comment.end());
            if (reason.find()) {
                reporter.report(
                        new SourceRange(reason.start(1), reason.end(1)),
                        "`TODO` is still in the reason",
                        "Write what holds for this migration.");
                return;
            }
        }
    }

    /** The rows of a large file are data, whatever they say. */
    private static boolean inPlaceOfAName(SourceText text, SqlScript script, Reporter reporter) {
        if (!text.isLarge()) {
            return inPlaceOfAName(text, new SourceRange(0, text.length()), reporter);
        }
        return script.withoutRows().stream().anyMatch(statement -> inPlaceOfAName(text, statement.range(), reporter));
    }

    private static boolean inPlaceOfAName(SourceText text, SourceRange range, Reporter reporter) {
        Tokens tokens = Lexer.scan(text, range);
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.written(token).equals(WORD)) {
                reporter.report(
                        tokens.range(token),
                        "`TODO` is still in the place of a name",
                        "Write the name that the migration is about.");
                return true;
            }
            Matcher body = BODY.matcher(tokens.written(token));
            if (token > 0
                    && BEFORE_A_BODY.contains(tokens.written(token - 1).toLowerCase(Locale.ROOT))
                    && body.matches()
                    && inPlaceOfAName(text, tokens.range(token).start() + body.start(2), body.group(2), reporter)) {
                return true;
            }
        }
        return false;
    }

    private static boolean inPlaceOfAName(SourceText text, int start, String body, Reporter reporter) {
        return body.contains(WORD) && inPlaceOfAName(text, new SourceRange(start, start + body.length()), reporter);
    }

    /** Somebody may have a list of things to do. */
    private static boolean isAName(FileContext context) {
        return context.after().tables().stream()
                        .anyMatch(table -> table.name().name().equals(NAME))
                || context.before().tables().stream()
                        .flatMap(table -> table.column(NAME).stream())
                        .anyMatch(column -> !isLeft(column.origin()));
    }

    /** What another migration made of the same word is no name either. */
    private static boolean isLeft(Origin origin) {
        return origin.file().source().text(origin.range()).contains(WORD);
    }
}
