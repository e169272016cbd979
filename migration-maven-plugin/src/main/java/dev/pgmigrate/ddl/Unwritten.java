package dev.pgmigrate.ddl;

import dev.pgmigrate.schema.ObjectKind;
import java.util.Map;
import java.util.Optional;

/** The kinds of objects that no script writes, and why. */
public final class Unwritten {
    private static final String IN_C = "its functions are in C, which an extension or a superuser installs";

    private static final Map<ObjectKind, String> REASONS = Map.of(
            ObjectKind.DATABASE, "it belongs to whoever runs the server",
            ObjectKind.USER_MAPPING, "it holds a password",
            ObjectKind.SUBSCRIPTION, "it holds the password of the server that it reads from",
            ObjectKind.LANGUAGE, IN_C,
            ObjectKind.ACCESS_METHOD, IN_C,
            ObjectKind.TYPE, IN_C,
            ObjectKind.CONVERSION, IN_C,
            ObjectKind.TRANSFORM, IN_C,
            ObjectKind.TEXT_SEARCH_PARSER, IN_C,
            ObjectKind.TEXT_SEARCH_TEMPLATE, IN_C);

    private Unwritten() {}

    /** Returns why objects of {@code kind} are not written; empty if they are. */
    public static Optional<String> reason(ObjectKind kind) {
        return Optional.ofNullable(REASONS.get(kind));
    }
}
