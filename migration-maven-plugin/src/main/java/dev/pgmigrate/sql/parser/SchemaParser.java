package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.RoleSpec;
import dev.pgmigrate.sql.ast.SchemaStatement.CreateSchema;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import java.util.ArrayList;
import java.util.List;

/** Parses CREATE SCHEMA with the statements that it may hold. */
final class SchemaParser {
    private SchemaParser() {}

    /** CreateSchemaStmt, behind SCHEMA. */
    static Statement create(Cursor cursor, int start) {
        boolean ifNotExists = OptionParser.ifNotExists(cursor);
        Name name = cursor.at(Keyword.AUTHORIZATION) ? null : Names.colId(cursor);
        RoleSpec owner = cursor.accept(Keyword.AUTHORIZATION) ? Names.roleSpec(cursor) : null;
        SourceRange place = cursor.range();
        List<Statement> elements = new ArrayList<>();
        while (cursor.at(Keyword.CREATE) || cursor.at(Keyword.GRANT)) {
            elements.add(element(cursor));
        }
        if (ifNotExists && !elements.isEmpty()) {
            throw cursor.error("CREATE SCHEMA IF NOT EXISTS cannot include schema elements", place);
        }
        return new CreateSchema(ifNotExists, name, owner, List.copyOf(elements), cursor.rangeFrom(start));
    }

    /** schema_stmt. */
    private static Statement element(Cursor cursor) {
        return cursor.at(Keyword.GRANT) ? GrantParser.grant(cursor) : CreateParser.createElement(cursor);
    }
}
