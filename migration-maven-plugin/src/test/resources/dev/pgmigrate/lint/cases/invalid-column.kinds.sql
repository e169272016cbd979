-- postgres: 18+
-- refused: 0A000, 42601, 42809, 42P16
-- file: 20250101000000_tables.sql
create table if not exists keyed (id int primary key, note text storage external);
create sequence if not exists numbers;
-- file: 20250102000000_refused.sql
-- finding: whose values stay where they are
create table moved (id int storage extended);
create table unmoved (id int storage plain, note text storage main, amounts int[] storage extended);
-- finding: whose values stay where they are
alter table unmoved alter column id set storage main;
alter table unmoved alter column note set storage plain;
-- finding: whose values stay where they are
alter table unmoved add column day date storage external;
-- finding: said twice
create table unsure (id int check (id > 0) not enforced enforced);
-- finding: belongs to no constraint
create table unbound (id int deferrable);
create table bound (id int references keyed deferrable initially deferred);
-- finding: has no columns to copy
create table of_numbers (like numbers);
-- finding: two primary keys
create table two_keys (like keyed including indexes, other int primary key);
create table one_key (like keyed, other int primary key);
