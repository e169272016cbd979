package dev.pgmigrate.lint;

import dev.pgmigrate.sql.ast.Statement;
import java.util.List;

/** Rules that throw, in each of the ways in which one can be asked. */
final class Failing {
    private static final Facts FACTS = Facts.warning(Category.DESIGN).since("0.1");

    static final List<Rule> RULES =
            List.of(new FailingOnStatement(), new FailingDeepDown(), new FailingOnFile(), new FailingOnFolder());

    private Failing() {}

    private static final class FailingOnStatement extends StatementRule<Statement> {
        FailingOnStatement() {
            super(FACTS, Statement.class);
        }

        @Override
        protected void check(Statement statement, LintContext context, Reporter reporter) {
            throw new IllegalStateException("on purpose");
        }
    }

    private static final class FailingDeepDown extends StatementRule<Statement> {
        FailingDeepDown() {
            super(FACTS, Statement.class);
        }

        @Override
        protected void check(Statement statement, LintContext context, Reporter reporter) {
            throw new IllegalStateException("at depth " + depthOfTheStack(0));
        }

        @SuppressWarnings("InfiniteRecursion")
        private static int depthOfTheStack(int above) {
            return 1 + depthOfTheStack(above + 1);
        }
    }

    private static final class FailingOnFile extends FileRule {
        FailingOnFile() {
            super(FACTS);
        }

        @Override
        protected void check(FileContext file, Reporter reporter) {
            throw new IllegalStateException("on purpose");
        }
    }

    private static final class FailingOnFolder extends FolderRule {
        FailingOnFolder() {
            super(FACTS);
        }

        @Override
        protected void check(FolderContext folder, Reporter reporter) {
            throw new IllegalStateException("on purpose");
        }
    }
}
