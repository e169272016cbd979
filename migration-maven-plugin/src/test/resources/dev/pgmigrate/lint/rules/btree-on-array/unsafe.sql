-- postgres: 14+
-- file: 20250101000000_create_recipes.sql
create table if not exists recipes (id bigint primary key, tags text[]);
-- finding: `recipes_tags_idx`
create index if not exists recipes_tags_idx on recipes (tags);
