package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import java.util.Set;

/** Reports tables of one file whose foreign keys form a circle. */
public final class CircularForeignKey implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.ORDER;
    }

    @Override
    public boolean fixable() {
        return true;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of();
    }

    @Override
    public void checkFile(FileContext file, Reporter reporter) {
        for (ForeignKeyCycles.Link link : ForeignKeyCycles.of(file.topLevel())) {
            CreateTable create = (CreateTable) link.create().statement();
            reporter.report(
                            link.key().range(),
                            "`" + create.name() + "` and `" + link.key().referenced()
                                    + "` refer to each other, so that no order of the two works: this one fails with"
                                    + " 42P01",
                            "Add this foreign key with ALTER TABLE once both tables are there.")
                    .fix(ForeignKeyMove.behind(link));
        }
    }
}
