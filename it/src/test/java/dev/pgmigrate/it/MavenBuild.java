package dev.pgmigrate.it;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;

/**
 * A Maven build of a copy of a sample project, in a process of its own, against the staged plugin.
 *
 * <p>A sample lies in {@code src/test/projects}; {@code @version@} in its poms stands for the version under test,
 * {@code @flyway@}, {@code @driver@} and their like for those that this build uses. The
 * children see one repository only, the parent's own as {@code file://}, so that a test needs no network.
 */
public final class MavenBuild {
    private static final AtomicInteger COUNT = new AtomicInteger();
    /** What the README advises for short builds; and no check of the bytecode, a tenth of a build's time, which tests nothing. */
    private static final String OPTIONS = "-XX:TieredStopAtLevel=1 -XX:+UseParallelGC"
            + " -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote";

    private static final int TIMEOUT_SECONDS = 180;
    private static final Pattern VERSION = Pattern.compile("@([a-z]+)@");

    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private List<String> wrapper = List.of();
    private Path settings = settings("file://" + property("it.origin"));
    private String options = OPTIONS;
    private List<String> answers = List.of();
    private Path mavenHome = Path.of(property("it.maven.home"));

    private MavenBuild(Path folder) {
        this.folder = folder;
    }

    /** Copies the sample {@code project}; the copy is the build's own. */
    public static MavenBuild of(String project) {
        Path from = Path.of(property("it.projects"), project);
        Path to = Path.of(property("it.builds"), project + "-" + COUNT.incrementAndGet());
        try {
            delete(to);
            copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MavenBuild(to);
    }

    /** Returns an empty folder as a build without a pom. */
    public static MavenBuild empty(String name) {
        Path to = Path.of(property("it.builds"), name + "-" + COUNT.incrementAndGet());
        try {
            delete(to);
            Files.createDirectories(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MavenBuild(to);
    }

    /** Returns a build of the same copy that starts in the folder {@code path} of it. */
    public MavenBuild in(String path) {
        return new MavenBuild(folder.resolve(path));
    }

    /** Runs the Maven that lies in {@code home}, and not the one that runs the tests. */
    public MavenBuild maven(Path home) {
        mavenHome = home;
        return this;
    }

    /** Lets Maven ask, and answers with these lines. */
    public MavenBuild answering(String... lines) {
        answers = List.of(lines);
        return this;
    }

    /** Returns the folder of the copy. */
    public Path folder() {
        return folder;
    }

    /** Writes a file of the copy, over one that is there. */
    public MavenBuild write(String path, String text) {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public MavenBuild write(String path, byte[] bytes) {
        Path file = folder.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Replaces text in a file of the copy. */
    public MavenBuild replace(String path, String old, String replacement) {
        try {
            String text = Files.readString(folder.resolve(path));
            if (!text.contains(old)) {
                throw new IllegalArgumentException(path + " does not contain " + old);
            }
            return write(path, text.replace(old, replacement));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a file of the copy another path. */
    public MavenBuild rename(String path, String newPath) {
        try {
            Files.move(folder.resolve(path), folder.resolve(newPath));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public MavenBuild environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Leaves the JVM that runs Maven as it comes. */
    public MavenBuild plainJvm() {
        options = "";
        return this;
    }

    /** Adds options of the JVM that runs Maven. */
    public MavenBuild jvm(String more) {
        options = options + " " + more;
        return this;
    }

    /** Runs the Maven 4 that this build has unpacked. */
    public MavenBuild mavenFour() {
        return maven(Path.of(property("it.maven4.home")));
    }

    /** Adds a server to the settings; with a password as it is to stand there, which may be encrypted. */
    public MavenBuild server(String id, String user, String password) {
        try {
            String server =
                    "<servers><server><id>%s</id><username>%s</username><password>%s</password></server></servers>"
                            .formatted(id, user, password);
            String text = Files.readString(settings).replace("<settings>", "<settings>" + server);
            settings = folder.resolveSibling(folder.getFileName() + "-settings.xml");
            Files.writeString(settings, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets Maven fetch from nowhere: what is not staged cannot be had. */
    public MavenBuild withoutNetwork() {
        settings = settings("file://" + folder.resolve("nowhere"));
        return this;
    }

    /** Starts Maven through another command, which gets Maven's as its last arguments; for {@link #start} alone. */
    public MavenBuild wrappedIn(String... command) {
        wrapper = List.of(command);
        return this;
    }

    /** Runs Maven and waits for its end. */
    public BuildResult run(String... arguments) {
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        InvocationRequest request = new DefaultInvocationRequest();
        request.setBaseDirectory(folder.toFile());
        request.setBatchMode(answers.isEmpty());
        if (!answers.isEmpty()) {
            String typed = String.join("\n", answers) + "\n";
            request.setInputStream(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        }
        request.setMavenHome(mavenHome.toFile());
        request.setLocalRepositoryDirectory(new File(property("it.repository")));
        request.setUserSettingsFile(settings.toFile());
        request.setMavenOpts(options);
        request.addShellEnvironment("MAVEN_ARGS", "");
        environment.forEach(request::addShellEnvironment);
        request.setTimeoutInSeconds(TIMEOUT_SECONDS);
        request.addArgs(List.of(arguments));
        request.setOutputHandler(log::add);
        request.setErrorHandler(log::add);
        try {
            InvocationResult result = new DefaultInvoker().execute(request);
            if (result.getExecutionException() != null) {
                throw new IllegalStateException(String.join("\n", log), result.getExecutionException());
            }
            return new BuildResult(result.getExitCode(), List.copyOf(log), folder);
        } catch (MavenInvocationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns what starts this Maven from a script. */
    public List<String> command() {
        return List.of(
                mavenHome.resolve("bin/mvn").toString(),
                "-B",
                "-s",
                settings.toString(),
                "-Dmaven.repo.local=" + property("it.repository"));
    }

    /** Starts Maven for a test that ends it before its time. */
    public Process start(String... arguments) {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(command());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("build.log").toFile());
        builder.environment().put("MAVEN_OPTS", options);
        builder.environment().put("MAVEN_ARGS", "");
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("Run these tests through Maven, which sets " + name);
        }
        return value;
    }

    private static synchronized Path settings(String url) {
        try {
            Path folder = Files.createDirectories(Path.of(property("it.builds")));
            Path file = folder.resolve("settings-" + Integer.toHexString(url.hashCode()) + ".xml");
            if (!Files.exists(file)) {
                Files.writeString(file, """
                        <settings>
                          <profiles>
                            <profile>
                              <id>origin</id>
                              <repositories>
                                <repository>
                                  <id>central</id>
                                  <url>%1$s</url>
                                  <releases><checksumPolicy>ignore</checksumPolicy></releases>
                                </repository>
                              </repositories>
                              <pluginRepositories>
                                <pluginRepository>
                                  <id>central</id>
                                  <url>%1$s</url>
                                  <releases><checksumPolicy>ignore</checksumPolicy></releases>
                                </pluginRepository>
                              </pluginRepositories>
                            </profile>
                          </profiles>
                          <activeProfiles>
                            <activeProfile>origin</activeProfile>
                          </activeProfiles>
                        </settings>
                        """.formatted(url));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (file.getFileName().toString().equals("pom.xml")) {
                    Files.writeString(
                            target,
                            VERSION.matcher(Files.readString(file).replace("@version@", property("it.version")))
                                    .replaceAll(name -> property("it." + name.group(1) + ".version")));
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
