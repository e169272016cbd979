-- postgres: 14+
-- file: 20250101000000_create_size.sql
do $$ begin create type size as enum ('small', 'large'); exception when duplicate_object then null; end $$;
-- file: 20250102000000_add_medium.sql
alter type size add value if not exists 'medium' after 'small';
