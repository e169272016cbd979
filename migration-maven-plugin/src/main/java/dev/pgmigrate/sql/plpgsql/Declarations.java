package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.plpgsql.PlDeclaration.CursorArgument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code DECLARE} section of a block (decl_stmts of pl_gram.y). */
final class Declarations {
    private final PlCursor cursor;
    private final SqlPieces pieces;
    private final List<PlDeclaration> declarations = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> cursors = new HashSet<>();

    Declarations(PlCursor cursor, SqlPieces pieces) {
        this.cursor = cursor;
        this.pieces = pieces;
    }

    List<PlDeclaration> list() {
        return declarations;
    }

    boolean declaresCursor(String name) {
        return cursors.contains(name);
    }

    /** Takes everything up to {@code BEGIN}. */
    void take() {
        while (!cursor.atWord("begin")) {
            if (cursor.atOperator("<<")) {
                throw cursor.error("block label must be placed before DECLARE, not after", cursor.range());
            }
            if (!cursor.acceptWord("declare")) {
                takeDeclaration();
            }
        }
    }

    private void takeDeclaration() {
        int start = cursor.start();
        if (!names.add(PlCursor.wordAt(cursor.tokens(), cursor.index()))
                && !cursor.word().isEmpty()) {
            throw cursor.problem("duplicate declaration");
        }
        Name name = cursor.takeName();
        PlDeclaration declaration;
        if (cursor.acceptWord("alias")) {
            cursor.expectWord("for");
            declaration = new PlDeclaration.Alias(name, cursor.takeObjectName(), cursor.rangeFrom(start));
        } else if (atCursor()) {
            declaration = takeCursor(name, start);
        } else {
            declaration = takeVariable(name, start);
        }
        cursor.expect(';');
        if (declaration != null) {
            declarations.add(declaration);
        }
    }

    private boolean atCursor() {
        String next = PlCursor.wordAt(cursor.tokens(), cursor.index() + 1);
        return cursor.atWord("cursor") || cursor.atWord("no") || (cursor.atWord("scroll") && next.equals("cursor"));
    }

    private @Nullable PlDeclaration takeCursor(Name name, int start) {
        Boolean scroll = takeScroll(cursor);
        cursor.expectWord("cursor");
        cursors.add(name.text());
        List<CursorArgument> arguments = new ArrayList<>();
        if (cursor.accept('(')) {
            do {
                int argumentStart = cursor.start();
                Name argument = cursor.takeName();
                PlType type = Types.take(cursor);
                arguments.add(new CursorArgument(argument, type, cursor.rangeFrom(argumentStart)));
            } while (cursor.accept(','));
            cursor.expect(')');
        }
        if (!cursor.acceptWord("for")) {
            cursor.expectWord("is");
        }
        Statement query = pieces.statementUntil(";");
        return query == null ? null : new PlDeclaration.Cursor(name, scroll, arguments, query, cursor.rangeFrom(start));
    }

    /** Takes {@code [NO] SCROLL}; null where it is not written. */
    static @Nullable Boolean takeScroll(PlCursor cursor) {
        if (cursor.acceptWord("no")) {
            cursor.expectWord("scroll");
            return Boolean.FALSE;
        }
        return cursor.acceptWord("scroll") ? Boolean.TRUE : null;
    }

    private @Nullable PlDeclaration takeVariable(Name name, int start) {
        boolean constant = cursor.acceptWord("constant");
        PlType type = Types.take(cursor);
        ObjectName collation = cursor.acceptWord("collate") ? cursor.takeObjectName() : null;
        boolean notNull = cursor.acceptWord("not");
        if (notNull) {
            cursor.expectWord("null");
        }
        Expression value = null;
        if (!cursor.at(';')) {
            if (!cursor.accept(Token.COLON_EQUALS) && !cursor.accept('=')) {
                cursor.expectWord("default");
            }
            value = pieces.expressionUntil(";");
            if (value == null) {
                return null;
            }
        } else if (notNull) {
            SourceRange place = name.range();
            throw cursor.error(
                    "variable \"" + name.text() + "\" must have a default value, since it's declared NOT NULL", place);
        }
        return new PlDeclaration.Variable(name, constant, type, collation, notNull, value, cursor.rangeFrom(start));
    }
}
