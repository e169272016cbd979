package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.sql.SourceRange;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reports a file without the lines that the project wants at its head. */
final class MissingHeader extends FileRule {
    private static final RuleOption KEYS = RuleOption.names("keys", "Description");

    MissingHeader() {
        super(Facts.off(Category.FILES).fixable().options(KEYS).since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
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
