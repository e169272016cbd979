package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.PolicyStatement.Command;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reports permissive policies that are evaluated one after the other for the same role and command. */
final class MultiplePermissivePolicies extends FolderRule {
    /** Its one table holds the files of all buckets, each of which has policies of its own. */
    private static final String SHARED = "storage";

    private static final List<Command> COMMANDS =
            List.of(Command.SELECT, Command.INSERT, Command.UPDATE, Command.DELETE);

    MultiplePermissivePolicies() {
        super(Facts.warning(Category.SECURITY).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (Table table : context.end().tables()) {
            List<Table.Policy> all = table.policies().all();
            if (all.size() < 2 || table.name().schema().filter(SHARED::equals).isPresent()) {
                continue;
            }
            Map<List<Table.Policy>, String> commands = new LinkedHashMap<>();
            for (Command command : COMMANDS) {
                PermissivePolicies.together(all, command)
                        .forEach(together ->
                                commands.merge(together, command.name(), (some, more) -> some + ", " + more));
            }
            commands.forEach((together, words) -> reporter.report(
                    together.get(together.size() - 1).origin(),
                    "The policies " + names(together) + " of `" + table.name() + "` are all evaluated, row by row, for "
                            + words,
                    "Join their conditions with OR in one policy a command, or give each a role of its own."));
        }
    }

    private static String names(List<Table.Policy> policies) {
        return policies.stream().map(policy -> "`" + policy.name() + "`").collect(Collectors.joining(", "));
    }
}
