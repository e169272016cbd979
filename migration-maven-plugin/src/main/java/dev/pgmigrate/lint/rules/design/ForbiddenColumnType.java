package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.RuleOption;

/** Reports a column of a type that the project does not want. */
final class ForbiddenColumnType extends FolderRule {
    private static final RuleOption TYPES = RuleOption.names(
            "types",
            "money=numeric, timetz, xml, regproc, regprocedure, regoper, regoperator, regconfig, regdictionary,"
                    + " regnamespace, regcollation");

    ForbiddenColumnType() {
        super(Facts.off(Category.DESIGN).options(TYPES).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (String type : context.settings().ruleOptions().names(this, TYPES)) {
            String[] words = type.split("=", 2);
            for (TypedColumn column : TypedColumn.of(context, words[0].strip())) {
                reporter.report(
                        column.place(),
                        column.quoted() + " is " + column.written() + ", which this project does not use",
                        words.length == 1 ? "Use another type." : "Use " + words[1].strip() + ".");
            }
        }
    }
}
