-- postgres: 14+
-- file: 20250101000000_create_mails.sql
create table if not exists mails (id bigint primary key, sent boolean);
-- finding: `mails_sent_idx`
create index if not exists mails_sent_idx on mails (sent);
