package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.lint.Severity;
import java.util.List;

/** Reports a column of a type that the project does not want. */
public final class ForbiddenColumnType implements Rule {
    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public Category category() {
        return Category.DESIGN;
    }

    @Override
    public boolean fixable() {
        return true;
    }

    @Override
    public List<RuleOption> options() {
        return List.of(TYPES);
    }

    private static final RuleOption TYPES = RuleOption.names(
            "types",
            "money=numeric, timetz, xml, regproc, regprocedure, regoper, regoperator, regconfig, regdictionary,"
                    + " regnamespace, regcollation");

    @Override
    public void checkFolder(FolderContext context, Reporter reporter) {
        for (String type : context.settings().ruleOptions().names(this, TYPES)) {
            String[] words = type.split("=", 2);
            for (TypedColumn column : TypedColumn.of(context, words[0].strip())) {
                Reporter.Draft draft = reporter.report(
                        column.place(),
                        column.quoted() + " is " + column.written() + ", which this project does not use",
                        words.length == 1 ? "Use another type." : "Use " + words[1].strip() + ".");
                if (words.length == 2) {
                    draft.fix(column.typed(words[1].strip()));
                }
            }
        }
    }
}
