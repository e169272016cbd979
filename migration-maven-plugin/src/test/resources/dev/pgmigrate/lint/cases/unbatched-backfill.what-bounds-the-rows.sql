-- refused: 42P01
-- file: 20250101000000_create_accounts.sql
create table if not exists accounts (id bigint primary key, "Email" text unique, state text, seen timestamptz);
-- file: 20250102000000_change.sql
update accounts set state = 'new' where id = 7;
update accounts set state = 'new' where "Email" = 'a@example.com';
update accounts set state = 'new' where id in (1, 2, 3) and state is null;
update accounts set state = 'new' where id between 1 and 1000;
update accounts set state = 'new' where seen >= '2024-01-01' and seen < '2024-02-01';
update accounts set state = 'new' where id in (select id from accounts where state is null limit 500);
update accounts set state = 'new' where id = any (array(select id from accounts where state is null limit 500));
delete from accounts using (select id from accounts limit 100) as batch where accounts.id = batch.id;
update settings set value = 'on' where name = 'theme';
-- finding: every row of `accounts`
update accounts set state = 'new' where state = 'old';
-- finding: every row of `accounts`
update accounts set state = 'new' where id > 100;
-- finding: every row of `accounts`
delete from accounts where id in (select id from accounts where state = 'gone');
-- finding: every row of `accounts`
update accounts set state = (select label from states order by 1 limit 1) where state is null;
-- finding: every row of `accounts`
update accounts set state = 'x' where id = 1 or state is null;
