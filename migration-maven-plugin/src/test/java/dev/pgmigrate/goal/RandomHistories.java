package dev.pgmigrate.goal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.lexer.Lexer;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.lexer.Tokens;
import dev.pgmigrate.sql.parser.SqlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Draws short histories from files of SQL: statements that follow each other or have nothing to do with each other, most of
 * them with names that meet, some of them damaged.
 */
final class RandomHistories {
    private static final int MOST_STATEMENTS = 5;
    private static final int LONGEST = 4_000;
    private static final List<String> NAMES = List.of("a", "b", "t", "t1");
    private static final List<String> SPICES = List.of(
            "*", "t.*", "NULL", "(SELECT * FROM t)", "(a)", "(a, b)", "t", "''", "0", "DEFAULT", "CASCADE", "ONLY");

    /** What most rules are about. */
    private static final List<StatementKind> FREQUENT =
            List.of(StatementKind.ALTER_TABLE, StatementKind.DROP, StatementKind.CREATE_TABLE, StatementKind.RENAME);

    private final Random random;
    private final List<List<String>> files = new ArrayList<>();
    private final Map<StatementKind, List<String>> kinds = new EnumMap<>(StatementKind.class);

    /** Draws from the statements of all SQL below {@code folders}. */
    RandomHistories(Random random, List<Path> folders) throws IOException {
        this.random = random;
        for (Path folder : folders) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(path -> path.toString().endsWith(".sql"))
                        .sorted()
                        .toList()) {
                    take(SourceText.of(new String(Files.readAllBytes(file), UTF_8)));
                }
            }
        }
    }

    private void take(SourceText source) {
        List<String> statements = new ArrayList<>();
        for (Statement statement : SqlParser.parse(source).statements()) {
            if (statement.range().length() <= LONGEST) {
                String text = source.text(statement.range());
                statements.add(text);
                kinds.computeIfAbsent(statement.kind(), kind -> new ArrayList<>())
                        .add(text);
            }
        }
        if (!statements.isEmpty()) {
            files.add(statements);
        }
    }

    /** Returns the texts of one to three files. */
    List<String> next() {
        List<String> statements = draw();
        for (int damages = random.nextInt(4); damages > 0; damages--) {
            int damaged = random.nextInt(statements.size());
            statements.set(damaged, damaged(statements.get(damaged), pick(pick(files))));
        }
        if (random.nextInt(3) > 0) {
            Map<String, String> names = new HashMap<>();
            statements.replaceAll(statement -> renamed(statement, names));
        }
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String statement : statements) {
            text.append(statement).append(";\n");
            if (texts.size() < 2 && random.nextInt(3) == 0) {
                texts.add(text.toString());
                text.setLength(0);
            }
        }
        texts.add(text.toString());
        return texts;
    }

    /** Draws what follows each other in a file, or statements of any kinds, most often behind the table that they may be about. */
    private List<String> draw() {
        int count = 1 + random.nextInt(MOST_STATEMENTS);
        List<String> drawn = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            List<String> file = pick(files);
            for (int at = random.nextInt(file.size()); at < file.size() && drawn.size() < count; at++) {
                drawn.add(file.get(at));
            }
        } else if (random.nextInt(4) > 0) {
            drawn.add(ofKind(StatementKind.CREATE_TABLE));
        }
        List<StatementKind> all = List.copyOf(kinds.keySet());
        while (drawn.size() < count) {
            drawn.add(ofKind(random.nextInt(4) == 0 ? pick(FREQUENT) : pick(all)));
        }
        return drawn;
    }

    private String ofKind(StatementKind kind) {
        return pick(Objects.requireNonNull(kinds.get(kind), kind.name()));
    }

    /** Gives the names of the history a few names among themselves, so that its statements are about the same things. */
    private String renamed(String sql, Map<String, String> names) {
        return rewritten(
                sql,
                (tokens, token) -> tokens.kind(token) == Token.IDENT
                        ? names.computeIfAbsent(tokens.written(token), name -> pick(NAMES))
                        : tokens.written(token));
    }

    /** Changes a word, or what stands in a pair of parentheses, to something of another statement. */
    private String damaged(String sql, String other) {
        List<String> words = random.nextBoolean() ? groups(sql) : words(sql);
        if (words.isEmpty()) {
            return sql;
        }
        int damaged = random.nextInt(words.size());
        String word = words.get(damaged);
        List<String> others = word.startsWith("(") ? groups(other) : words(other);
        String instead = others.isEmpty() || random.nextInt(4) == 0 ? pick(SPICES) : pick(others);
        String changed = switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> word + " " + instead;
            case 2 -> word + ", " + instead;
            default -> instead;
        };
        int at = sql.indexOf(word);
        return sql.substring(0, at) + changed + sql.substring(at + word.length());
    }

    /** Returns what stands in parentheses, with them. */
    private static List<String> groups(String sql) {
        Tokens tokens = Lexer.scan(sql, new SourceRange(0, sql.length()));
        List<String> groups = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.kind(token) == '(') {
                open.push(tokens.start(token));
            } else if (tokens.kind(token) == ')' && !open.isEmpty()) {
                groups.add(sql.substring(open.pop(), tokens.end(token)));
            }
        }
        return groups;
    }

    private static List<String> words(String sql) {
        List<String> words = new ArrayList<>();
        rewritten(sql, (tokens, token) -> {
            words.add(tokens.written(token));
            return "";
        });
        return words;
    }

    private static String rewritten(String sql, Rewriting rewriting) {
        Tokens tokens = Lexer.scan(sql, new SourceRange(0, sql.length()));
        StringBuilder rewritten = new StringBuilder();
        int from = 0;
        for (int token = 0; token < tokens.size(); token++) {
            rewritten.append(sql, from, tokens.start(token)).append(rewriting.of(tokens, token));
            from = tokens.end(token);
        }
        return rewritten.append(sql, from, sql.length()).toString();
    }

    private interface Rewriting {
        String of(Tokens tokens, int token);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
