-- postgres: 14+
-- file: 20250101000000_create.sql
create table notes (id bigint primary key);
create table tags (id bigint primary key);
do $do$
begin
    execute $sql$ do $$ begin drop table notes; end $$ $sql$;
end
$do$;
create table notes (id bigint primary key);
do $do$ begin
    do $$ begin drop table tags; end $$;
end $do$;
create table tags (id bigint primary key);
