package dev.pgmigrate.apply.history;

import org.jspecify.annotations.Nullable;

/**
 * What is written to the history about a migration, apart from its outcome.
 *
 * @param version the version as its file writes it
 * @param name what the file name says beside it
 * @param checksum the text's checksum
 * @param commitOrNull the commit that was built, or null if unknown
 * @param toolVersion the version of this tool
 */
public record HistoryEntry(
        String version,
        String name,
        String checksum,
        @Nullable String commitOrNull,
        String toolVersion) {}
