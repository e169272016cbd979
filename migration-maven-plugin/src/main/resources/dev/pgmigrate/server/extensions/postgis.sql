-- A geometry is kept as the text that it was written as. What has to be computed from its shape is NULL.
CREATE TYPE geometry_key;
CREATE FUNCTION geometry_key_in(cstring) RETURNS geometry_key LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION geometry_key_out(geometry_key) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE geometry_key (INPUT = geometry_key_in, OUTPUT = geometry_key_out);
CREATE FUNCTION geometry_gist_consistent(internal, bytea, smallint, oid, internal) RETURNS boolean
  LANGUAGE c IMMUTABLE STRICT AS '$libdir/btree_gist', 'gbt_bytea_consistent';
CREATE FUNCTION geometry_gist_compress(internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT AS '$libdir/btree_gist', 'gbt_bytea_compress';
CREATE FUNCTION geometry_gist_decompress(internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT AS '$libdir/btree_gist', 'gbt_var_decompress';
CREATE FUNCTION geometry_gist_penalty(internal, internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT AS '$libdir/btree_gist', 'gbt_bytea_penalty';
CREATE FUNCTION geometry_gist_picksplit(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT AS '$libdir/btree_gist', 'gbt_bytea_picksplit';
CREATE FUNCTION geometry_gist_union(internal, internal) RETURNS geometry_key
  LANGUAGE c IMMUTABLE STRICT AS '$libdir/btree_gist', 'gbt_bytea_union';
CREATE FUNCTION geometry_gist_same(geometry_key, geometry_key, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT AS '$libdir/btree_gist', 'gbt_bytea_same';

DO $each$
DECLARE
  made text;
BEGIN
  FOREACH made IN ARRAY ARRAY['geometry', 'geography'] LOOP
    EXECUTE replace($sql$
      CREATE TYPE made;
      CREATE FUNCTION made_in(cstring, oid, integer) RETURNS made
        LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textin';
      CREATE FUNCTION made_out(made) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textout';
      CREATE FUNCTION made_recv(internal, oid, integer) RETURNS made
        LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textrecv';
      CREATE FUNCTION made_send(made) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textsend';
      -- The words and numbers of (Point, 4326) are only counted: nothing built in takes words.
      CREATE FUNCTION made_typmod_in(cstring[]) RETURNS integer
        LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'array_cardinality';
      CREATE TYPE made (
        INPUT = made_in, OUTPUT = made_out, RECEIVE = made_recv, SEND = made_send,
        TYPMOD_IN = made_typmod_in, STORAGE = main, DELIMITER = ':');

      CREATE FUNCTION made_lt(made, made) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'bytealt';
      CREATE FUNCTION made_le(made, made) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'byteale';
      CREATE FUNCTION made_eq(made, made) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'byteaeq';
      CREATE FUNCTION made_ge(made, made) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'byteage';
      CREATE FUNCTION made_gt(made, made) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'byteagt';
      CREATE FUNCTION made_cmp(made, made) RETURNS integer LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'byteacmp';
      CREATE FUNCTION made_hash(made) RETURNS integer LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'hashvarlena';
      CREATE OPERATOR < (LEFTARG = made, RIGHTARG = made, FUNCTION = made_lt, COMMUTATOR = >, NEGATOR = >=);
      CREATE OPERATOR <= (LEFTARG = made, RIGHTARG = made, FUNCTION = made_le, COMMUTATOR = >=, NEGATOR = >);
      CREATE OPERATOR = (LEFTARG = made, RIGHTARG = made, FUNCTION = made_eq, COMMUTATOR = =,
        RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
      CREATE OPERATOR >= (LEFTARG = made, RIGHTARG = made, FUNCTION = made_ge, COMMUTATOR = <=, NEGATOR = <);
      CREATE OPERATOR > (LEFTARG = made, RIGHTARG = made, FUNCTION = made_gt, COMMUTATOR = <, NEGATOR = <=);
      CREATE OPERATOR CLASS btree_made_ops DEFAULT FOR TYPE made USING btree AS
        OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 made_cmp(made, made);
      CREATE OPERATOR CLASS hash_made_ops DEFAULT FOR TYPE made USING hash AS
        OPERATOR 1 =, FUNCTION 1 made_hash(made);
      CREATE OPERATOR CLASS brin_made_inclusion_ops DEFAULT FOR TYPE made USING brin AS
        FUNCTION 1 brin_bloom_opcinfo(internal), FUNCTION 2 brin_bloom_add_value(internal, internal, internal, internal),
        FUNCTION 3 brin_bloom_consistent(internal, internal, internal, integer),
        FUNCTION 4 brin_bloom_union(internal, internal, internal), FUNCTION 5 brin_bloom_options(internal),
        FUNCTION 11 (made, made) made_hash(made), OPERATOR 1 =;

      CREATE FUNCTION made_related(made, made) RETURNS boolean IMMUTABLE STRICT PARALLEL SAFE RETURN NULL::boolean;
      CREATE FUNCTION made_distance(made, made) RETURNS double precision IMMUTABLE STRICT PARALLEL SAFE
        RETURN NULL::double precision;
      CREATE OPERATOR && (LEFTARG = made, RIGHTARG = made, FUNCTION = made_related, COMMUTATOR = &&);
      CREATE OPERATOR <-> (LEFTARG = made, RIGHTARG = made, FUNCTION = made_distance, COMMUTATOR = <->);
    $sql$, 'made', made);
  END LOOP;
END
$each$;

CREATE OPERATOR CLASS gist_geometry_ops_2d DEFAULT FOR TYPE geometry USING gist AS
  FUNCTION 1 geometry_gist_consistent(internal, bytea, smallint, oid, internal),
  FUNCTION 2 geometry_gist_union(internal, internal), FUNCTION 3 geometry_gist_compress(internal),
  FUNCTION 4 geometry_gist_decompress(internal), FUNCTION 5 geometry_gist_penalty(internal, internal, internal),
  FUNCTION 6 geometry_gist_picksplit(internal, internal),
  FUNCTION 7 geometry_gist_same(geometry_key, geometry_key, internal), STORAGE geometry_key;
CREATE OPERATOR CLASS gist_geometry_ops_nd FOR TYPE geometry USING gist AS
  FUNCTION 1 geometry_gist_consistent(internal, bytea, smallint, oid, internal),
  FUNCTION 2 geometry_gist_union(internal, internal), FUNCTION 3 geometry_gist_compress(internal),
  FUNCTION 4 geometry_gist_decompress(internal), FUNCTION 5 geometry_gist_penalty(internal, internal, internal),
  FUNCTION 6 geometry_gist_picksplit(internal, internal),
  FUNCTION 7 geometry_gist_same(geometry_key, geometry_key, internal), STORAGE geometry_key;
CREATE OPERATOR CLASS gist_geography_ops DEFAULT FOR TYPE geography USING gist AS
  FUNCTION 1 geometry_gist_consistent(internal, bytea, smallint, oid, internal),
  FUNCTION 2 geometry_gist_union(internal, internal), FUNCTION 3 geometry_gist_compress(internal),
  FUNCTION 4 geometry_gist_decompress(internal), FUNCTION 5 geometry_gist_penalty(internal, internal, internal),
  FUNCTION 6 geometry_gist_picksplit(internal, internal),
  FUNCTION 7 geometry_gist_same(geometry_key, geometry_key, internal), STORAGE geometry_key;

CREATE FUNCTION geometry(geography) RETURNS geometry IMMUTABLE STRICT PARALLEL SAFE RETURN $1::text::geometry;
CREATE FUNCTION geography(geometry) RETURNS geography IMMUTABLE STRICT PARALLEL SAFE RETURN $1::text::geography;
CREATE CAST (geography AS geometry) WITH FUNCTION geometry(geography);
CREATE CAST (geometry AS geography) WITH FUNCTION geography(geometry) AS IMPLICIT;
CREATE FUNCTION geometry(text) RETURNS geometry IMMUTABLE STRICT PARALLEL SAFE RETURN $1::geometry;
CREATE CAST (text AS geometry) WITH FUNCTION geometry(text) AS IMPLICIT;
CREATE FUNCTION text(geometry) RETURNS text IMMUTABLE STRICT PARALLEL SAFE RETURN $1::text;
CREATE CAST (geometry AS text) WITH FUNCTION text(geometry) AS IMPLICIT;
CREATE TYPE box2d AS (shape text);
CREATE TYPE box3d AS (shape text);
CREATE FUNCTION box2d(geometry) RETURNS box2d IMMUTABLE STRICT PARALLEL SAFE RETURN NULL::box2d;
CREATE CAST (geometry AS box2d) WITH FUNCTION box2d(geometry) AS IMPLICIT;

CREATE TABLE spatial_ref_sys (
  srid integer NOT NULL PRIMARY KEY CHECK (srid > 0 AND srid <= 998999),
  auth_name varchar(256),
  auth_srid integer,
  srtext varchar(2048),
  proj4text varchar(2048)
);
GRANT SELECT ON spatial_ref_sys TO PUBLIC;
CREATE VIEW geometry_columns AS
  SELECT ''::varchar(256) AS f_table_catalog, n.nspname AS f_table_schema, c.relname AS f_table_name,
    a.attname AS f_geometry_column, 2 AS coord_dimension, 0 AS srid, 'GEOMETRY'::varchar(30) AS type
  FROM pg_catalog.pg_attribute a
    JOIN pg_catalog.pg_class c ON c.oid = a.attrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE a.atttypid = 'geometry'::regtype AND NOT a.attisdropped AND c.relkind IN ('r', 'v', 'm', 'f', 'p');
CREATE VIEW geography_columns AS
  SELECT ''::varchar(256) AS f_table_catalog, n.nspname AS f_table_schema, c.relname AS f_table_name,
    a.attname AS f_geography_column, 2 AS coord_dimension, 0 AS srid, 'Geometry'::text AS type
  FROM pg_catalog.pg_attribute a
    JOIN pg_catalog.pg_class c ON c.oid = a.attrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE a.atttypid = 'geography'::regtype AND NOT a.attisdropped AND c.relkind IN ('r', 'v', 'm', 'f', 'p');

-- What makes a shape keeps what it was made of.
CREATE FUNCTION st_makepoint(double precision, double precision) RETURNS geometry IMMUTABLE STRICT PARALLEL SAFE
  RETURN ('POINT(' || $1 || ' ' || $2 || ')')::geometry;
CREATE FUNCTION st_makepoint(double precision, double precision, double precision) RETURNS geometry
  IMMUTABLE STRICT PARALLEL SAFE RETURN ('POINT Z (' || $1 || ' ' || $2 || ' ' || $3 || ')')::geometry;
CREATE FUNCTION st_point(double precision, double precision) RETURNS geometry IMMUTABLE STRICT PARALLEL SAFE
  RETURN st_makepoint($1, $2);
CREATE FUNCTION st_point(double precision, double precision, srid integer) RETURNS geometry
  IMMUTABLE STRICT PARALLEL SAFE RETURN ('SRID=' || $3 || ';POINT(' || $1 || ' ' || $2 || ')')::geometry;
CREATE FUNCTION st_setsrid(geom geometry, srid integer) RETURNS geometry IMMUTABLE STRICT PARALLEL SAFE
  RETURN ('SRID=' || $2 || ';' || regexp_replace($1::text, '^SRID=\d+;', ''))::geometry;
CREATE FUNCTION st_setsrid(geog geography, srid integer) RETURNS geography IMMUTABLE STRICT PARALLEL SAFE RETURN $1;
CREATE FUNCTION st_geomfromtext(text) RETURNS geometry IMMUTABLE STRICT PARALLEL SAFE RETURN $1::geometry;
CREATE FUNCTION st_geomfromtext(text, integer) RETURNS geometry IMMUTABLE STRICT PARALLEL SAFE
  RETURN st_setsrid($1::geometry, $2);
CREATE FUNCTION st_geomfromewkt(text) RETURNS geometry IMMUTABLE STRICT PARALLEL SAFE RETURN $1::geometry;
CREATE FUNCTION st_geogfromtext(text) RETURNS geography IMMUTABLE STRICT PARALLEL SAFE RETURN $1::geography;
CREATE FUNCTION st_geographyfromtext(text) RETURNS geography IMMUTABLE STRICT PARALLEL SAFE RETURN $1::geography;
CREATE FUNCTION st_geomfromgeojson(text) RETURNS geometry IMMUTABLE STRICT PARALLEL SAFE RETURN $1::geometry;
CREATE FUNCTION st_geomfromgeojson(json) RETURNS geometry IMMUTABLE STRICT PARALLEL SAFE RETURN $1::text::geometry;
CREATE FUNCTION st_geomfromgeojson(jsonb) RETURNS geometry IMMUTABLE STRICT PARALLEL SAFE RETURN $1::text::geometry;
CREATE FUNCTION st_geomfromwkb(bytea) RETURNS geometry IMMUTABLE STRICT PARALLEL SAFE
  RETURN encode($1, 'hex')::geometry;
CREATE FUNCTION st_geomfromwkb(bytea, integer) RETURNS geometry IMMUTABLE STRICT PARALLEL SAFE
  RETURN st_setsrid(encode($1, 'hex')::geometry, $2);
CREATE FUNCTION st_astext(geometry) RETURNS text IMMUTABLE STRICT PARALLEL SAFE
  RETURN regexp_replace($1::text, '^SRID=\d+;', '');
CREATE FUNCTION st_astext(geography) RETURNS text IMMUTABLE STRICT PARALLEL SAFE
  RETURN regexp_replace($1::text, '^SRID=\d+;', '');
CREATE FUNCTION st_asewkt(geometry) RETURNS text IMMUTABLE STRICT PARALLEL SAFE RETURN $1::text;
CREATE FUNCTION st_srid(geometry) RETURNS integer IMMUTABLE STRICT PARALLEL SAFE
  RETURN coalesce(substring($1::text FROM '^SRID=(\d+);')::integer, 0);
CREATE FUNCTION st_x(geometry) RETURNS double precision IMMUTABLE STRICT PARALLEL SAFE
  RETURN substring($1::text FROM 'POINT ?Z? ?\((\S+) ')::double precision;
CREATE FUNCTION st_y(geometry) RETURNS double precision IMMUTABLE STRICT PARALLEL SAFE
  RETURN substring($1::text FROM 'POINT ?Z? ?\(\S+ ([^ )]+)')::double precision;

-- The others are there to be called.
DO $each$
DECLARE
  signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY[
    'postgis_version() text', 'postgis_full_version() text', 'postgis_lib_version() text',
    'st_z(geometry) float8', 'st_m(geometry) float8', 'st_area(geometry) float8',
    'st_area(geog geography, use_spheroid boolean DEFAULT true) float8',
    'st_length(geometry) float8', 'st_length(geog geography, use_spheroid boolean DEFAULT true) float8',
    'st_perimeter(geometry) float8', 'st_perimeter(geog geography, use_spheroid boolean DEFAULT true) float8',
    'st_distance(geom1 geometry, geom2 geometry) float8',
    'st_distance(geog1 geography, geog2 geography, use_spheroid boolean DEFAULT true) float8',
    'st_distancesphere(geometry, geometry) float8', 'st_distancespheroid(geometry, geometry) float8',
    'st_azimuth(geometry, geometry) float8', 'st_azimuth(geography, geography) float8',
    'st_dwithin(geom1 geometry, geom2 geometry, float8) boolean',
    'st_dwithin(geog1 geography, geog2 geography, tolerance float8, use_spheroid boolean DEFAULT true) boolean',
    'st_contains(geometry, geometry) boolean', 'st_within(geometry, geometry) boolean',
    'st_intersects(geometry, geometry) boolean', 'st_intersects(geography, geography) boolean',
    'st_covers(geometry, geometry) boolean', 'st_covers(geography, geography) boolean',
    'st_coveredby(geometry, geometry) boolean', 'st_coveredby(geography, geography) boolean',
    'st_overlaps(geometry, geometry) boolean', 'st_touches(geometry, geometry) boolean',
    'st_crosses(geometry, geometry) boolean', 'st_disjoint(geometry, geometry) boolean',
    'st_equals(geometry, geometry) boolean', 'st_isvalid(geometry) boolean', 'st_isempty(geometry) boolean',
    'st_isvalidreason(geometry) text', 'st_isclosed(geometry) boolean', 'st_geometrytype(geometry) text',
    'geometrytype(geometry) text', 'st_npoints(geometry) integer', 'st_numpoints(geometry) integer',
    'st_numgeometries(geometry) integer', 'st_dimension(geometry) integer', 'st_ndims(geometry) smallint',
    'st_xmin(box3d) float8', 'st_xmax(box3d) float8', 'st_ymin(box3d) float8', 'st_ymax(box3d) float8',
    'st_xmin(geometry) float8', 'st_xmax(geometry) float8', 'st_ymin(geometry) float8', 'st_ymax(geometry) float8',
    'st_transform(geometry, integer) geometry', 'st_buffer(geometry, float8, options text DEFAULT '''') geometry',
    'st_buffer(geography, float8) geography', 'st_centroid(geometry) geometry',
    'st_centroid(geography, use_spheroid boolean DEFAULT true) geography', 'st_pointonsurface(geometry) geometry',
    'st_envelope(geometry) geometry', 'st_convexhull(geometry) geometry', 'st_boundary(geometry) geometry',
    'st_makeenvelope(float8, float8, float8, float8, integer DEFAULT 0) geometry',
    'st_tileenvelope(zoom integer, x integer, y integer) geometry', 'st_makeline(geometry, geometry) geometry',
    'st_makepolygon(geometry) geometry', 'st_polygonfromtext(text, integer) geometry',
    'st_union(geometry, geometry) geometry', 'st_intersection(geometry, geometry) geometry',
    'st_difference(geometry, geometry) geometry', 'st_symdifference(geometry, geometry) geometry',
    'st_simplify(geometry, float8) geometry', 'st_simplifypreservetopology(geometry, float8) geometry',
    'st_makevalid(geometry) geometry', 'st_multi(geometry) geometry', 'st_collect(geometry, geometry) geometry',
    'st_collect(geometry[]) geometry', 'st_union(geometry[]) geometry', 'st_force2d(geometry) geometry',
    'st_force3d(geometry, zvalue float8 DEFAULT 0) geometry', 'st_flipcoordinates(geometry) geometry',
    'st_startpoint(geometry) geometry', 'st_endpoint(geometry) geometry', 'st_pointn(geometry, integer) geometry',
    'st_geometryn(geometry, integer) geometry', 'st_exteriorring(geometry) geometry',
    'st_closestpoint(geometry, geometry) geometry', 'st_snaptogrid(geometry, float8) geometry',
    'st_lineinterpolatepoint(geometry, float8) geometry', 'st_linelocatepoint(geometry, geometry) float8',
    'st_project(geography, float8, float8) geography', 'st_expand(geometry, float8) geometry',
    'st_translate(geometry, float8, float8) geometry', 'st_asbinary(geometry) bytea', 'st_asbinary(geography) bytea',
    'st_asewkb(geometry) bytea', 'st_geomfromewkb(bytea) geometry', 'st_geogfromwkb(bytea) geography',
    'st_asgeojson(geom geometry, maxdecimaldigits integer DEFAULT 9, options integer DEFAULT 8) text',
    'st_asgeojson(geog geography, maxdecimaldigits integer DEFAULT 9, options integer DEFAULT 0) text',
    'st_askml(geometry) text', 'st_assvg(geometry) text', 'st_geohash(geometry, maxchars integer DEFAULT 0) text',
    'st_geomfromgeohash(text, integer DEFAULT NULL) geometry', 'st_hexagongrid(float8, geometry) geometry',
    'st_asmvtgeom(geom geometry, bounds box2d, extent integer DEFAULT 4096, buffer integer DEFAULT 256,'
      || ' clip_geom boolean DEFAULT true) geometry'
  ] LOOP
    EXECUTE format(
      'CREATE FUNCTION %s RETURNS %s LANGUAGE sql IMMUTABLE PARALLEL SAFE AS %L',
      regexp_replace(signature, '\) \S+$', ')'), substring(signature FROM '\) (\S+)$'),
      'SELECT NULL::' || substring(signature FROM '\) (\S+)$'));
  END LOOP;
END
$each$;

CREATE FUNCTION geometry_first(geometry, geometry) RETURNS geometry IMMUTABLE PARALLEL SAFE RETURN coalesce($1, $2);
CREATE AGGREGATE st_union(geometry) (SFUNC = geometry_first, STYPE = geometry);
CREATE AGGREGATE st_collect(geometry) (SFUNC = geometry_first, STYPE = geometry);
CREATE AGGREGATE st_makeline(geometry) (SFUNC = geometry_first, STYPE = geometry);
CREATE AGGREGATE st_extent(geometry) (SFUNC = geometry_first, STYPE = geometry);
CREATE FUNCTION geometry_rows(bytea, anyelement) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT $1';
CREATE AGGREGATE st_asmvt(anyelement) (SFUNC = geometry_rows, STYPE = bytea, INITCOND = '');
CREATE FUNCTION geometry_rows(bytea, anyelement, text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT $1';
CREATE AGGREGATE st_asmvt(anyelement, text) (SFUNC = geometry_rows, STYPE = bytea, INITCOND = '');
