-- file: 20250101000000_create.sql
create domain mail as text;
create domain "Mail" as text;
create table users (email mail);
-- file: 20250102000000_alter.sql
-- finding: mail
alter domain public.mail set not null;
-- finding: Mail
alter domain "Mail" set not null;
alter domain "Mail" drop not null;
create domain fresh as text;
alter domain fresh set not null;
