-- file: 20250101000000_create_notes.sql
-- finding: `${schema}` is a placeholder of a template
create table if not exists ${schema}.notes (id bigint primary key);
-- file: 20250102000000_tag_notes.sql
-- finding: `{{ .Schema }}` is a placeholder of a template
do $$ begin alter table {{ .Schema }}.notes add column if not exists tag text; end $$;
