-- postgres: 14+
-- file: 20250101000000_create_rooms.sql
create table if not exists rooms (id bigint primary key, seats int, constraint rooms_seats_check check (seats > 0));
-- file: 20250102000000_widen_check.sql
set lock_timeout = '2s';
alter table rooms
  drop constraint if exists rooms_seats_check,
  add constraint rooms_seats_check check (seats >= 0) not valid;
reset lock_timeout;
-- file: 20250103000000_validate_check.sql
alter table rooms validate constraint rooms_seats_check;
