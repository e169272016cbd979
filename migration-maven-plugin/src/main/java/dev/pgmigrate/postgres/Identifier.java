package dev.pgmigrate.postgres;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** What PostgreSQL does with identifiers (manual, 4.1.1 "Identifiers and Key Words"). */
public final class Identifier {
    /** The longest identifier in bytes, {@code NAMEDATALEN - 1}; a longer one is cut with a NOTICE. */
    public static final int MAX_BYTES = 63;

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** The key words that are no name everywhere. */
    private static final Set<String> KEY_WORDS = Set.of("""
            all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both
            case cast char character check coalesce collate collation column concurrently constraint create cross
            current_catalog current_date current_role current_schema current_time current_timestamp current_user dec
            decimal default deferrable desc distinct do else end except exists extract false fetch float for foreign
            freeze from full grant greatest group grouping having ilike in initially inner inout int integer
            intersect interval into is isnull join json json_array json_arrayagg json_exists json_object
            json_objectagg json_query json_scalar json_serialize json_table json_value lateral leading least left
            like limit localtime localtimestamp merge_action national natural nchar none normalize not notnull null
            nullif numeric offset on only or order out outer overlaps overlay placing position precision primary
            real references returning right row select session_user setof similar smallint some substring symmetric
            system_user table tablesample then time timestamp to trailing treat trim true union unique user using
            values varchar variadic verbose when where window with xmlattributes xmlconcat xmlelement xmlexists
            xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable""".split("\\s+"));

    private Identifier() {}

    /** Returns {@code name} as the server's {@code quote_ident} writes it: a key word that is no name everywhere in quotes. */
    public static String quoteIdent(String name) {
        return KEY_WORDS.contains(name) ? '"' + name + '"' : quote(name);
    }

    /**
     * Returns {@code name} as SQL text: bare where it is lower case and plain, quoted elsewhere. A reserved word that
     * looks plain is left bare: {@link #quoteIdent} quotes it.
     */
    public static String quote(String name) {
        return PLAIN.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Returns whether the server cuts the name off. */
    public static boolean isTooLong(String name) {
        // A UTF-16 unit makes at most three bytes.
        return name.length() > MAX_BYTES / 3 && bytes(name) > MAX_BYTES;
    }

    /** Returns the length in bytes of UTF-8, by which the server measures it. */
    public static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
