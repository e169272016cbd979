package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceText;

/**
 * The part of a file's text that its checksum covers: without the byte order mark, carriage returns, and lines that only
 * concern this tool.
 */
final class CheckedText {
    private final CharSequence file;

    private CheckedText(CharSequence file) {
        this.file = file;
    }

    static CheckedText of(CharSequence file) {
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
        int length = file.length();
        int kept = length > 0 && file.charAt(0) == SourceText.BYTE_ORDER_MARK.charAt(0) ? 1 : 0;
        int line = kept;
        for (int i = kept; i < length; i++) {
            boolean feed = file.charAt(i) == '\n';
            if (feed || i + 1 == length) {
                if (Sections.isDirectiveLine(file, line, i + 1)) {
                    part.take(kept, line);
                    kept = i + 1;
                } else if (feed && i > line && file.charAt(i - 1) == '\r') {
                    part.take(kept, i - 1);
                    kept = i;
                }
                line = i + 1;
            }
        }
        part.take(kept, length);
    }
}
