-- postgres: 14+
-- file: 20250101000000_create_mails.sql
create table if not exists mails (id bigint primary key, sent boolean);
create index if not exists mails_unsent_idx on mails (id) where not sent;
