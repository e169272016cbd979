-- Vectors are kept as their text; distances are computed from it, so that queries give what the real ones give.
CREATE FUNCTION hnswhandler(internal) RETURNS index_am_handler LANGUAGE internal AS 'hashhandler';
CREATE FUNCTION ivfflathandler(internal) RETURNS index_am_handler LANGUAGE internal AS 'hashhandler';
CREATE ACCESS METHOD hnsw TYPE INDEX HANDLER hnswhandler;
CREATE ACCESS METHOD ivfflat TYPE INDEX HANDLER ivfflathandler;

DO $each$
DECLARE
  made text;
BEGIN
  FOREACH made IN ARRAY ARRAY['vector', 'halfvec', 'sparsevec'] LOOP
    EXECUTE replace($sql$
      CREATE TYPE made;
      CREATE FUNCTION made_in(cstring, oid, integer) RETURNS made
        LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textin';
      CREATE FUNCTION made_out(made) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textout';
      CREATE FUNCTION made_recv(internal, oid, integer) RETURNS made
        LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textrecv';
      CREATE FUNCTION made_send(made) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textsend';
      CREATE FUNCTION made_typmod_in(cstring[]) RETURNS integer
        LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'varchartypmodin';
      CREATE FUNCTION made_typmod_out(integer) RETURNS cstring
        LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'varchartypmodout';
      CREATE TYPE made (
        INPUT = made_in, OUTPUT = made_out, RECEIVE = made_recv, SEND = made_send,
        TYPMOD_IN = made_typmod_in, TYPMOD_OUT = made_typmod_out, STORAGE = external);

      CREATE FUNCTION made_values(made) RETURNS double precision[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
      BEGIN
        IF $1::text LIKE '[%' THEN
          RETURN translate($1::text, '[]', '{}')::double precision[];
        END IF;
        RETURN ARRAY(
          SELECT coalesce(split_part(pair, ':', 2)::double precision, 0)
          FROM generate_series(1, split_part($1::text, '/', 2)::integer) AS place
          LEFT JOIN unnest(string_to_array(btrim(split_part($1::text, '/', 1), '{} '), ',')) AS pair
            ON split_part(pair, ':', 1)::integer = place
          ORDER BY place);
      END
      $$;
      CREATE FUNCTION made(made, integer, boolean) RETURNS made LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
      BEGIN
        IF $2 >= 4 AND cardinality(translate(split_part($1::text, '/', 1), '[]', '{}')::text[]) <> $2 - 4
          AND $1::text LIKE '[%' THEN
          RAISE EXCEPTION 'expected % dimensions, not %', $2 - 4,
            cardinality(translate($1::text, '[]', '{}')::text[]) USING ERRCODE = '22000';
        END IF;
        RETURN $1;
      END
      $$;
      CREATE CAST (made AS made) WITH FUNCTION made(made, integer, boolean) AS IMPLICIT;

      CREATE FUNCTION l2_distance(made, made) RETURNS double precision IMMUTABLE STRICT PARALLEL SAFE
        RETURN (SELECT sqrt(sum((a - b) ^ 2)) FROM unnest(made_values($1), made_values($2)) AS pair (a, b));
      CREATE FUNCTION l1_distance(made, made) RETURNS double precision IMMUTABLE STRICT PARALLEL SAFE
        RETURN (SELECT sum(abs(a - b)) FROM unnest(made_values($1), made_values($2)) AS pair (a, b));
      CREATE FUNCTION inner_product(made, made) RETURNS double precision IMMUTABLE STRICT PARALLEL SAFE
        RETURN (SELECT sum(a * b) FROM unnest(made_values($1), made_values($2)) AS pair (a, b));
      CREATE FUNCTION made_negative_inner_product(made, made) RETURNS double precision IMMUTABLE STRICT PARALLEL SAFE
        RETURN -inner_product($1, $2);
      CREATE FUNCTION l2_norm(made) RETURNS double precision IMMUTABLE STRICT PARALLEL SAFE
        RETURN sqrt(inner_product($1, $1));
      CREATE FUNCTION cosine_distance(made, made) RETURNS double precision IMMUTABLE STRICT PARALLEL SAFE
        RETURN 1 - inner_product($1, $2) / nullif(l2_norm($1) * l2_norm($2), 0);
      CREATE OPERATOR <-> (LEFTARG = made, RIGHTARG = made, FUNCTION = l2_distance, COMMUTATOR = <->);
      CREATE OPERATOR <+> (LEFTARG = made, RIGHTARG = made, FUNCTION = l1_distance, COMMUTATOR = <+>);
      CREATE OPERATOR <#> (LEFTARG = made, RIGHTARG = made, FUNCTION = made_negative_inner_product, COMMUTATOR = <#>);
      CREATE OPERATOR <=> (LEFTARG = made, RIGHTARG = made, FUNCTION = cosine_distance, COMMUTATOR = <=>);

      CREATE FUNCTION made_lt(made, made) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'bytealt';
      CREATE FUNCTION made_le(made, made) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'byteale';
      CREATE FUNCTION made_eq(made, made) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'byteaeq';
      CREATE FUNCTION made_ne(made, made) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'byteane';
      CREATE FUNCTION made_ge(made, made) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'byteage';
      CREATE FUNCTION made_gt(made, made) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'byteagt';
      CREATE FUNCTION made_cmp(made, made) RETURNS integer LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'byteacmp';
      CREATE FUNCTION made_hash(made) RETURNS integer LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'hashvarlena';
      CREATE OPERATOR < (LEFTARG = made, RIGHTARG = made, FUNCTION = made_lt, COMMUTATOR = >, NEGATOR = >=,
        RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
      CREATE OPERATOR <= (LEFTARG = made, RIGHTARG = made, FUNCTION = made_le, COMMUTATOR = >=, NEGATOR = >,
        RESTRICT = scalarlesel, JOIN = scalarlejoinsel);
      CREATE OPERATOR = (LEFTARG = made, RIGHTARG = made, FUNCTION = made_eq, COMMUTATOR = =, NEGATOR = <>,
        RESTRICT = eqsel, JOIN = eqjoinsel);
      CREATE OPERATOR <> (LEFTARG = made, RIGHTARG = made, FUNCTION = made_ne, COMMUTATOR = <>, NEGATOR = =,
        RESTRICT = neqsel, JOIN = neqjoinsel);
      CREATE OPERATOR >= (LEFTARG = made, RIGHTARG = made, FUNCTION = made_ge, COMMUTATOR = <=, NEGATOR = <,
        RESTRICT = scalargesel, JOIN = scalargejoinsel);
      CREATE OPERATOR > (LEFTARG = made, RIGHTARG = made, FUNCTION = made_gt, COMMUTATOR = <, NEGATOR = <=,
        RESTRICT = scalargtsel, JOIN = scalargtjoinsel);
      CREATE OPERATOR CLASS made_ops DEFAULT FOR TYPE made USING btree AS
        OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 made_cmp(made, made);
      CREATE OPERATOR CLASS made_l2_ops FOR TYPE made USING hnsw AS FUNCTION 1 made_hash(made);
      CREATE OPERATOR CLASS made_ip_ops FOR TYPE made USING hnsw AS FUNCTION 1 made_hash(made);
      CREATE OPERATOR CLASS made_cosine_ops FOR TYPE made USING hnsw AS FUNCTION 1 made_hash(made);
      CREATE OPERATOR CLASS made_l1_ops FOR TYPE made USING hnsw AS FUNCTION 1 made_hash(made);
    $sql$, 'made', made);
  END LOOP;

  FOREACH made IN ARRAY ARRAY['vector', 'halfvec'] LOOP
    EXECUTE replace($sql$
      CREATE FUNCTION array_to_made(double precision[], integer, boolean) RETURNS made IMMUTABLE STRICT PARALLEL SAFE
        RETURN made(('[' || array_to_string($1, ',') || ']')::made, $2, $3);
      CREATE FUNCTION array_to_made(real[], integer, boolean) RETURNS made IMMUTABLE STRICT PARALLEL SAFE
        RETURN array_to_made($1::double precision[], $2, $3);
      CREATE FUNCTION array_to_made(integer[], integer, boolean) RETURNS made IMMUTABLE STRICT PARALLEL SAFE
        RETURN array_to_made($1::double precision[], $2, $3);
      CREATE FUNCTION array_to_made(numeric[], integer, boolean) RETURNS made IMMUTABLE STRICT PARALLEL SAFE
        RETURN array_to_made($1::double precision[], $2, $3);
      CREATE FUNCTION made_to_float4(made, integer, boolean) RETURNS real[] IMMUTABLE STRICT PARALLEL SAFE
        RETURN made_values($1)::real[];
      CREATE CAST (double precision[] AS made)
        WITH FUNCTION array_to_made(double precision[], integer, boolean) AS ASSIGNMENT;
      CREATE CAST (real[] AS made) WITH FUNCTION array_to_made(real[], integer, boolean) AS ASSIGNMENT;
      CREATE CAST (integer[] AS made) WITH FUNCTION array_to_made(integer[], integer, boolean) AS ASSIGNMENT;
      CREATE CAST (numeric[] AS made) WITH FUNCTION array_to_made(numeric[], integer, boolean) AS ASSIGNMENT;
      CREATE CAST (made AS real[]) WITH FUNCTION made_to_float4(made, integer, boolean) AS ASSIGNMENT;

      CREATE FUNCTION vector_dims(made) RETURNS integer IMMUTABLE STRICT PARALLEL SAFE
        RETURN cardinality(made_values($1));
      CREATE FUNCTION l2_normalize(made) RETURNS made IMMUTABLE STRICT PARALLEL SAFE
        RETURN array_to_made(ARRAY(
          SELECT value / nullif(l2_norm($1), 0) FROM unnest(made_values($1)) AS value), -1, false);
      CREATE FUNCTION subvector(made, integer, integer) RETURNS made IMMUTABLE STRICT PARALLEL SAFE
        RETURN array_to_made((made_values($1))[$2 : $2 + $3 - 1], -1, false);
      CREATE FUNCTION binary_quantize(made) RETURNS bit IMMUTABLE STRICT PARALLEL SAFE
        RETURN (SELECT string_agg(CASE WHEN value > 0 THEN '1' ELSE '0' END, '')
                FROM unnest(made_values($1)) AS value)::bit varying::bit;
      CREATE FUNCTION made_add(made, made) RETURNS made IMMUTABLE STRICT PARALLEL SAFE
        RETURN array_to_made(ARRAY(
          SELECT a + b FROM unnest(made_values($1), made_values($2)) AS pair (a, b)), -1, false);
      CREATE FUNCTION made_sub(made, made) RETURNS made IMMUTABLE STRICT PARALLEL SAFE
        RETURN array_to_made(ARRAY(
          SELECT a - b FROM unnest(made_values($1), made_values($2)) AS pair (a, b)), -1, false);
      CREATE FUNCTION made_mul(made, made) RETURNS made IMMUTABLE STRICT PARALLEL SAFE
        RETURN array_to_made(ARRAY(
          SELECT a * b FROM unnest(made_values($1), made_values($2)) AS pair (a, b)), -1, false);
      CREATE FUNCTION made_concat(made, made) RETURNS made IMMUTABLE STRICT PARALLEL SAFE
        RETURN array_to_made(made_values($1) || made_values($2), -1, false);
      CREATE OPERATOR + (LEFTARG = made, RIGHTARG = made, FUNCTION = made_add, COMMUTATOR = +);
      CREATE OPERATOR - (LEFTARG = made, RIGHTARG = made, FUNCTION = made_sub);
      CREATE OPERATOR * (LEFTARG = made, RIGHTARG = made, FUNCTION = made_mul, COMMUTATOR = *);
      CREATE OPERATOR || (LEFTARG = made, RIGHTARG = made, FUNCTION = made_concat);
      CREATE AGGREGATE sum(made) (SFUNC = made_add, STYPE = made, PARALLEL = SAFE);
      CREATE FUNCTION made_accum(double precision[], made) RETURNS double precision[] IMMUTABLE STRICT PARALLEL SAFE
        RETURN ARRAY[coalesce($1[1], 0) + 1] || ARRAY(
          SELECT coalesce(a, 0) + b FROM unnest($1[2:], made_values($2)) AS pair (a, b));
      CREATE FUNCTION made_avg(double precision[]) RETURNS made IMMUTABLE STRICT PARALLEL SAFE
        RETURN array_to_made(ARRAY(SELECT value / $1[1] FROM unnest($1[2:]) AS value), -1, false);
      CREATE AGGREGATE avg(made) (SFUNC = made_accum, STYPE = double precision[], FINALFUNC = made_avg, INITCOND = '{0}');
      CREATE OPERATOR CLASS made_l2_ops DEFAULT FOR TYPE made USING ivfflat AS FUNCTION 1 made_hash(made);
      CREATE OPERATOR CLASS made_ip_ops FOR TYPE made USING ivfflat AS FUNCTION 1 made_hash(made);
      CREATE OPERATOR CLASS made_cosine_ops FOR TYPE made USING ivfflat AS FUNCTION 1 made_hash(made);
    $sql$, 'made', made);
  END LOOP;
END
$each$;

CREATE FUNCTION vector_norm(vector) RETURNS double precision IMMUTABLE STRICT PARALLEL SAFE RETURN l2_norm($1);
CREATE FUNCTION vector_to_halfvec(vector, integer, boolean) RETURNS halfvec IMMUTABLE STRICT PARALLEL SAFE
  RETURN halfvec($1::text::halfvec, $2, $3);
CREATE FUNCTION halfvec_to_vector(halfvec, integer, boolean) RETURNS vector IMMUTABLE STRICT PARALLEL SAFE
  RETURN vector($1::text::vector, $2, $3);
CREATE CAST (vector AS halfvec) WITH FUNCTION vector_to_halfvec(vector, integer, boolean) AS ASSIGNMENT;
CREATE CAST (halfvec AS vector) WITH FUNCTION halfvec_to_vector(halfvec, integer, boolean) AS IMPLICIT;

CREATE FUNCTION hamming_distance(bit, bit) RETURNS double precision IMMUTABLE STRICT PARALLEL SAFE
  RETURN length(replace(($1 # $2)::text, '0', ''));
CREATE FUNCTION jaccard_distance(bit, bit) RETURNS double precision IMMUTABLE STRICT PARALLEL SAFE
  RETURN 1 - length(replace(($1 & $2)::text, '0', ''))
    / greatest(length(replace(($1 | $2)::text, '0', '')), 1)::double precision;
CREATE OPERATOR <~> (LEFTARG = bit, RIGHTARG = bit, FUNCTION = hamming_distance, COMMUTATOR = <~>);
CREATE OPERATOR <%> (LEFTARG = bit, RIGHTARG = bit, FUNCTION = jaccard_distance, COMMUTATOR = <%>);
CREATE FUNCTION bit_hash(bit) RETURNS integer LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'hashvarlena';
CREATE OPERATOR CLASS bit_hamming_ops FOR TYPE bit USING hnsw AS FUNCTION 1 bit_hash(bit);
CREATE OPERATOR CLASS bit_jaccard_ops FOR TYPE bit USING hnsw AS FUNCTION 1 bit_hash(bit);
CREATE OPERATOR CLASS bit_hamming_ops FOR TYPE bit USING ivfflat AS FUNCTION 1 bit_hash(bit);
