package dev.pgmigrate.sql.ast;

/** What stands between the parentheses of {@code CREATE TABLE}. */
public sealed interface TableElement extends Node permits ColumnDef, Constraint, LikeClause {}
