-- file: 20250101000000_create_notes.sql
-- finding: `${schema}` is text for a template
create table if not exists ${schema}.notes (id bigint primary key);
