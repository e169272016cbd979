-- postgres: 16+
-- refused: 42702, 42703, 42809, 42P17
-- file: 20250101000000_rules.sql
create table if not exists notes (id int, body text);
create table if not exists log (id int, body text);
create view noted as select id, body from notes;
create rule kept as on insert to notes where new.id > 0 do also insert into log values (new.id, new.body);
create rule plain as on insert to notes where id > 0 do also insert into log values (new.id, (select body from log limit 1));
create rule whole as on delete to notes do also insert into log select (old).id, old.body;
-- file: 20250102000000_refused.sql
-- finding: only views have a rule
create rule "_RETURN" as on select to log do instead select 1 as id, ''::text as body;
-- finding: only OLD and NEW are
create rule lost as on insert to notes do also insert into log values (id, new.body);
-- finding: is in OLD and in NEW
create rule unsure as on update to notes where id > 0 do also delete from log;
-- finding: has no OLD
create rule before as on insert to notes do also insert into log values (old.id);
-- finding: has no NEW
create rule after as on delete to notes do also insert into log values (new.id);
-- finding: no column `title`
create rule titled as on update to notes where new.title = '' do also delete from log;
-- finding: is the rule that makes
alter rule "_RETURN" on noted rename to seen;
-- finding: is the rule that makes
alter rule kept on notes rename to "_RETURN";
alter rule kept on notes rename to kept_too;
