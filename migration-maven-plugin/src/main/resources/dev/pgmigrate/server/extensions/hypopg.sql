CREATE FUNCTION hypopg_create_index(sql_order text, OUT indexrelid oid, OUT indexname text) RETURNS SETOF record
  LANGUAGE sql AS 'SELECT NULL::oid, NULL::text WHERE false';
CREATE FUNCTION hypopg_drop_index(indexid oid) RETURNS boolean LANGUAGE sql AS 'SELECT false';
CREATE FUNCTION hypopg_reset() RETURNS void LANGUAGE sql AS '';
