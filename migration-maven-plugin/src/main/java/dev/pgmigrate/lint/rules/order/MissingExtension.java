package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Flavour;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.evidence.ExtensionUses;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.HashSet;
import java.util.Set;

/** Reports something of an extension in a history that never makes the extension. */
final class MissingExtension extends FileRule {
    MissingExtension() {
        super(Facts.warning(Category.ORDER).fixable().since("0.1"));
    }

    @Override
    protected void check(FileContext file, Reporter reporter) {
        Set<String> reported = new HashSet<>();
        for (Step step : file.steps()) {
            if (step.place() != Place.FUNCTION_BODY && ExtensionUses.mayUse(step.statement())) {
                for (ExtensionUses.Use use : ExtensionUses.of(step.statement(), file.context(step))) {
                    if (isMissing(use, step, file) && reported.add(use.extension())) {
                        reporter.report(
                                        use.at(),
                                        use.words() + " comes with the extension `" + use.extension()
                                                + "`, which no file has created so far",
                                        use.isBuiltIn()
                                                ? "Write gen_random_uuid(), which needs no extension."
                                                : "Put CREATE EXTENSION IF NOT EXISTS \"" + use.extension()
                                                        + "\"; before it.")
                                .assumed()
                                .fix(use.fix(step, file));
                    }
                }
            }
        }
    }

    private static boolean isMissing(ExtensionUses.Use use, Step step, FileContext file) {
        boolean there = step.before()
                .presence(ObjectType.EXTENSION, QualifiedName.of(use.extension()))
                .isPresent();
        boolean preinstalled = file.folder().flavour() == Flavour.SUPABASE
                && (use.extension().equals("uuid-ossp") || use.extension().equals("pgcrypto"));
        return !there && !preinstalled;
    }
}
