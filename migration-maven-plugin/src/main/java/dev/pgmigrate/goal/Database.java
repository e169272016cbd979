package dev.pgmigrate.goal;

import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.server.ConnectionTarget;

/** The database that a goal speaks to, and where its history is. */
public record Database(ConnectionTarget target, HistoryTable history) {}
