package dev.pgmigrate.sql.lexer;

/**
 * One string for each name, however often texts write it: a few columns and types make up most of all names, and trees
 * that are kept would hold each of them thousands of times.
 *
 * <p>A name may push another one out, so that this never grows. Threads may race for a place, which costs one of them a
 * string of its own and nothing else.
 */
final class SharedNames {
    /** A power of two; the names of a large folder. */
    private static final int PLACES = 4096;

    /** In characters; longer names are hardly ever written twice. */
    private static final int LONGEST = 32;

    private static final String[] NAMES = new String[PLACES];

    private SharedNames() {}

    /** Returns what {@code text} holds from {@code start} up to, but without, {@code end}. */
    static String of(String text, int start, int end) {
        int length = end - start;
        if (length > LONGEST) {
            return text.substring(start, end);
        }
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        int place = (hash ^ hash >>> 12) & PLACES - 1;
        String known = NAMES[place];
        if (known != null && known.length() == length && text.startsWith(known, start)) {
            return known;
        }
        String name = text.substring(start, end);
        NAMES[place] = name;
        return name;
    }
}
