-- file: 20250101000000_create.sql
create table users (id bigint primary key);
create table a (user_id bigint references users on update cascade on delete set null);
create table b (
    user_id bigint,
-- finding: `public.users`
    constraint fk foreign key (user_id) references public.users (id) on update cascade on delete cascade
);
create table c (user_id bigint);
-- finding: `users`
alter table c add foreign key (user_id) references users on delete /* all */ cascade not valid;
-- finding: `users`
alter table c add column other bigint references users on delete cascade;
alter table c add column third bigint references users on delete restrict;
