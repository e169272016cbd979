package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceText;

/**
 * The part of a file's text that its checksum covers: without the byte order mark, carriage returns, and lines that only
 * concern this tool.
 */
final class CheckedText {
    private final String file;

    private CheckedText(String file) {
        this.file = file;
    }

    static CheckedText of(String file) {
        return new CheckedText(file);
    }

    /** Adds a part of the file that is kept. */
    @FunctionalInterface
    private interface Part {
        void take(int start, int end);
    }

    String text() {
        StringBuilder kept = new StringBuilder(file.length());
        walk((start, end) -> kept.append(file, start, end));
        return kept.toString();
    }

    /** Returns the hash of {@link #text}, without a copy of it. */
    byte[] sha256() {
        Sha256 hash = new Sha256();
        walk((start, end) -> hash.add(file, start, end));
        return hash.digest();
    }

    /**
     * Returns the position in the file of the character at {@code index} of the text; after the last part for its end.
     */
    int indexInFile(int index) {
        int[] found = {index, file.length()}; // how much is still to be skipped, and the position
        walk((start, end) -> {
            if (found[0] >= 0 && found[0] < end - start) {
                found[1] = start + found[0];
            }
            found[0] -= end - start;
        });
        return found[1];
    }

    private void walk(Part part) {
        int start = file.startsWith(SourceText.BYTE_ORDER_MARK) ? 1 : 0;
        while (start < file.length()) {
            int newline = file.indexOf('\n', start);
            int end = newline < 0 ? file.length() : newline + 1;
            if (!Sections.isDirectiveLine(file, start, end)) {
                boolean carriageReturn = newline > start && file.charAt(newline - 1) == '\r';
                part.take(start, carriageReturn ? newline - 1 : end);
                if (carriageReturn) {
                    part.take(newline, end);
                }
            }
            start = end;
        }
    }
}
