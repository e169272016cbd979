package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.replay.Runner;

/** Names the place in which each runner runs a statement that no transaction can hold. */
public final class OutsideTransaction {
    private OutsideTransaction() {}

    /** Returns the place, for a sentence such as "Move it into …". */
    public static String place(Runner runner) {
        return switch (runner) {
            case MIGRATE, FLYWAY, PSQL -> "a file of its own";
            case LIQUIBASE -> "a changeset of its own with runInTransaction:false";
            case SUPABASE -> "a file of its own, which the CLI runs without a transaction from 2.109 on";
        };
    }
}
