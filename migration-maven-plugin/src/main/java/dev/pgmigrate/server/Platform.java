package dev.pgmigrate.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** An operating system and processor for which PostgreSQL's binaries are published, named as their artifacts are. */
public enum Platform {
    LINUX_AMD64("linux-amd64"),
    LINUX_AMD64_ALPINE("linux-amd64-alpine"),
    LINUX_ARM64("linux-arm64v8"),
    LINUX_ARM64_ALPINE("linux-arm64v8-alpine"),
    DARWIN_AMD64("darwin-amd64"),
    DARWIN_ARM64("darwin-arm64v8"),
    WINDOWS_AMD64("windows-amd64");

    private final String id;

    Platform(String id) {
        this.id = id;
    }

    /** Returns the platform of this process, or empty where there are no binaries for it. */
    public static Optional<Platform> current() {
        return of(
                System.getProperty("os.name", ""),
                System.getProperty("os.arch", ""),
                Files.exists(Path.of("/etc/alpine-release")));
    }

    static Optional<Platform> of(String osName, String osArch, boolean alpine) {
        String os = osName.toLowerCase(Locale.ROOT);
        String arch = osArch.toLowerCase(Locale.ROOT);
        boolean amd64 = arch.equals("amd64") || arch.equals("x86_64");
        boolean arm64 = arch.equals("aarch64") || arch.equals("arm64");
        if (!amd64 && !arm64) {
            return Optional.empty();
        }
        if (os.startsWith("linux")) {
            if (alpine) {
                return Optional.of(amd64 ? LINUX_AMD64_ALPINE : LINUX_ARM64_ALPINE);
            }
            return Optional.of(amd64 ? LINUX_AMD64 : LINUX_ARM64);
        }
        if (os.startsWith("mac") || os.startsWith("darwin")) {
            return Optional.of(amd64 ? DARWIN_AMD64 : DARWIN_ARM64);
        }
        if (os.startsWith("windows")) {
            return Optional.of(WINDOWS_AMD64); // Windows on ARM runs x64 programs.
        }
        return Optional.empty();
    }

    /** Returns the suffix of the artifact: {@code linux-amd64}. */
    public String id() {
        return id;
    }

    @Override
    public String toString() {
        return id;
    }
}
