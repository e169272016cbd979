-- file: 20250101000000_create.sql
create domain mail as text;
create domain "Mail" as text;
-- file: 20250102000000_alter.sql
alter domain mail add constraint c check (value <> '') not valid;
alter domain mail validate constraint c;
-- finding: Mail
alter domain public."Mail" add constraint c check (value <> '');
create domain fresh as text;
alter domain fresh add constraint c check (value <> '');
