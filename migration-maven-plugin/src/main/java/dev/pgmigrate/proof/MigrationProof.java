package dev.pgmigrate.proof;

/** What is proved of a migration that applies. */
public record MigrationProof(SecondRun secondRun, RollbackProof rollback) {}
