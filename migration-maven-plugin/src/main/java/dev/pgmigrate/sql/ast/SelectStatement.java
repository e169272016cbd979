package dev.pgmigrate.sql.ast;

/** A query: SELECT, VALUES, TABLE, or a combination of such. */
public interface SelectStatement extends Statement {}
