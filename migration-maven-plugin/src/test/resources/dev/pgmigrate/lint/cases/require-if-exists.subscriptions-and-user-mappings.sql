-- file: 20250101000000_create.sql
create publication p;
create subscription s connection 'dbname=nowhere' publication p with (connect = false, slot_name = none);
create subscription r connection 'dbname=nowhere' publication p with (connect = false, slot_name = none);
create foreign data wrapper w;
create server away foreign data wrapper w;
create user mapping for public server away;
create user mapping for current_user server away;
-- file: 20250102000000_drop.sql
-- finding: subscription `s`
drop subscription s;
drop subscription if exists r;
-- finding: user mapping `public` on `away`
drop user mapping for public server away;
drop user mapping if exists for current_user server away;
