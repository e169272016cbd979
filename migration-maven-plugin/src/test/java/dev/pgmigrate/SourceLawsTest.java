package dev.pgmigrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.pgmigrate.postgres.ErrorConditions;
import dev.pgmigrate.postgres.SqlState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sources keep, and what no longer shows in the classes. */
class SourceLawsTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final int MOST_LINES_OF_A_FILE = 400;
    private static final Pattern WORD_LIKE_A_CODE = Pattern.compile("\\b[0-9A-Z]{5}\\b");

    @Test
    void noConditionalExpressionIsABranchOfAnother() throws IOException {
        assertThat(places(MAIN, NestedConditionals::new)).isEmpty();
    }

    @Test
    void errorCodesHaveNames() throws IOException {
        assertThat(places(MAIN, ErrorCodes::new))
                .allSatisfy(place -> assertThat(place).startsWith(SqlState.class.getSimpleName() + ".java"))
                .isNotEmpty();
    }

    @Test
    void aConditionalExpressionInABranchIsFound(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("A.java"), """
            class A {
                int one(int x) {
                    return x > 0 ? 1 : (x < 0 ? -1 : 0);
                }

                int fine(int x) {
                    return x > 0 ? Math.abs(x > 1 ? 2 : 1) : 0;
                }
            }
            """);

        assertThat(places(folder, NestedConditionals::new)).containsExactly("A.java:3");
    }

    @Test
    void filesCanBeReadInOneGo() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : files(MAIN)) {
            long lines = Files.readAllLines(file).size();
            if (lines > MOST_LINES_OF_A_FILE) {
                tooLong.add(file + ": " + lines);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    /** Returns the places, {@code File.java:12}, at which a scanner finds something. */
    private static List<String> places(Path folder, Supplier<Finder> finder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    null,
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files(folder)));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<String> places = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                Finder scanner = finder.get();
                scanner.scan(unit, null);
                for (Tree tree : scanner.found) {
                    places.add(Path.of(unit.getSourceFile().getName()).getFileName() + ":"
                            + unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree)));
                }
            }
            return places;
        }
    }

    /** Looks through one file. */
    private abstract static class Finder extends TreeScanner<Void, Void> {
        final List<Tree> found = new ArrayList<>();
    }

    /** Arguments and bodies of lambdas are expressions of their own. */
    private static final class NestedConditionals extends Finder {
        private boolean inside;

        @Override
        public Void visitConditionalExpression(ConditionalExpressionTree tree, Void none) {
            if (inside) {
                found.add(tree);
            }
            return within(true, () -> super.visitConditionalExpression(tree, null));
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void none) {
            return within(false, () -> super.visitMethodInvocation(tree, null));
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void none) {
            return within(false, () -> super.visitNewClass(tree, null));
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree tree, Void none) {
            return within(false, () -> super.visitLambdaExpression(tree, null));
        }

        private Void within(boolean conditional, Supplier<Void> scan) {
            boolean before = inside;
            inside = conditional;
            try {
                return scan.get();
            } finally {
                inside = before;
            }
        }
    }

    private static final class ErrorCodes extends Finder {
        @Override
        public Void visitLiteral(LiteralTree tree, Void none) {
            if (tree.getValue() instanceof String text) {
                Matcher word = WORD_LIKE_A_CODE.matcher(text);
                while (word.find()) {
                    // A code that PostgreSQL does not have has no name.
                    if (!ErrorConditions.nameOf(word.group()).startsWith("SQLSTATE")) {
                        found.add(tree);
                    }
                }
            }
            return super.visitLiteral(tree, null);
        }
    }
}
