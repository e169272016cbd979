package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.SettingStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import java.util.ArrayList;
import java.util.List;

/** Reports an index on a table in use beside other changes. */
final class CreateIndexInOwnFile extends FileRule {
    CreateIndexInOwnFile() {
        super(Facts.off(Category.LOCK).since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        List<Step> indexes = new ArrayList<>();
        boolean other = false;
        for (Step step : context.topLevel()) {
            Statement statement = step.statement();
            if (statement instanceof IndexStatement.CreateIndex index) {
                if (!context.isFresh(step.before(), index.table().qualified())) {
                    indexes.add(step);
                }
            } else {
                other |= !isPartOfIt(statement);
            }
        }
        for (Step step : other ? indexes : List.<Step>of()) {
            IndexStatement.CreateIndex index = (IndexStatement.CreateIndex) step.statement();
            reporter.report(
                    index.range(),
                    "The index on `" + index.table()
                            + "` is built together with other changes, which wait for it and are rolled back with it",
                    "Put it into a file of its own.");
        }
    }

    private static boolean isPartOfIt(Statement statement) {
        return statement instanceof SettingStatement
                || statement instanceof TransactionStatement
                || statement instanceof ObjectStatement.Comment
                || (statement instanceof DropStatement drop && drop.objectType() == ObjectType.INDEX);
    }
}
