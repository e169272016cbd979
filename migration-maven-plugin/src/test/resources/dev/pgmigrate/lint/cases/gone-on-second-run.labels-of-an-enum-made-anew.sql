-- file: 20250101000000_create.sql
create type phase as enum ('draft', 'open', 'closed', 'lost');
create table deal (id bigint, phase phase not null, before phase[], note text);
-- file: 20250102000000_remove_a_label.sql
-- finding: 'lost'
update deal set phase = 'closed' where phase = 'lost';
-- finding: 'lost'
delete from deal where id > 7 and phase in ('closed', 'lost');
update deal set phase = 'closed' where phase::text = 'lost';
update deal set note = 'lost' where phase <> 'draft' and note = 'lost';
create type new_phase as enum ('draft', 'open', 'closed');
alter table deal alter column phase type new_phase using phase::text::new_phase;
drop type phase cascade;
alter type new_phase rename to phase;
-- file: 20250103000000_add_a_label.sql
alter type phase add value if not exists 'won';
-- file: 20250104000000_use_it.sql
update deal set phase = 'won' where phase = 'closed';
