package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.ViewStatement.CheckOption;
import dev.pgmigrate.sql.ast.ViewStatement.CreateMaterializedView;
import dev.pgmigrate.sql.ast.ViewStatement.CreateView;
import dev.pgmigrate.sql.ast.ViewStatement.RefreshMaterializedView;
import dev.pgmigrate.sql.lexer.Keyword;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses statements on views and materialized views. */
final class ViewParser {
    private ViewParser() {}

    /** ViewStmt, from RECURSIVE or VIEW on. */
    static Statement create(Cursor cursor, int start, boolean orReplace, Persistence persistence) {
        boolean recursive = cursor.accept(Keyword.RECURSIVE);
        cursor.expect(Keyword.VIEW);
        ObjectName name = Names.qualifiedName(cursor);
        if (recursive && !cursor.at('(')) {
            throw cursor.syntaxError();
        }
        List<Name> columns = Names.optColumnList(cursor);
        List<DefElem> options = OptionParser.optWithReloptions(cursor);
        cursor.expect(Keyword.AS);
        Statement query = SelectParser.selectStmt(cursor);
        SourceRange place = cursor.range();
        CheckOption checkOption = checkOption(cursor);
        if (recursive && checkOption != null) {
            throw cursor.error("WITH CHECK OPTION not supported on recursive views", place);
        }
        return new CreateView(
                orReplace, persistence, recursive, name, columns, options, query, checkOption, cursor.rangeFrom(start));
    }

    private static @Nullable CheckOption checkOption(Cursor cursor) {
        if (!cursor.accept(Keyword.WITH)) {
            return null;
        }
        boolean local = cursor.accept(Keyword.LOCAL);
        if (!local) {
            cursor.accept(Keyword.CASCADED);
        }
        cursor.expect(Keyword.CHECK);
        cursor.expect(Keyword.OPTION);
        return local ? CheckOption.LOCAL : CheckOption.CASCADED;
    }

    /** CreateMatViewStmt, from MATERIALIZED on. */
    static Statement createMaterialized(Cursor cursor, int start, boolean unlogged) {
        cursor.expect(Keyword.MATERIALIZED);
        cursor.expect(Keyword.VIEW);
        boolean ifNotExists = OptionParser.ifNotExists(cursor);
        ObjectName name = Names.qualifiedName(cursor);
        List<Name> columns = Names.optColumnList(cursor);
        Name accessMethod = cursor.accept(Keyword.USING) ? Names.colId(cursor) : null;
        List<DefElem> options = OptionParser.optWithReloptions(cursor);
        Name tablespace = cursor.accept(Keyword.TABLESPACE) ? Names.colId(cursor) : null;
        cursor.expect(Keyword.AS);
        Statement query = SelectParser.selectStmt(cursor);
        boolean withData = CreateTableParser.optWithData(cursor);
        return new CreateMaterializedView(
                unlogged,
                ifNotExists,
                name,
                columns,
                accessMethod,
                options,
                tablespace,
                query,
                withData,
                cursor.rangeFrom(start));
    }

    /** RefreshMatViewStmt. */
    static Statement refresh(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.REFRESH);
        int keyword = cursor.start();
        cursor.expect(Keyword.MATERIALIZED);
        cursor.expect(Keyword.VIEW);
        SourceRange words = cursor.rangeFrom(keyword);
        boolean concurrently = cursor.accept(Keyword.CONCURRENTLY);
        ObjectName name = Names.qualifiedName(cursor);
        boolean withData = CreateTableParser.optWithData(cursor);
        return new RefreshMaterializedView(words, concurrently, name, withData, cursor.rangeFrom(start));
    }
}
