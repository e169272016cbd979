package dev.pgmigrate.lint.rules.procedural;

import dev.pgmigrate.lint.Rule;
import java.util.List;

/** The rules of this package, one a line in alphabetical order, so that two authors seldom meet in the same line. */
public final class ProceduralRules {
    // spotless:off
    public static final List<Rule> ALL = List.of(
            new CallInMigration(),
            new GuardSwallowsAll(),
            new NoProceduralSql(),
            new OpaqueDynamicSql(),
            new UnqualifiedCatalogCheck());
    // spotless:on

    private ProceduralRules() {}
}
