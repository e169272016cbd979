-- refused: 42P01
-- file: 20250101000000_create_items.sql
create table if not exists makers (id bigint primary key);
create table if not exists items (
  id bigint primary key, maker_id bigint, "Size" int, name text,
  constraint items_maker_fkey foreign key (maker_id) references makers (id),
  constraint "items_Size" check ("Size" > 0),
  constraint items_name check (name is not null),
  constraint items_name_key unique (name)
);
-- file: 20250102000000_same_statement.sql
alter table items drop constraint if exists "items_Size", add constraint "items_Size" check ("Size" >= 0) not valid;
-- file: 20250103000000_other_name.sql
alter table items drop constraint items_maker_fkey;
alter table items add constraint items_made_by foreign key (maker_id) references makers (id) not valid;
-- file: 20250104000000_never_there.sql
alter table items drop constraint if exists items_unheard_of;
-- file: 20250105000000_said_by_the_column.sql
alter table items alter column name set not null;
alter table items drop constraint items_name;
-- file: 20250106000000_gone.sql
-- finding: `items_Size` of `items`
alter table items drop constraint "items_Size";
-- finding: `elsewhere_check` of `elsewhere`
alter table elsewhere drop constraint elsewhere_check;
