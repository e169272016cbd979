package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.SourceRange;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reports a file without the lines that the project wants at its head. */
public final class MissingHeader implements Rule {
    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public Category category() {
        return Category.FILES;
    }

    @Override
    public boolean fixable() {
        return true;
    }

    @Override
    public List<RuleOption> options() {
        return List.of(KEYS);
    }

    private static final RuleOption KEYS = RuleOption.names("keys", "Description");

    @Override
    public void checkFile(FileContext context, Reporter reporter) {
        Set<String> keys = new HashSet<>();
        HeaderLine.of(context.sql()).forEach(line -> keys.add(line.key()));
        List<String> missing = context.folder().settings().ruleOptions().names(this, KEYS).stream()
                .filter(key -> !keys.contains(key.toLowerCase(Locale.ROOT)))
                .toList();
        if (!missing.isEmpty()) {
            StringBuilder head = new StringBuilder();
            missing.forEach(key -> head.append("-- ").append(key).append(": TODO\n"));
            reporter.report(
                            SourceRange.at(0),
                            "The head of `" + context.migration().file().getFileName() + "` has no line for "
                                    + String.join(", ", missing),
                            "Write -- " + missing.get(0) + ": … before the first statement.")
                    .fix(Fix.insert(0, head.toString()));
        }
    }
}
