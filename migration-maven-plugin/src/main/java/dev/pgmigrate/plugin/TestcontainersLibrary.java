package dev.pgmigrate.plugin;

import dev.pgmigrate.server.PrivateServer;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.SessionData;

/**
 * Testcontainers' library and the code of ours that uses it, fetched and loaded once in a Maven run that asks for a container.
 *
 * <p>They have a class loader of their own: Maven closes the one of a plugin before the JVM ends, which is when the library
 * removes what is left.
 */
final class TestcontainersLibrary {
    static final String VERSION = "2.0.5";

    private static final String GROUP = "org.testcontainers";
    private static final String LIBRARY = "testcontainers";
    private static final String OURS = "dev.pgmigrate.server.container.";

    private final ClassLoader loader;

    private TestcontainersLibrary(ClassLoader loader) {
        this.loader = loader;
    }

    /** Returns the library of this Maven run. */
    static TestcontainersLibrary load(RepositorySystem resolver, AbstractMigrateMojo mojo)
            throws MojoExecutionException {
        SessionData data = Module.require(mojo.session).getRepositorySession().getData();
        synchronized (data) {
            if (data.get(TestcontainersLibrary.class) instanceof TestcontainersLibrary known) {
                return known;
            }
            quieten();
            List<Path> jars = new OnDemandArtifacts(resolver, mojo)
                    .withDependencies(GROUP, LIBRARY, VERSION, "The library for provider=testcontainers");
            TestcontainersLibrary loaded = new TestcontainersLibrary(new Loader(urls(jars)));
            data.set(TestcontainersLibrary.class, loaded);
            return loaded;
        }
    }

    private static URL[] urls(List<Path> jars) throws MojoExecutionException {
        List<URL> urls = new ArrayList<>();
        urls.add(TestcontainersLibrary.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation());
        for (Path jar : jars) {
            try {
                urls.add(jar.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new MojoExecutionException("No class can be loaded from " + jar + ".", e);
            }
        }
        return urls.toArray(URL[]::new);
    }

    /** It logs the stack traces of what it then throws; whoever wants to see them sets the level. */
    private static void quieten() {
        for (String logger : List.of(GROUP, "tc", "com.github.dockerjava")) {
            String level = "org.slf4j.simpleLogger.log." + logger;
            if (System.getProperty(level) == null) {
                System.setProperty(level, "off");
            }
        }
    }

    /** Starts a container of {@code image} whose PostgreSQL is ready for connections. */
    PrivateServer start(String image) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader); // where it looks for the ways to reach a Docker
        try {
            return (PrivateServer) loader.loadClass(OURS + "ContainerPostgres")
                    .getMethod("start", String.class)
                    .invoke(null, image);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Loads what uses the library anew, and everything else of ours from this plugin. */
    private static final class Loader extends URLClassLoader {
        Loader(URL[] urls) {
            super(urls, TestcontainersLibrary.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? findClass(name) : known;
            }
        }
    }
}
