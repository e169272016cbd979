package dev.pgmigrate.migration;

/** What a directive demands of a database: an object that exists, or a query that returns true. */
public sealed interface Condition permits RequiredObject, ValidationQuery {}
