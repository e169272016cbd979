package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.plpgsql.PlBlock.Handler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block on the way to its {@code END}. */
final class OpenBlock extends OpenStatement {
    private final PlCursor cursor;
    private final Declarations declarations;
    private final List<Handler> handlers = new ArrayList<>();
    private @Nullable PlStatements body;
    private int handlerStart;
    private List<PlCondition> conditions = List.of();

    /** Begins behind the label; takes the declarations and {@code BEGIN}. */
    OpenBlock(PlCursor cursor, SqlPieces pieces, int start, @Nullable Name label) {
        super(start, label);
        this.cursor = cursor;
        this.declarations = new Declarations(cursor, pieces);
        if (cursor.acceptWord("declare")) {
            declarations.take();
        }
        cursor.expectWord("begin");
    }

    @Override
    boolean declaresCursor(String name) {
        return declarations.declaresCursor(name);
    }

    @Override
    boolean takeSection(String word) {
        switch (word) {
            case "exception" -> {
                requireBody(true);
                body = takeStatements();
                cursor.advance();
                takeHandler();
                return false;
            }
            case "when" -> {
                requireBody(false);
                closeHandler();
                takeHandler();
                return false;
            }
            case "end" -> {
                closeSection();
                cursor.advance();
                Labels.takeEndLabel(cursor, label);
                return true;
            }
            default -> throw cursor.syntaxError();
        }
    }

    private void requireBody(boolean open) {
        if (open != (body == null)) {
            throw cursor.syntaxError();
        }
    }

    private void takeHandler() {
        handlerStart = cursor.start();
        cursor.expectWord("when");
        List<PlCondition> taken = new ArrayList<>();
        do {
            taken.add(ConditionParser.take(cursor));
        } while (cursor.acceptWord("or"));
        conditions = taken;
        cursor.expectWord("then");
    }

    private void closeHandler() {
        SourceRange range = cursor.rangeFrom(handlerStart);
        handlers.add(new Handler(conditions, takeStatements(), range));
    }

    private void closeSection() {
        if (body == null) {
            body = takeStatements();
        } else {
            closeHandler();
        }
    }

    @Override
    PlBlock close(SourceRange range) {
        PlStatements statements = body == null ? takeStatements() : body;
        return new PlBlock(label, declarations.list(), statements, handlers, range);
    }
}
