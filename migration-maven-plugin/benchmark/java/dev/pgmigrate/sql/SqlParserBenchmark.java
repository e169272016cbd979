package dev.pgmigrate.sql;

import dev.pgmigrate.sql.lexer.Lexer;
import dev.pgmigrate.sql.parser.SqlParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How fast a warm parser is, on one core, over the files of {@code conformance.dir}/regress:
 *
 * <pre>{@code mvn -Pbenchmark -pl migration-maven-plugin test -Dtest=SqlParserBenchmark}</pre>
 *
 * <p>The score is in microseconds for the whole folder; the megabytes a second are printed below it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class SqlParserBenchmark {
    private List<String> texts = List.of();

    @Setup
    public void read() throws IOException {
        texts = texts();
    }

    @Benchmark
    public void lex(Blackhole sink) {
        for (String text : texts) {
            sink.consume(Lexer.scan(text, new SourceRange(0, text.length())));
        }
    }

    @Benchmark
    public void parse(Blackhole sink) {
        for (String text : texts) {
            sink.consume(SqlParser.parse(SourceText.of(text)));
        }
    }

    @Test
    void run() throws RunnerException, IOException {
        long bytes = 0;
        for (String text : texts()) {
            bytes += text.getBytes(StandardCharsets.UTF_8).length;
        }
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(SqlParserBenchmark.class.getSimpleName())
                        .jvmArgsAppend("-Dconformance.dir=" + System.getProperty("conformance.dir"))
                        .build())
                .run()) {
            double microseconds = result.getPrimaryResult().getScore();
            System.out.printf(
                    "%s: %.1f MB/s over %.1f MB%n",
                    result.getPrimaryResult().getLabel(), bytes / microseconds, bytes / 1e6);
        }
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("conformance.dir"), "regress"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".sql")).sorted().toList()) {
                texts.add(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
