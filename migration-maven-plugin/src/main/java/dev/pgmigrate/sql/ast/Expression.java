package dev.pgmigrate.sql.ast;

/** A value expression: a_expr of the grammar. */
public interface Expression extends Node {}
