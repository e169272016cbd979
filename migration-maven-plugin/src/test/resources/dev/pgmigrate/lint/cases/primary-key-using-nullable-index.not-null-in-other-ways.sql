-- file: 20250101000000_create.sql
create table a (id bigint);
create unique index a_i on a (id);
create table b (id bigint not null);
create unique index b_i on b (id);
create table c (id bigint constraint n check (id is not null));
create unique index c_i on c (id);
create table d (x bigint not null, y bigint);
create unique index "D_i" on d (x, y);
-- file: 20250102000000_key.sql
-- finding: `id`
alter table a add primary key using index a_i;
alter table b add primary key using index b_i;
-- finding: `y`
alter table public.d add constraint k primary key using index "D_i";
-- file: 20250103000000_unique.sql
alter table c alter column id set not null;
alter table c add primary key using index c_i;
