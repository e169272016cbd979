-- file: 20250101000000_create.sql
create role drop_owned_leaver;
create role drop_owned_stayer;
create table drop_owned_notes (id bigint);
alter table drop_owned_notes owner to drop_owned_leaver;
grant all on schema public to drop_owned_leaver, drop_owned_stayer;
-- file: 20250102000000_leave.sql
reassign owned by drop_owned_leaver to current_user;
drop owned by drop_owned_leaver;
drop role drop_owned_leaver;
-- finding: `drop_owned_stayer`
drop owned by drop_owned_stayer;
drop role drop_owned_stayer;
select * from drop_owned_notes;
