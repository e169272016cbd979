package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionBody;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.FunctionParameter.Mode;
import dev.pgmigrate.sql.ast.FunctionStatement.CallStatement;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.SelectStatement.ResTarget;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a server refuses of a body in SQL, whose last statement has to give the result (manual, 36.5 "SQL Functions"). */
final class SqlRoutineBody {
    /** Types that one column gives. */
    private static final Set<String> SCALARS =
            Set.of(("bool int2 int4 int8 float4 float8 numeric text varchar bpchar date "
                            + "timestamp timestamptz time timetz interval uuid json jsonb bytea")
                    .split(" "));

    private SqlRoutineBody() {}

    static void check(CreateFunction function, Refusals refusals) {
        if (!function.language().equals("sql") || function.body() instanceof FunctionBody.Return) {
            return;
        }
        List<Statement> statements = statements(function, refusals);
        statements.forEach(statement -> utility(function, statement, refusals));
        parameters(function, statements, refusals);
        if (function.body() instanceof FunctionBody.Source source
                && !refusals.context().sql().source().text(source.range()).contains("\\")) {
            result(function, source, statements, refusals);
        }
    }

    private static List<Statement> statements(CreateFunction function, Refusals refusals) {
        List<Statement> statements = new ArrayList<>();
        for (Step later : refusals.context().later()) {
            if (later.outer() != function) {
                break;
            }
            statements.add(later.statement());
        }
        return statements;
    }

    /** What a body cannot run (manual, 36.5 "Query Language (SQL) Functions"). */
    private static void utility(CreateFunction function, Statement statement, Refusals refusals) {
        boolean isRead = function.body() instanceof FunctionBody.Statements;
        refusals.addIf(
                isRead && !isQuery(statement) && !(statement instanceof FunctionBody.Return),
                statement.range(),
                SqlState.FEATURE_NOT_SUPPORTED,
                "BEGIN ATOMIC of `" + function.name() + "` holds what is no query and changes no rows",
                "Write the body as a string.");
        if (statement instanceof CallStatement called && called.call() instanceof FuncCall call) {
            List<Routine> routines = refusals.schema().routines(call.name().qualified());
            refusals.addIf(
                    !routines.isEmpty() && routines.stream().allMatch(SqlRoutineBody::givesSomething),
                    call.range(),
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "`" + call.name() + "` has output parameters, and a function in SQL cannot call it",
                    "Write the function in plpgsql.");
        }
    }

    private static boolean givesSomething(Routine routine) {
        return routine.definition() instanceof CreateFunction create
                && create.procedure()
                && create.parameters().stream()
                        .anyMatch(parameter -> parameter.mode() == Mode.OUT || parameter.mode() == Mode.INOUT);
    }

    private static boolean isQuery(Statement statement) {
        return statement instanceof SelectStatement || statement instanceof DmlStatement;
    }

    private static void parameters(CreateFunction function, List<Statement> statements, Refusals refusals) {
        long inputs = function.parameters().stream()
                .filter(parameter -> function.procedure() || !RoutineHead.isOnlyOutput(parameter))
                .count();
        for (Statement statement : statements) {
            Nodes.of(Expression.ParamRef.class, statement)
                    .filter(parameter -> parameter.number() > inputs)
                    .findFirst()
                    .ifPresent(parameter -> refusals.add(
                            parameter.range(),
                            SqlState.UNDEFINED_PARAMETER,
                            "`" + function.name() + "` has no parameter $" + parameter.number(),
                            "Name a parameter that there is."));
        }
    }

    private static void result(
            CreateFunction function, FunctionBody.Source source, List<Statement> statements, Refusals refusals) {
        TypeName returns = function.returns();
        boolean outputs = function.parameters().stream()
                .anyMatch(parameter -> parameter.mode() == Mode.INOUT || RoutineHead.isOnlyOutput(parameter));
        if (function.procedure()
                || returns == null
                || outputs
                || ColumnType.of(returns).is("void")) {
            return;
        }
        Statement last = statements.isEmpty() ? null : statements.get(statements.size() - 1);
        boolean empty = last == null && source.text().isBlank();
        if (empty || (last != null && !isQuery(last))) {
            refuse(
                    last == null ? function : last,
                    "The last statement of `" + function.name() + "` gives no rows",
                    refusals);
        } else if (last instanceof SelectStatement.Select select
                && SCALARS.contains(ColumnType.of(returns).plain())) {
            columns(function, select, ColumnType.of(returns), refusals);
        }
    }

    private static void columns(
            CreateFunction function, SelectStatement.Select select, ColumnType returns, Refusals refusals) {
        List<ResTarget> targets = select.targets();
        boolean star = targets.stream()
                .anyMatch(target -> !(target.value() instanceof Expression.Constant)
                        && Nodes.of(Expression.ColumnRef.class, target).anyMatch(Expression.ColumnRef::star));
        if (!star && targets.size() > 1) {
            refuse(select, "`" + function.name() + "` returns one value, and this gives " + targets.size(), refusals);
        } else if (targets.size() == 1
                && targets.get(0).value() instanceof Expression.Constant constant
                && constant.kind() == Expression.ConstantKind.STRING
                && !Set.of("text", "varchar", "bpchar").contains(returns.plain())) {
            refuse(select, "`" + function.name() + "` returns " + returns + ", and this gives a text", refusals);
        }
    }

    private static void refuse(Node at, String why, Refusals refusals) {
        refusals.add(
                at.range(),
                SqlState.INVALID_FUNCTION_DEFINITION,
                why,
                "Make the last statement return what the function returns.");
    }
}
