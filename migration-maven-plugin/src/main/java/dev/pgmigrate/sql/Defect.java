package dev.pgmigrate.sql;

/**
 * A mistake of this program, met while it reads or judges somebody's SQL; told in one line, so that it can be reported beside
 * what is found in the rest.
 *
 * @param exception the simple name of what was thrown
 * @param place the innermost line of this program, such as {@code Tables.java:88}
 */
public record Defect(String exception, String place) {
    private static final String HOUSE = "dev.pgmigrate.";

    public static Defect of(Throwable thrown) {
        Throwable innermost = thrown;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String place = "an unknown place";
        for (StackTraceElement frame : innermost.getStackTrace()) {
            if (frame.getClassName().startsWith(HOUSE)) {
                place = frame.getFileName() + ":" + frame.getLineNumber();
                break;
            }
        }
        return new Defect(innermost.getClass().getSimpleName(), place);
    }

    @Override
    public String toString() {
        return exception + " at " + place;
    }
}
