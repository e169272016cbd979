package dev.pgmigrate.lint;

/** A rule that throws in one of the three ways in which it can be asked. */
enum Failing implements Rule {
    ON_A_STATEMENT {
        @Override
        public void check(LintContext context, Reporter reporter) {
            throw new IllegalStateException("on purpose");
        }
    },
    ON_A_DEEP_STATEMENT {
        @Override
        public void check(LintContext context, Reporter reporter) {
            throw new IllegalStateException("at depth " + depthOfTheStack(0));
        }
    },
    ON_A_FILE {
        @Override
        public void checkFile(FileContext context, Reporter reporter) {
            throw new IllegalStateException("on purpose");
        }
    },
    ON_THE_FOLDER {
        @Override
        public void checkFolder(FolderContext context, Reporter reporter) {
            throw new IllegalStateException("on purpose");
        }
    };

    @SuppressWarnings("InfiniteRecursion")
    private static int depthOfTheStack(int above) {
        return 1 + depthOfTheStack(above + 1);
    }

    @Override
    public RuleId id() {
        return new RuleId("failing");
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.DESIGN;
    }
}
