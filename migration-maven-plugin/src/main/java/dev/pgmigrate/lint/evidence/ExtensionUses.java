package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.Flavour;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.IndexElement;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.SettingStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import dev.pgmigrate.sql.ast.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a statement uses from extensions, as far as names show it. */
public final class ExtensionUses {
    private static final String RANDOM_UUID = "uuid_generate_v4";

    private ExtensionUses() {}

    /**
     * Something that comes with an extension.
     *
     * @param words its name in messages
     * @param at its name in the file
     */
    public record Use(String extension, String name, String words, SourceRange at) {
        /** Returns whether the server has had a built-in equivalent since version 13. */
        public boolean isBuiltIn() {
            return name.equals(RANDOM_UUID);
        }

        /** Returns the fix that avoids the extension, for all calls in the file; else the one that creates it. */
        public Optional<Fix> fix(Step step, FileContext file) {
            if (isBuiltIn()) {
                List<TextEdit> edits = new ArrayList<>();
                for (Step other : file.steps()) {
                    if (other.place() != Place.FUNCTION_BODY && mayUse(other.statement())) {
                        addCalls(file.context(other), edits);
                    }
                }
                return Optional.of(new Fix(edits));
            }
            String schema = file.folder().flavour() == Flavour.SUPABASE ? " WITH SCHEMA extensions" : "";
            return file.context(first(step, file))
                    .precededBy("CREATE EXTENSION IF NOT EXISTS \"" + extension + "\"" + schema + ";");
        }

        /** Returns the first statement of the file that makes something: extensions come before all else. */
        private static Step first(Step step, FileContext file) {
            return file.topLevel().stream()
                    .filter(other -> !(other.statement() instanceof TransactionStatement)
                            && !(other.statement() instanceof SettingStatement))
                    .findFirst()
                    .orElse(step);
        }

        private static void addCalls(LintContext statement, List<TextEdit> edits) {
            for (FuncCall call : statement.nodes(FuncCall.class)) {
                if (call.name().last().text().equals(RANDOM_UUID)) {
                    edits.add(new TextEdit(call.name().range(), "gen_random_uuid"));
                }
            }
        }
    }

    /** Returns whether the server looks names up as the statement runs. */
    public static boolean mayUse(Statement statement) {
        return switch (statement.kind()) {
            case CREATE_TABLE,
                    ALTER_TABLE,
                    CREATE_INDEX,
                    CREATE_VIEW,
                    CREATE_TABLE_AS,
                    CREATE_DOMAIN,
                    CREATE_COMPOSITE_TYPE,
                    CREATE_POLICY,
                    INSERT,
                    UPDATE,
                    SELECT -> true;
            default -> false;
        };
    }

    /** Returns what it uses, without objects of those names that the files create themselves. */
    public static List<Use> of(Statement statement, LintContext context) {
        List<Use> uses = new ArrayList<>();
        Schema schema = context.schema();
        if (statement instanceof CreateIndex index) {
            Name method = index.method();
            if (method != null) {
                add(uses, Extensions.ofIndex(method.text()), method.text(), method.range());
            }
        }
        for (FuncCall call : context.nodes(FuncCall.class)) {
            String name = call.name().last().text();
            String extension = isOpen(call.name()) ? Extensions.ofFunction(name) : null;
            if (extension != null && schema.routines(call.name().qualified()).isEmpty()) {
                add(uses, extension, name, call.name().range());
            }
        }
        for (TypeName type : context.nodes(TypeName.class)) {
            String name = type.name().last().text();
            String extension = isOpen(type.name()) && !type.percentType() ? Extensions.ofType(name) : null;
            if (extension != null
                    && !schema.typePresence(type.name().qualified()).isPresent()
                    && !schema.relationPresence(type.name().qualified()).isPresent()) {
                add(uses, extension, name, type.range());
            }
        }
        for (IndexElement element : context.nodes(IndexElement.class)) {
            ObjectName opclass = element.opclass();
            if (opclass != null) {
                String name = opclass.last().text();
                add(uses, Extensions.ofIndex(name), name, opclass.range());
            }
        }
        uses.addAll(ScalarIndexes.of(statement, context.schemaAfter()));
        return uses;
    }

    /** A name in another schema is a custom object. */
    private static boolean isOpen(ObjectName name) {
        Name schema = name.schema();
        return schema == null || schema.text().equals("public") || schema.text().equals("extensions");
    }

    private static void add(List<Use> uses, @Nullable String extension, String name, SourceRange at) {
        if (extension != null) {
            uses.add(new Use(extension, name, "`" + name + "`", at));
        }
    }
}
