package dev.pgmigrate.goal;

import dev.pgmigrate.apply.rollback.Loss;
import java.util.Locale;

/** Puts what a rollback would take away into words. */
final class LossWords {
    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};
    private static final int STEP = 1024;

    private LossWords() {}

    static String line(Loss loss) {
        String place = loss.rollback().path() + ":"
                + loss.rollback().source().position(loss.statement().start()) + ": ";
        if (loss.object().isEmpty()) {
            return place + "what this takes away shows only when it runs";
        }
        return place + "takes away " + loss.object() + ": " + rows(loss)
                + (loss.losesRows() && loss.bytes() > 0 ? ", " + size(loss.bytes()) : "") + newer(loss);
    }

    private static String rows(Loss loss) {
        long number = loss.rows().number();
        if (number < 0) {
            return "an unknown number of rows";
        }
        String text = String.format(Locale.ROOT, "%,d", number) + (number == 1 ? " row" : " rows");
        return switch (loss.rows().kind()) {
            case COUNTED -> text;
            case ESTIMATED -> "about " + text;
            case AT_MOST -> "up to " + text;
        };
    }

    private static String newer(Loss loss) {
        Long newer = loss.newerOrNull();
        return newer == null
                ? ""
                : ", " + String.format(Locale.ROOT, "%,d", newer) + " of them newer than the migration";
    }

    private static String size(long bytes) {
        int unit = 0;
        long rest = bytes;
        while (rest >= 10L * STEP && unit < UNITS.length - 1) {
            rest /= STEP;
            unit++;
        }
        return rest + " " + UNITS[unit];
    }
}
