package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Name;
import org.jspecify.annotations.Nullable;

/** A loop of any kind on the way to its {@code END LOOP}. */
final class OpenLoop extends OpenStatement {
    /** Makes the loop, once its body is known. */
    interface Head {
        PlLoop loop(PlStatements body, SourceRange range);
    }

    private final PlCursor cursor;
    private final @Nullable Head head;

    /**
     * @param head null where it is wrong
     */
    OpenLoop(PlCursor cursor, int start, @Nullable Name label, @Nullable Head head) {
        super(start, label);
        this.cursor = cursor;
        this.head = head;
    }

    @Override
    boolean isLoop() {
        return true;
    }

    @Override
    boolean takeSection(String word) {
        if (!word.equals("end")) {
            throw cursor.syntaxError();
        }
        cursor.advance();
        cursor.expectWord("loop");
        Labels.takeEndLabel(cursor, label);
        return true;
    }

    @Override
    @Nullable
    PlStatement close(SourceRange range) {
        return head == null ? null : head.loop(takeStatements(), range);
    }
}
