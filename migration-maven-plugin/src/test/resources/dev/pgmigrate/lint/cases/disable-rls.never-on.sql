-- file: 20250101000000_create.sql
create table if not exists notes (id bigint primary key);
create table if not exists tags (id bigint primary key);
alter table tags enable row level security;
-- file: 20250102000000_disable.sql
alter table notes disable row level security;
-- finding: opens all rows of `tags`
alter table tags disable row level security;
