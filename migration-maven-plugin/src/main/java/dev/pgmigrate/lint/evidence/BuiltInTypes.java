package dev.pgmigrate.lint.evidence;

import java.util.Set;

/** The names of {@code pg_type} that a table or a type of one's own may have as well, and that hide it. */
public final class BuiltInTypes {
    private static final Set<String> NAMES = Set.of(
            ("bit bool box bpchar bytea char cid cidr circle date datemultirange daterange float4 float8 inet int2 "
                            + "int4 int4multirange int4range int8 int8multirange int8range interval json jsonb jsonpath "
                            + "line lseg macaddr macaddr8 money name numeric nummultirange numrange oid oidvector path "
                            + "pg_lsn point polygon record refcursor regclass regproc regrole regtype text tid time "
                            + "timestamp timestamptz timetz tsmultirange tsquery tsrange tstzmultirange tstzrange "
                            + "tsvector txid_snapshot uuid varbit varchar void xid xid8 xml")
                    .split(" "));

    private BuiltInTypes() {}

    public static boolean contains(String name) {
        return NAMES.contains(name);
    }
}
