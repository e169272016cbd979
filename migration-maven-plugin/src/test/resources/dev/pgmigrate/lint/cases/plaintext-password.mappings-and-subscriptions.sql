-- file: 20250101000000_create.sql
create foreign data wrapper w;
create server s foreign data wrapper w options (host 'h', password_required 'false');
-- finding: server `s`
create user mapping for current_user server s options (user 'u', password 'hunter2');
-- finding: server `s`
alter user mapping for current_user server s options (set password 'hunter3');
alter user mapping for current_user server s options (drop password);
-- finding: subscription `Sub`
create subscription "Sub" connection 'host=h dbname=d password = hunter2' publication p with (connect = false);
alter subscription "Sub" connection 'host=h dbname=d passfile=/etc/pass';
alter subscription "Sub" connection 'host=h password='''' dbname=d';
alter subscription "Sub" set (slot_name = none);
drop subscription "Sub";
