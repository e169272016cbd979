-- refused: 42710, 42P07
-- file: 20250101000000_create.sql
create table makers (id bigint constraint makers_key primary key, code text constraint makers_code_key unique);
create table parts (
  maker_id bigint,
  code text,
  low integer,
  high integer,
  constraint parts_maker foreign key (maker_id) references makers,
  constraint parts_code foreign key (code) references makers (code),
  constraint parts_range check (low < high)
);
create sequence numbers owned by parts.low;
create statistics spread on low, high from parts;
create index low_and_more on parts (code) include (high);
create materialized view totals as select maker_id, count(*) as n from parts group by maker_id;
create unique index totals_maker on totals (maker_id);
-- file: 20250102000000_materialized_view.sql
drop materialized view totals;
create materialized view totals as select maker_id, count(*) as n from parts group by maker_id;
create unique index totals_maker on totals (maker_id);
-- finding: `totals_maker`
create unique index totals_maker on totals (n);
-- file: 20250103000000_key.sql
alter table makers drop constraint makers_key cascade;
alter table makers add constraint makers_key primary key (id);
alter table parts add constraint parts_maker foreign key (maker_id) references makers not valid;
-- finding: `parts_code`
alter table parts add constraint parts_code foreign key (code) references makers (code) not valid;
-- file: 20250104000000_column_of_a_key.sql
alter table makers drop column code cascade;
alter table makers add column code text constraint makers_code_key unique;
alter table parts add constraint parts_code foreign key (code) references makers (code) not valid;
-- file: 20250105000000_columns.sql
alter table parts drop column low;
alter table parts add column low integer;
alter table parts add constraint parts_range check (low < high);
create sequence numbers;
create statistics spread on low, high from parts;
alter table parts drop column high;
alter table parts add column high integer;
create index low_and_more on parts (code) include (high);
-- file: 20250106000000_table.sql
alter sequence numbers owned by parts.low;
drop table parts cascade;
create sequence numbers;
