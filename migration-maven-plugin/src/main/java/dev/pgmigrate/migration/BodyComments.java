package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.FunctionBody;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.FunctionStatement.DoStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.StringContent;
import dev.pgmigrate.sql.parser.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the comments inside the bodies of routines, which are string literals of the file. */
final class BodyComments {
    private static final Set<String> READ = Set.of("plpgsql", "sql");

    private BodyComments() {}

    /** Returns the comments in bodies that may contain a directive; other bodies are skipped. */
    static List<SourceRange> of(SourceText source, SqlScript script) {
        List<SourceRange> comments = new ArrayList<>();
        for (Statement statement : script.statements()) {
            FunctionBody.Source body = body(statement);
            if (body != null && (body.text().contains("migrate:") || body.text().contains("squawk-ignore"))) {
                comments.addAll(StringContent.scan(source, body.range()).comments());
            }
        }
        return comments;
    }

    private static FunctionBody.@Nullable Source body(Statement statement) {
        if (statement instanceof DoStatement block) {
            String language = block.language();
            return language == null || READ.contains(language) ? block.body() : null;
        }
        return statement instanceof CreateFunction function
                        && READ.contains(function.language())
                        && function.body() instanceof FunctionBody.Source source
                ? source
                : null;
    }
}
