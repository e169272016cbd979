package dev.pgmigrate.migration;

import dev.pgmigrate.postgres.Timeout;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses a comment as a directive. */
final class DirectiveReader {
    private static final List<String> WORDS =
            List.of("ignore", "ignore-file", "transaction", "timeout", "requires", "ensures", "irreversible");
    private static final Pattern START =
            Pattern.compile("(?:--|/\\*)\\s*(?:migrate:(?<word>[A-Za-z_-]*)|(?<squawk>squawk-ignore(?:-file)?)\\b)");
    /**
     * A key is matched only from the start of its word and without backtracking, or a long word would be scanned once per
     * letter.
     */
    private static final Pattern OPTION = Pattern.compile(
            "(?<![a-z])(?<key>[a-z]++)\\s*+=\\s*(?:\"(?<quoted>[^\"]*)\"|'(?<single>[^']*)'|(?<bare>[^\\s\"',]+))");

    private static final Pattern QUERY = Pattern.compile("\\s*+query\\b");
    private static final Pattern RULE = Pattern.compile("[A-Za-z0-9_-]+");

    private final SourceText text;
    private final SourceRange comment;

    DirectiveReader(SourceText text, SourceRange comment) {
        this.text = text;
        this.comment = comment;
    }

    void read(Consumer<Directive> directives, Consumer<DirectiveProblem> problems) {
        Matcher start = START.matcher(text).region(comment.start(), comment.end());
        if (!start.lookingAt()) {
            return;
        }
        try {
            directive(start).ifPresent(directives);
        } catch (ProblemException e) {
            problems.accept(e.problem);
        }
    }

    private Optional<Directive> directive(Matcher start) {
        int from = start.end();
        int to = text.startsWith("/*", comment.start()) ? comment.end() - 2 : comment.end();
        String squawk = start.group("squawk");
        if (squawk != null) {
            List<Directive.RuleReference> rules = squawkRules(from, to);
            return Optional.of(
                    squawk.equals("squawk-ignore")
                            ? new Directive.Ignore(rules, null, null, true, comment)
                            : new Directive.IgnoreFile(rules, null, null, true, comment));
        }
        return switch (start.group("word")) {
            // Section markers; the file has already been split at them.
            case "up", "down" -> Optional.empty();
            case "ignore" -> Optional.of(suppression(from, to, false));
            case "ignore-file" -> Optional.of(suppression(from, to, true));
            case "transaction" -> Optional.of(transaction(from, to));
            case "timeout" -> Optional.of(timeout(from, to));
            case "requires" -> Optional.of(new Directive.Requires(condition(from, to), comment));
            case "ensures" -> Optional.of(new Directive.Ensures(condition(from, to), comment));
            case "irreversible" ->
                Optional.of(new Directive.Irreversible(
                        options(from, to, Set.of("reason")).get("reason"), comment));
            default -> throw unknownWord(start.group("word"), start.start("word"), start.end("word"));
        };
    }

    private ProblemException unknownWord(String word, int start, int end) {
        List<String> nearest = NearestNames.of(word, WORDS);
        String advice = nearest.isEmpty()
                ? "Write one of " + String.join(", ", WORDS) + "."
                : "Write " + String.join(" or ", nearest) + ".";
        SourceRange range = end > start ? new SourceRange(start, end) : comment;
        return new ProblemException("There is no directive `migrate:" + word + "`.", advice, range);
    }

    private Directive suppression(int from, int to, boolean file) {
        Matcher option = OPTION.matcher(text).region(from, to);
        int rulesEnd = option.find() ? option.start() : to;
        List<Directive.RuleReference> rules = rules(from, rulesEnd);
        String word = file ? "migrate:ignore-file" : "migrate:ignore";
        if (rules.isEmpty()) {
            throw new ProblemException(
                    "`" + word + "` names no rule.", "Name the rule: `-- " + word + " rule-id reason=\"…\"`.", comment);
        }
        Map<String, String> options = options(rulesEnd, to, Set.of("reason", "until"));
        String reason = options.get("reason");
        LocalDate until = until(options.get("until"));
        return file
                ? new Directive.IgnoreFile(rules, blankToNull(reason), until, false, comment)
                : new Directive.Ignore(rules, blankToNull(reason), until, false, comment);
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private @Nullable LocalDate until(@Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    "`until=" + value + "` is not a date.", "Write the date as until=YYYY-MM-DD.", comment);
        }
    }

    /** Squawk's list of rules ends at the first word that does not follow a comma; the rest is prose. */
    private List<Directive.RuleReference> squawkRules(int from, int to) {
        List<Directive.RuleReference> rules = new ArrayList<>();
        int position = from;
        Matcher rule = RULE.matcher(text).region(from, to);
        while (rule.find() && text.substring(position, rule.start()).strip().equals(rules.isEmpty() ? "" : ",")) {
            rules.add(new Directive.RuleReference(rule.group(), new SourceRange(rule.start(), rule.end())));
            position = rule.end();
        }
        return rules;
    }

    private List<Directive.RuleReference> rules(int from, int to) {
        List<Directive.RuleReference> rules = new ArrayList<>();
        int position = from;
        Matcher rule = RULE.matcher(text).region(from, to);
        while (rule.find()) {
            String between = text.substring(position, rule.start()).strip();
            if (!between.equals(rules.isEmpty() ? "" : ",") && !between.isEmpty()) {
                throw unexpected(between);
            }
            rules.add(new Directive.RuleReference(rule.group(), new SourceRange(rule.start(), rule.end())));
            position = rule.end();
        }
        String rest = text.substring(position, to).strip();
        if (!rest.isEmpty()) {
            throw unexpected(rest);
        }
        return rules;
    }

    private Map<String, String> options(int from, int to, Set<String> known) {
        Map<String, String> options = new LinkedHashMap<>();
        Matcher option = OPTION.matcher(text).region(from, to);
        int position = from;
        while (option.find()) {
            String between = text.substring(position, option.start()).strip();
            if (!between.isEmpty()) {
                throw unexpected(between);
            }
            String key = option.group("key");
            if (!known.contains(key)) {
                throw new ProblemException(
                        "`" + key + "` is not known to this directive.",
                        "Write " + String.join(" or ", known.stream().sorted().toList()) + ".",
                        new SourceRange(option.start("key"), option.end("key")));
            }
            String value = firstNonNull(option.group("quoted"), option.group("single"), option.group("bare"));
            options.put(key, value);
            position = option.end();
        }
        String rest = text.substring(position, to).strip();
        if (!rest.isEmpty()) {
            throw unexpected(rest);
        }
        return options;
    }

    private static String firstNonNull(@Nullable String... values) {
        for (String value : values) {
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    private Directive transaction(int from, int to) {
        String word = text.substring(from, to).strip();
        if (!word.equals("off")) {
            throw new ProblemException(
                    "`migrate:transaction " + word + "` is not known.",
                    "Write `-- migrate:transaction off`, or leave it out: a transaction is the default.",
                    comment);
        }
        return new Directive.TransactionOff(comment);
    }

    private Directive timeout(int from, int to) {
        Map<String, String> options = options(from, to, Set.of("lock", "statement"));
        if (options.isEmpty()) {
            throw new ProblemException(
                    "`migrate:timeout` names no timeout.",
                    "Write `-- migrate:timeout lock=2s`, `statement=10min` or both.",
                    comment);
        }
        return new Directive.Timeout(duration(options.get("lock")), duration(options.get("statement")), comment);
    }

    private @Nullable Duration duration(@Nullable String value) {
        return value == null
                ? null
                : Timeout.parse(value)
                        .orElseThrow(() -> new ProblemException(
                                "`" + value + "` cannot be a timeout.", "Write " + Timeout.FORM + ".", comment));
    }

    private Condition condition(int from, int to) {
        Matcher query = QUERY.matcher(text).region(from, to);
        return query.lookingAt()
                ? ValidationQueryReader.read(text, query.end(), to, comment, problem -> {
                    throw new ProblemException(problem);
                })
                : object(from, to);
    }

    private RequiredObject object(int from, int to) {
        String written = text.substring(from, to).strip();
        int blank = written.indexOf(' ');
        String typeName = blank < 0 ? written : written.substring(0, blank);
        RequiredObject.Type type = Arrays.stream(RequiredObject.Type.values())
                .filter(candidate -> candidate.name().equalsIgnoreCase(typeName))
                .findFirst()
                .orElseThrow(() -> unknownType(typeName));
        List<String> name =
                DottedName.parse(blank < 0 ? "" : written.substring(blank + 1).strip());
        if (!type.takes(name.size())) {
            throw new ProblemException(
                    "`" + written + "` does not name a " + typeName.toLowerCase(Locale.ROOT) + ".",
                    "Write `" + typeName.toLowerCase(Locale.ROOT) + " " + type.form() + "`.",
                    comment);
        }
        return new RequiredObject(type, name);
    }

    private ProblemException unknownType(String typeName) {
        List<String> names = Arrays.stream(RequiredObject.Type.values())
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .toList();
        return new ProblemException(
                "`" + typeName + "` is not something that a directive can name.",
                "Write one of " + String.join(", ", names) + ", query.",
                comment);
    }

    private ProblemException unexpected(String what) {
        return new ProblemException(
                "`" + what + "` is not part of the directive.",
                "Put a reason in quotes: reason=\"…\", and separate rules by commas.",
                comment);
    }

    /** Ends the parsing of one comment; it is caught in this class. */
    private static final class ProblemException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient DirectiveProblem problem;

        ProblemException(String message, String advice, SourceRange range) {
            this(new DirectiveProblem(message, advice, range));
        }

        ProblemException(DirectiveProblem problem) {
            super(problem.message(), null, false, false);
            this.problem = problem;
        }
    }
}
