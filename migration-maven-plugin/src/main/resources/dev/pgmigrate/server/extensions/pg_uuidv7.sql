CREATE FUNCTION uuid_generate_v7() RETURNS uuid VOLATILE PARALLEL SAFE
  RETURN overlay(
    overlay(gen_random_uuid()::text PLACING '7' FROM 15 FOR 1)
    PLACING lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint >> 16), 8, '0') FROM 1 FOR 8)::uuid;
