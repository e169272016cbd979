package dev.pgmigrate.lint.rules;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.migration.Transactional;
import dev.pgmigrate.sql.ast.Statement;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which people write statements that can run twice; no line of a file becomes another. */
enum HouseIdiom {
    /** {@code IF NOT EXISTS}, {@code IF EXISTS} and {@code OR REPLACE}, where the grammar has them. */
    IF_NOT_EXISTS {
        @Override
        String of(String sql) {
            String column = ADD_COLUMN.matcher(sql).replaceAll("$1 if not exists ");
            String value = ADD_VALUE.matcher(column).replaceFirst("$1 if not exists ");
            String drop = DROP.matcher(value).replaceFirst("$1 if exists ");
            String replaced = REPLACEABLE.matcher(drop).replaceFirst("create or replace ");
            return SKIPPABLE.matcher(replaced).replaceFirst("$1 if not exists ");
        }
    },
    /** {@code DROP … IF EXISTS} before the {@code CREATE}. */
    DROP_FIRST {
        @Override
        String of(String sql) {
            Matcher on = CREATE_ON.matcher(sql);
            if (on.find()) {
                return "drop " + on.group(1) + " if exists " + on.group(2) + " on " + on.group(3) + "; " + sql;
            }
            Matcher constraint = ADD_CONSTRAINT.matcher(sql);
            if (constraint.find()) {
                return constraint.replaceFirst("$1drop constraint if exists $3, $2");
            }
            Matcher create = CREATE.matcher(sql);
            return create.find()
                    ? "drop " + create.group(1) + " " + create.group(2) + "if exists " + create.group(3) + "; " + sql
                    : sql;
        }
    },
    /** A {@code DO} block that goes on where something is there already. */
    GUARDED {
        @Override
        String of(String sql) {
            return MAKING.matcher(sql).find()
                    ? "do $idiom$ begin " + sql.replaceFirst("(?i)\\bif not exists ", "")
                            + "; exception when duplicate_object or duplicate_table or duplicate_column"
                            + " or duplicate_function or duplicate_schema then null; end $idiom$"
                    : sql;
        }
    };

    private static final String NAME = "((?:\"[^\"]+\"|[\\w.])+)";
    private static final Pattern ADD_COLUMN = pattern("\\b(add column)\\s+(?!if\\b)");
    private static final Pattern ADD_VALUE = pattern("^(alter type\\s+" + NAME + "\\s+add value)\\s+(?!if\\b)");
    private static final Pattern ADD_CONSTRAINT =
            pattern("^(?=alter table\\b)(.*?\\b)(add constraint\\s+" + NAME + ")");
    private static final Pattern DROP = pattern("^(drop\\s+(?:access method|event trigger|foreign data wrapper"
            + "|foreign table|materialized view|operator class|operator family|text search \\w+|user mapping|\\w+)"
            + "(?:\\s+concurrently)?)\\s+(?!if\\b|owned\\b|concurrently\\b|family\\b|class\\b|mapping\\b)");
    private static final Pattern REPLACEABLE =
            pattern("^create\\s+(?=(?:aggregate|function|procedure|view|rule|trigger)\\b)");
    private static final Pattern SKIPPABLE = pattern("^(create\\s+(?:temp\\s+|temporary\\s+|unlogged\\s+|unique\\s+)?"
            + "(?:table|index|sequence|schema|extension|materialized view|foreign table|server|collation|statistics)"
            + "(?:\\s+concurrently)?)\\s+(?!if\\b|on\\b|concurrently\\b|authorization\\b|\\w+\\s+create\\b)");
    private static final Pattern CREATE_ON =
            pattern("^create\\s+(policy|trigger)\\s+" + NAME + "\\s.*?\\bon\\s+" + NAME);
    private static final Pattern CREATE = pattern("^create\\s+(?:temp\\s+|temporary\\s+|unlogged\\s+|unique\\s+)?"
            + "(index|materialized view|statistics|view)\\s+(concurrently\\s+|)(?!on\\b|if\\b|concurrently\\b)" + NAME);
    private static final Pattern MAKING = pattern("^create\\s+(?!or\\b)|^alter\\b.*\\badd\\b");

    /** Returns a file with every statement in the idiom. */
    String rewrite(SqlFile file) {
        String text = file.source().text();
        StringBuilder rewritten = new StringBuilder();
        int from = 0;
        for (Statement statement : file.script().statements()) {
            rewritten.append(text, from, statement.range().start());
            String sql = file.source().text(statement.range());
            rewritten.append(this == GUARDED && Transactional.of(statement) != Transactional.YES ? sql : of(sql));
            from = statement.range().end();
        }
        return rewritten.append(text.substring(from)).toString();
    }

    abstract String of(String sql);

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
