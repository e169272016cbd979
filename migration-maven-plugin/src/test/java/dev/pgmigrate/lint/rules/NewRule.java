package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.RuleId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes all that a new rule consists of: a class that compiles and finds nothing yet, its page, two fixtures, and its lines
 * in the catalogue and the list of ids. What is left to do says {@value #TO_DO}, and {@link RuleLawsTest} names it.
 */
final class NewRule {
    /** Stands wherever the author has to write something. */
    static final String TO_DO = "TODO:";

    private static final String PACKAGE = NewRule.class.getPackageName();
    private static final String LINT = PACKAGE.replace('.', '/') + "/";

    private static final Pattern ANY_LINE = Pattern.compile("(.+)");
    private static final Pattern VERSION = Pattern.compile("<version>(\\d+\\.\\d+)");
    private static final Pattern LISTED_RULE = Pattern.compile(" {12}new (\\w+)\\(\\)(?:,|\\);)");
    private static final String CLASS = """
        package dev.pgmigrate.lint.rules.%1$s;

        import dev.pgmigrate.lint.Category;
        import dev.pgmigrate.lint.Facts;
        import dev.pgmigrate.lint.LintContext;
        import dev.pgmigrate.lint.Reporter;
        import dev.pgmigrate.lint.StatementRule;
        import dev.pgmigrate.sql.ast.Statement;

        /** Reports TODO: what, in one sentence. */
        final class %2$s extends StatementRule<Statement> {
            %2$s() {
                super(Facts.warning(Category.%3$s).since("%4$s"), Statement.class);
            }

            // TODO: name the type of statement instead of Statement, and report what is wrong with it:
            // reporter.report(range, "one sentence that names the `object`", "One imperative sentence.");
            @Override
            protected void check(Statement statement, LintContext context, Reporter reporter) {}
        }
        """;

    private static final String UNSAFE = """
        -- file: 20250101000000_create_users.sql
        create table if not exists users (id bigint primary key);
        -- file: 20250102000000_change_users.sql
        -- finding: TODO: a part of the message
        alter table users add column if not exists todo text;
        """;

    private static final String SAFE = """
        -- file: 20250101000000_create_users.sql
        create table if not exists users (id bigint primary key);
        -- file: 20250102000000_change_users.sql
        alter table users add column if not exists todo text;
        """;

    private static final String PAGE = """
        # %1$s

        ## What it finds

        TODO: one sentence, which the list of rules shows as well.

        ## Why it hurts

        TODO: which lock, what it stops, how long; or which error, with its SQLSTATE.

        ## Unsafe

        ```sql
        %2$s```

        ## Safer

        ```sql
        %3$s```

        ## Known limits

        TODO: what it does not see, or "None."

        ## When to suppress it

        TODO: where it may stay.

        ## References

        TODO: the section of the PostgreSQL manual
        """;

    private final Path project;
    private final RuleId id;
    private final Category category;

    /**
     * Prepares a rule.
     *
     * @param project the folder that holds the plugin's module
     */
    NewRule(Path project, RuleId id, Category category) {
        this.project = project;
        this.id = id;
        this.category = category;
    }

    /** Returns the class that an id stands for: {@code DropPolicyFirst} for {@code drop-policy-first}. */
    static String className(RuleId id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.value().split("-", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return name.toString();
    }

    /**
     * Writes the files, and nothing if one of them is there.
     *
     * @return what was written anew, relative to the project
     */
    List<Path> write() throws IOException {
        Map<Path, String> files = files();
        for (Path file : files.keySet()) {
            if (Files.exists(project.resolve(file))) {
                throw new FileAlreadyExistsException(file.toString(), null, "the rule " + id + " is there already");
            }
        }
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Path path = project.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, file.getValue());
        }
        addToCatalogue();
        insert(module("test/resources/" + LINT + "rule-ids.txt"), id + " " + version(project), ANY_LINE);
        return List.copyOf(files.keySet());
    }

    private void addToCatalogue() throws IOException {
        String word = category.word();
        Path catalogue = module("main/java/" + LINT + word + "/" + catalogueName(category) + ".java");
        insert(catalogue, "            new " + className(id) + "(),", LISTED_RULE);
        Path path = project.resolve(catalogue);
        // The one that is now last but one ended the list.
        Files.writeString(path, Files.readString(path).replaceFirst("\\(\\)\\);(\n {12}new \\w+\\(\\)),", "(),$1);"));
    }

    /** Returns the class that lists the rules of a category: {@code LockRules}. */
    static String catalogueName(Category category) {
        return className(new RuleId(category.word())) + "Rules";
    }

    /** Returns the version that the project's next release will have, as rules name it: {@code 0.1}. */
    static String version(Path project) {
        try {
            Matcher version = VERSION.matcher(Files.readString(project.resolve("pom.xml")));
            if (!version.find()) {
                throw new IllegalStateException("No version in " + project.resolve("pom.xml"));
            }
            return version.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<Path, String> files() {
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(
                module("main/java/" + LINT + category.word() + "/" + className(id) + ".java"),
                CLASS.formatted(category.word(), className(id), category.name(), version(project)));
        files.put(module("main/resources/" + LINT + id + ".md"), PAGE.formatted(id, UNSAFE, SAFE));
        files.put(module("test/resources/" + LINT + id + "/unsafe.sql"), "-- postgres: 14+\n" + UNSAFE);
        files.put(module("test/resources/" + LINT + id + "/safe.sql"), "-- postgres: 14+\n" + SAFE);
        return files;
    }

    private static Path module(String path) {
        return Path.of("migration-maven-plugin", "src").resolve(path);
    }

    /** Puts {@code line} among its like, which are in the order of what {@code key} shows of them. */
    private void insert(Path file, String line, Pattern key) throws IOException {
        Path path = project.resolve(file);
        List<String> lines = new ArrayList<>(Files.readAllLines(path));
        String own = key(line, key).orElseThrow();
        int at = -1;
        for (int i = 0; i < lines.size(); i++) {
            Optional<String> other = key(lines.get(i), key);
            if (other.isPresent() && (at < 0 || other.get().compareTo(own) < 0)) {
                at = other.get().compareTo(own) < 0 ? i + 1 : i;
            }
        }
        if (at < 0) {
            throw new IllegalStateException("No place for \"" + line + "\" in " + file);
        }
        lines.add(at, line);
        Files.write(path, lines);
    }

    private static Optional<String> key(String line, Pattern key) {
        Matcher matcher = key.matcher(line);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
