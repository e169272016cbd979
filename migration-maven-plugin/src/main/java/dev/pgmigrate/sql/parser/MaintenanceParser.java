package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.MaintenanceStatement.Analyze;
import dev.pgmigrate.sql.ast.MaintenanceStatement.Cluster;
import dev.pgmigrate.sql.ast.MaintenanceStatement.Relation;
import dev.pgmigrate.sql.ast.MaintenanceStatement.Vacuum;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import java.util.ArrayList;
import java.util.List;

/** Parses VACUUM, ANALYZE and CLUSTER. */
final class MaintenanceParser {
    private MaintenanceParser() {}

    /** VacuumStmt. */
    static Statement vacuum(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.VACUUM);
        List<DefElem> options;
        if (cursor.at('(')) {
            options = OptionParser.utilityOptions(cursor);
        } else {
            List<DefElem> words = new ArrayList<>();
            optWord(cursor, Keyword.FULL, words);
            optWord(cursor, Keyword.FREEZE, words);
            optWord(cursor, Keyword.VERBOSE, words);
            optWord(cursor, cursor.at(Keyword.ANALYSE) ? Keyword.ANALYSE : Keyword.ANALYZE, words);
            options = List.copyOf(words);
        }
        List<Relation> relations = relations(cursor);
        return new Vacuum(options, relations, cursor.rangeFrom(start));
    }

    private static void optWord(Cursor cursor, int keyword, List<DefElem> words) {
        if (cursor.at(keyword)) {
            Name word = cursor.takeName();
            Name name = word.text().equals("analyse") ? new Name("analyze", word.range()) : word;
            words.add(OptionParser.element(cursor, name, null));
        }
    }

    /** AnalyzeStmt. */
    static Statement analyze(Cursor cursor) {
        int start = cursor.start();
        cursor.advance();
        List<DefElem> options = options(cursor);
        List<Relation> relations = relations(cursor);
        return new Analyze(options, relations, cursor.rangeFrom(start));
    }

    /** opt_utility_option_list, or the bare word VERBOSE of older servers. */
    private static List<DefElem> options(Cursor cursor) {
        if (cursor.at('(')) {
            return OptionParser.utilityOptions(cursor);
        }
        List<DefElem> words = new ArrayList<>();
        optWord(cursor, Keyword.VERBOSE, words);
        return List.copyOf(words);
    }

    /** The bare words {@code [ANALYZE] [VERBOSE]} of EXPLAIN. */
    static List<DefElem> analyzeVerbose(Cursor cursor) {
        List<DefElem> words = new ArrayList<>();
        optWord(cursor, cursor.at(Keyword.ANALYSE) ? Keyword.ANALYSE : Keyword.ANALYZE, words);
        optWord(cursor, Keyword.VERBOSE, words);
        return List.copyOf(words);
    }

    /** opt_vacuum_relation_list. */
    private static List<Relation> relations(Cursor cursor) {
        boolean any = cursor.at(Keyword.ONLY) || Keywords.isColId(cursor.kind());
        return any ? cursor.list(MaintenanceParser::relation) : List.of();
    }

    private static Relation relation(Cursor cursor) {
        int start = cursor.start();
        RelationName relation = RelationName.parse(cursor);
        List<Name> columns = Names.optColumnList(cursor);
        return new Relation(relation.only(), relation.name(), columns, cursor.rangeFrom(start));
    }

    /** ClusterStmt. */
    static Statement cluster(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.CLUSTER);
        boolean parenthesized = cursor.at('(');
        List<DefElem> options = options(cursor);
        if (!Keywords.isColId(cursor.kind())) {
            return new Cluster(options, null, null, cursor.rangeFrom(start));
        }
        ObjectName table = Names.qualifiedName(cursor);
        Name index = null;
        if (cursor.accept(Keyword.USING)) {
            index = Names.colId(cursor);
        } else if (!parenthesized && table.parts().size() == 1 && cursor.accept(Keyword.ON)) {
            // The form of before PostgreSQL 8.3 names the index first.
            index = table.last();
            table = Names.qualifiedName(cursor);
        }
        return new Cluster(options, table, index, cursor.rangeFrom(start));
    }
}
