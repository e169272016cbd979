-- file: 20250101000000_create.sql
create type e as enum ('b');
-- file: 20250102000000_add.sql
alter type e add value if not exists 'a' before 'b';
-- finding: `e`
alter type e add value if not exists 'c';
alter type e rename value 'b' to 'd';
