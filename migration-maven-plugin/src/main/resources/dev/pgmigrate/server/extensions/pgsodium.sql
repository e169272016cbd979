-- Nothing is encrypted.
CREATE TYPE @extschema@.key_status AS ENUM ('default', 'valid', 'invalid', 'expired');
CREATE TYPE @extschema@.key_type AS ENUM (
  'aead-ietf', 'aead-det', 'hmacsha512', 'hmacsha256', 'auth', 'shorthash', 'generichash', 'kdf', 'secretbox',
  'secretstream', 'stream_xchacha20');
CREATE TABLE @extschema@.key (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  status @extschema@.key_status DEFAULT 'valid',
  created timestamptz NOT NULL DEFAULT now(),
  expires timestamptz,
  key_type @extschema@.key_type,
  key_id bigint,
  key_context bytea,
  name text UNIQUE,
  associated_data text DEFAULT '',
  comment text
);
CREATE VIEW @extschema@.valid_key AS
  SELECT id, name, status, key_type, key_id, key_context, created, expires, associated_data FROM @extschema@.key
  WHERE status IN ('valid', 'default');
CREATE FUNCTION @extschema@.create_key(
  key_type @extschema@.key_type DEFAULT 'aead-det', name text DEFAULT NULL, raw_key bytea DEFAULT NULL,
  raw_key_nonce bytea DEFAULT NULL, parent_key uuid DEFAULT NULL, key_context bytea DEFAULT NULL,
  expires timestamptz DEFAULT NULL, associated_data text DEFAULT ''
) RETURNS @extschema@.valid_key LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO @extschema@.key (key_type, name, expires, associated_data) VALUES ($1, $2, $7, $8)
  RETURNING id, name, status, key_type, key_id, key_context, created, expires, associated_data
$$;
CREATE FUNCTION @extschema@.randombytes_random() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION @extschema@.randombytes_buf(size integer) RETURNS bytea
  LANGUAGE sql AS $$ SELECT decode(repeat('00', $1), 'hex') $$;
CREATE FUNCTION @extschema@.crypto_aead_det_noncegen() RETURNS bytea
  LANGUAGE sql AS $$ SELECT decode(repeat('00', 16), 'hex') $$;
CREATE FUNCTION @extschema@.crypto_aead_det_encrypt(message bytea, additional bytea, key_uuid uuid, nonce bytea DEFAULT NULL)
  RETURNS bytea LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION @extschema@.crypto_aead_det_decrypt(message bytea, additional bytea, key_uuid uuid, nonce bytea DEFAULT NULL)
  RETURNS bytea LANGUAGE sql IMMUTABLE AS 'SELECT $1';
