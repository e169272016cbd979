package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Rule;
import java.util.List;

/** The rules of this package, one a line in alphabetical order, so that two authors seldom meet in the same line. */
public final class IdempotencyRules {
    // spotless:off
    public static final List<Rule> ALL = List.of(
            new AttachNotIdempotent(),
            new DropConstraintFirst(),
            new DropOfOtherKind(),
            new DropPolicyFirst(),
            new DropTargetMismatch(),
            new DropTriggerFirst(),
            new GoneOnSecondRun(),
            new GuardEnumCreate(),
            new GuardTypeCreate(),
            new GuardWrongCondition(),
            new IdentityNotIdempotent(),
            new IfNotExistsInvalidIndex(),
            new InsertNotIdempotent(),
            new PublicationNotIdempotent(),
            new RenameNotIdempotent(),
            new RequireConstraintName(),
            new RequireEnumValueIfNotExists(),
            new RequireIfExists(),
            new RequireIfNotExists(),
            new RequireIndexName(),
            new RequireOrReplace(),
            new UnguardedCreate());
    // spotless:on

    private IdempotencyRules() {}
}
