-- file: 20250101000000_create.sql
create type e as enum ('b');
create type "E" as enum ('b');
-- file: 20250102000000_add.sql
-- finding: `e.a`
alter type e add value 'a' before 'b';
alter type public.e add value if not exists 'c' after 'b';
-- finding: `E.it's`
alter type "E" add value 'it''s';
