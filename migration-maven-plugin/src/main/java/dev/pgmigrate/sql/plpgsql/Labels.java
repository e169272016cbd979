package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.ast.Name;
import org.jspecify.annotations.Nullable;

/** Labels: {@code <<name>>} before a statement, the bare name behind its {@code END}. */
final class Labels {
    private Labels() {}

    static @Nullable Name takeLabel(PlCursor cursor) {
        if (!cursor.atOperator("<<")) {
            return null;
        }
        cursor.advance();
        Name label = cursor.takeName();
        if (!cursor.atOperator(">>")) {
            throw cursor.syntaxError();
        }
        cursor.advance();
        return label;
    }

    /** Takes the label behind an {@code END}, which has to be the one in front. */
    static void takeEndLabel(PlCursor cursor, @Nullable Name label) {
        if (!cursor.atName()) {
            return;
        }
        Name end = cursor.takeName();
        if (label == null) {
            throw cursor.error("end label \"" + end.text() + "\" specified for unlabeled block", end.range());
        }
        if (!end.text().equals(label.text())) {
            throw cursor.error(
                    "end label \"" + end.text() + "\" differs from block's label \"" + label.text() + "\"",
                    end.range());
        }
    }
}
