package dev.pgmigrate.goal;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.LintReport;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.migration.Checksum;
import dev.pgmigrate.migration.IgnoredFile;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Remembers the last judgement, so that goals of one build with the same question do not lint twice. */
public final class LintMemory {
    private @Nullable Question asked;
    private @Nullable LintReport answer;

    /** Everything that a judgement depends on, including the texts, since a file may change between two goals. */
    private record Question(
            MigrationFolders folders,
            Map<String, String> texts,
            List<IgnoredFile> ignored,
            LintSettings settings,
            AppliedVersions applied) {}

    /** The text itself, unless there is no room for it. */
    private static String identity(SourceText text) {
        return text.isLarge()
                ? Checksum.of(text.characters(), new SourceRange(0, text.length()))
                        .hex()
                : text.text();
    }

    private static void loadRules() {
        Objects.requireNonNull(RuleCatalog.ALL);
    }

    /** Returns the linter's report on {@code migrations}. */
    synchronized LintReport judge(Migrations migrations, LintSettings settings, AppliedVersions applied) {
        Map<String, String> texts = new HashMap<>();
        for (Map.Entry<String, SourceText> source :
                Judgement.sources(migrations).entrySet()) {
            texts.put(source.getKey(), identity(source.getValue()));
        }
        Question question = new Question(migrations.folders(), texts, migrations.ignored(), settings, applied);
        LintReport known = answer;
        if (known == null || !question.equals(asked)) {
            // Hundreds of classes, which are loaded while the files are replayed.
            migrations.parseAhead(LintMemory::loadRules);
            known = Linter.lint(migrations, settings, () -> RuleCatalog.ALL, applied);
            asked = question;
            answer = known;
        }
        return known;
    }
}
