package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/**
 * The embedded server where many builds run: as root in a container. Made from what an engine makes one of, so that no
 * engine is needed: process, mount and IPC namespaces of its own, 64 MB of shared memory, and the capabilities that Docker
 * leaves to root.
 */
class ContainerIT {
    private static final String CAPABILITIES =
            "-all,+chown,+dac_override,+fowner,+fsetid,+kill,+setgid,+setuid,+setpcap,"
                    + "+net_bind_service,+net_raw,+sys_chroot,+mknod,+audit_write,+setfcap";
    private static final String NAMESPACES = "unshare --mount --pid --fork --ipc";
    private static final String INSIDE = "mount -t tmpfs -o size=64m shm /dev/shm && mount -t proc proc /proc"
            + " && exec setpriv --bounding-set=" + CAPABILITIES + " --inh-caps=-all \"$0\" \"$@\"";

    @Test
    void rootInAContainerProvesMigrations() throws IOException, InterruptedException {
        assumeThat(canMakeContainers())
                .as("Not root, or no unshare and setpriv here: the container is left out")
                .isTrue();
        MavenBuild build = MavenBuild.of("quick-start");
        Process maven = build.wrappedIn("sh", "-c", "exec " + NAMESPACES + " sh -c '" + INSIDE + "' \"$0\" \"$@\"")
                .start("migrate:test", "-Dmigrate.failOn=never");

        assertThat(maven.waitFor())
                .as(Files.readString(build.folder().resolve("build.log")))
                .isZero();
        assertThat(Files.readString(build.folder().resolve("build.log"))).contains("passed");
    }

    private static boolean canMakeContainers() throws InterruptedException {
        try {
            return new ProcessBuilder("sh", "-c", "[ $(id -u) = 0 ] && " + NAMESPACES + " setpriv --version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // no shell: not a Unix
        }
    }
}
