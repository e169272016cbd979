-- file: 20250101000000_drop.sql
-- finding: `current_user`
do $$ begin if false then drop owned by current_user; end if; end $$;
create role drop_owned_a;
reassign owned by drop_owned_a to current_user;
drop role drop_owned_a;
