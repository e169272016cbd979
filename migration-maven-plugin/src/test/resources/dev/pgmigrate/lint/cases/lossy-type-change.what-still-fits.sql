-- refused: 42P01
-- file: 20250101000000_create.sql
create table if not exists m (id bigint primary key, a varchar(10), b numeric(8, 2), c timestamptz, d int, e text, f numeric);
-- file: 20250102000000_change.sql
alter table m alter column a type varchar(20), alter column b type numeric(10, 2), alter column d type bigint;
alter table m alter column e type uuid using e::uuid, alter column c type timestamp;
alter table unheard_of alter column a type varchar(5);
-- finding: 22001
alter table m alter column a type varchar(8);
-- finding: 22003
alter table m alter column b type numeric(6, 2);
-- finding: the time of day
alter table m alter column c type date;
-- finding: 22003
alter table m alter column d type smallint;
-- finding: the fraction
alter table m alter column f type bigint;
