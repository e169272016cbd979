package dev.pgmigrate.ddl;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.Literal;
import dev.pgmigrate.schema.SnapshotObject;

/** Foreign data wrappers and servers. User mappings hold passwords, and are never written. */
final class ServerDdl {
    private ServerDdl() {}

    static String wrapper(SnapshotObject wrapper) {
        return DdlGuard.duplicate("CREATE FOREIGN DATA WRAPPER " + SqlNames.of(wrapper.key())
                + wrapper.property("handler")
                        .map(name -> " HANDLER " + TypeDdl.bare(name))
                        .orElse("")
                + wrapper.property("validator")
                        .map(name -> " VALIDATOR " + TypeDdl.bare(name))
                        .orElse("")
                + options(wrapper));
    }

    static String server(SnapshotObject server) {
        return "CREATE SERVER IF NOT EXISTS " + SqlNames.of(server.key())
                + server.property("type")
                        .map(type -> " TYPE " + Literal.quote(type))
                        .orElse("")
                + server.property("version")
                        .map(version -> " VERSION " + Literal.quote(version))
                        .orElse("")
                + " FOREIGN DATA WRAPPER "
                + Identifier.quoteIdent(server.property("wrapper").orElse(""))
                + options(server);
    }

    private static String options(SnapshotObject object) {
        return object.property("options")
                .map(options -> new OptionList(options).foreign())
                .filter(options -> !options.isEmpty())
                .map(options -> " OPTIONS (" + options + ")")
                .orElse("");
    }
}
