-- file: 20250101000000_update_users.sql
select 1;
-- file: 20250102000000_fix_update.sql
-- finding: `fix_update`
select 1;
-- file: 20250103000000_v2.sql
-- finding: `v2`
select 1;
-- file: 20250104000000_newsletter.sql
select 1;
