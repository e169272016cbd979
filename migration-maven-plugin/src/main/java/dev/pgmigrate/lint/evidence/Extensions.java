package dev.pgmigrate.lint.evidence;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows which extension provides a function, a type, an operator class or an access method that is not built in. */
public final class Extensions {
    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("uuid_generate_v1", "uuid-ossp"),
            Map.entry("uuid_generate_v1mc", "uuid-ossp"),
            Map.entry("uuid_generate_v3", "uuid-ossp"),
            Map.entry("uuid_generate_v4", "uuid-ossp"),
            Map.entry("uuid_generate_v5", "uuid-ossp"),
            Map.entry("crypt", "pgcrypto"),
            Map.entry("gen_salt", "pgcrypto"),
            Map.entry("gen_random_bytes", "pgcrypto"),
            Map.entry("pgp_sym_encrypt", "pgcrypto"),
            Map.entry("pgp_sym_decrypt", "pgcrypto"),
            Map.entry("unaccent", "unaccent"),
            Map.entry("word_similarity", "pg_trgm"),
            Map.entry("show_trgm", "pg_trgm"),
            Map.entry("levenshtein", "fuzzystrmatch"),
            Map.entry("dmetaphone", "fuzzystrmatch"),
            Map.entry("ll_to_earth", "earthdistance"),
            Map.entry("earth_distance", "earthdistance"),
            Map.entry("st_makepoint", "postgis"),
            Map.entry("st_setsrid", "postgis"),
            Map.entry("st_geomfromtext", "postgis"));
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("citext", "citext"),
            Map.entry("hstore", "hstore"),
            Map.entry("ltree", "ltree"),
            Map.entry("lquery", "ltree"),
            Map.entry("geometry", "postgis"),
            Map.entry("geography", "postgis"),
            Map.entry("vector", "vector"),
            Map.entry("halfvec", "vector"),
            Map.entry("sparsevec", "vector"),
            Map.entry("cube", "cube"));
    private static final Map<String, String> INDEXES = Map.of(
            "gin_trgm_ops", "pg_trgm",
            "gist_trgm_ops", "pg_trgm",
            "gin__int_ops", "intarray",
            "vector_cosine_ops", "vector",
            "vector_ip_ops", "vector",
            "vector_l2_ops", "vector",
            "hnsw", "vector",
            "ivfflat", "vector",
            "bloom", "bloom");

    private Extensions() {}

    public static @Nullable String ofFunction(String name) {
        return FUNCTIONS.get(name);
    }

    public static @Nullable String ofType(String name) {
        return TYPES.get(name);
    }

    /** Goes by an operator class or an access method. */
    public static @Nullable String ofIndex(String name) {
        return INDEXES.get(name);
    }
}
