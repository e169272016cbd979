-- postgres: 14+
-- file: 20250101000000_create_texts.sql
create table if not exists texts (id bigint primary key, body text);
-- file: 20250103000000_title_texts.sql
set lock_timeout = '2s';
alter table texts add column if not exists title text;
reset lock_timeout;
