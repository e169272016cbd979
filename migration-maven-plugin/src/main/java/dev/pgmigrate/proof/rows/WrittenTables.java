package dev.pgmigrate.proof.rows;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.ast.BulkStatement;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.FunctionStatement.DoStatement;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.Statement;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists the tables that files put rows into themselves. */
public final class WrittenTables {
    private static final Pattern INSERT =
            Pattern.compile("(?i)\\binto\\s+(?:[\\w\"]+\\s*\\.\\s*)?(?:\"([^\"]+)\"|([\\p{L}_][\\p{L}\\p{N}_$]*))");

    private WrittenTables() {}

    /** Returns their names, without schemas. */
    public static Set<String> of(Collection<SqlFile> files) {
        Set<String> names = new TreeSet<>();
        for (SqlFile file : files) {
            file.script().statements().forEach(statement -> add(file, statement, names));
        }
        return names;
    }

    private static void add(SqlFile file, Statement statement, Set<String> names) {
        if (statement instanceof DoStatement) {
            Matcher into = INSERT.matcher(file.source().text(statement.range()));
            while (into.find()) {
                names.add(into.group(1) == null ? into.group(2).toLowerCase(Locale.ROOT) : into.group(1));
            }
        } else if (statement instanceof BulkStatement.Copy copy) {
            if (copy.isFrom() && copy.table() != null) {
                names.add(copy.table().last().text());
            }
        } else {
            Nodes.preOrder(statement).forEach(node -> {
                if (node instanceof DmlStatement.Insert insert) {
                    names.add(insert.relation().name().last().text());
                } else if (node instanceof DmlStatement.Merge merge) {
                    names.add(merge.relation().name().last().text());
                }
            });
        }
    }
}
