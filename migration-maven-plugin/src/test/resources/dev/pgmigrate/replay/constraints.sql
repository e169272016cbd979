-- Constraints, the names that the server makes up for them, and what goes with them.
CREATE TABLE people (
    id int CONSTRAINT people_key PRIMARY KEY,
    mail text UNIQUE CHECK (mail <> ''),
    age int CHECK (age > 0) NO INHERIT,
    boss int REFERENCES people (id) NOT NULL,
    a int, b int,
    UNIQUE (a, b) INCLUDE (age),
    CHECK (a < b),
    CONSTRAINT sum_positive CHECK (a + b > 0) NOT VALID,
    FOREIGN KEY (boss) REFERENCES people,
    EXCLUDE USING gist (a WITH =, lower(mail) WITH =) INCLUDE (b) WHERE (a > 0),
    EXCLUDE (b WITH =));
--> + public.people.a: column int4
--> + public.people.age: column int4
--> + public.people.b: column int4
--> + public.people.boss: column int4, not null
--> + public.people.id: column int4, not null
--> + public.people.mail: column text
--> + public.people.people_a_b_age_key: UNIQUE [a, b]
--> + public.people.people_a_lower_b_excl: EXCLUDE [a, lower]
--> + public.people.people_age_check1: constraint unknown
--> + public.people.people_age_check: CHECK [age], no inherit
--> + public.people.people_b_excl: EXCLUDE [b]
--> + public.people.people_boss_fkey1: FOREIGN_KEY [boss], to public.people []
--> + public.people.people_boss_fkey: FOREIGN_KEY [boss], to public.people [id]
--> + public.people.people_check: CHECK [a, b]
--> + public.people.people_key: PRIMARY_KEY [id], named
--> + public.people.people_mail_check: CHECK [mail]
--> + public.people.people_mail_key: UNIQUE [mail]
--> + public.people.sum_positive: CHECK [a, b], named
--> + public.people: table [id, mail, age, boss, a, b]
--> + public.people_a_b_age_key: index on public.people [a, b], with [age], unique btree, of people_a_b_age_key
--> + public.people_a_lower_b_excl: index on public.people [a, (lower(mail))], with [b] gist, partial, of people_a_lower_b_excl
--> + public.people_b_excl: index on public.people [b] btree, of people_b_excl
--> + public.people_key: index on public.people [id], unique btree, of people_key
--> + public.people_mail_key: index on public.people [mail], unique btree, of people_mail_key
ALTER TABLE people ADD CHECK (age < 200) NOT VALID, ADD CHECK (age <> 7), ADD CHECK (mail IS NOT NULL);
--> - public.people.people_age_check1: constraint unknown
--> + public.people.people_age_check1: CHECK [age], not valid
--> + public.people.people_age_check2: CHECK [age]
--> + public.people.people_mail_check1: CHECK [mail]
ALTER TABLE people VALIDATE CONSTRAINT people_age_check1;
--> - public.people.people_age_check1: CHECK [age], not valid
--> + public.people.people_age_check1: CHECK [age]
ALTER TABLE people VALIDATE CONSTRAINT never;
ALTER TABLE people ADD CONSTRAINT unenforced CHECK (a > 1) NOT ENFORCED;
--> + public.people.unenforced: CHECK [a], not valid, not enforced, named
ALTER TABLE people ADD CONSTRAINT far FOREIGN KEY (a) REFERENCES other.places (code) NOT ENFORCED;
--> + public.people.far: FOREIGN_KEY [a], to other.places [code], not valid, not enforced, named
ALTER TABLE people ALTER CONSTRAINT far ENFORCED, ALTER CONSTRAINT never NOT ENFORCED;
--> - public.people.far: FOREIGN_KEY [a], to other.places [code], not valid, not enforced, named
--> + public.people.far: FOREIGN_KEY [a], to other.places [code], named
ALTER TABLE people ALTER CONSTRAINT far NOT ENFORCED;
--> - public.people.far: FOREIGN_KEY [a], to other.places [code], named
--> + public.people.far: FOREIGN_KEY [a], to other.places [code], not valid, not enforced, named
ALTER TABLE people ALTER CONSTRAINT far DEFERRABLE;
ALTER TABLE people ADD CONSTRAINT unenforced CHECK (a > 1);
--> again 42710 constraint unenforced` on `people at unenforced
--> - public.people.unenforced: CHECK [a], not valid, not enforced, named
--> + public.people.unenforced: CHECK [a], named
ALTER TABLE people ADD CONSTRAINT b_there NOT NULL b NOT VALID, ADD NOT NULL a;
--> - public.people.a: column int4
--> + public.people.a: column int4, not null
--> + public.people.b_there: NOT_NULL [b], not valid, named
--> + public.people.people_a_not_null: NOT_NULL [a]
ALTER TABLE people ALTER COLUMN b SET NOT NULL;
--> - public.people.b: column int4
--> - public.people.b_there: NOT_NULL [b], not valid, named
--> + public.people.b: column int4, not null
--> + public.people.b_there: NOT_NULL [b], named
ALTER TABLE people ALTER COLUMN b DROP NOT NULL;
--> - public.people.b: column int4, not null
--> - public.people.b_there: NOT_NULL [b], named
--> + public.people.b: column int4
ALTER TABLE people ADD CONSTRAINT b_there NOT NULL b;
--> - public.people.b: column int4
--> + public.people.b: column int4, not null
--> + public.people.b_there: NOT_NULL [b], named
ALTER TABLE people ADD CONSTRAINT b_there NOT NULL b;
ALTER TABLE people ADD NOT NULL b, ADD CONSTRAINT boss_there NOT NULL boss;
--> + public.people.boss_there: NOT_NULL [boss], named
ALTER TABLE people DROP CONSTRAINT b_there;
--> - public.people.b: column int4, not null
--> - public.people.b_there: NOT_NULL [b], named
--> + public.people.b: column int4
ALTER TABLE people ADD CONSTRAINT sum_positive CHECK (a + b > 1), DROP CONSTRAINT sum_positive;
ALTER TABLE people ADD CONSTRAINT sum_positive CHECK (a + b > 2);
--> again 42710 constraint sum_positive` on `people at sum_positive
ALTER TABLE people RENAME CONSTRAINT sum_positive TO sum_above;
--> meets constraint sum_positive present
--> - public.people.sum_positive: CHECK [a, b], named
--> + public.people.sum_above: CHECK [a, b], named
ALTER TABLE people RENAME CONSTRAINT never TO ever;
--> meets constraint never absent
--> + public.people.ever: constraint unknown
CREATE UNIQUE INDEX people_ab ON people (a, b);
--> + public.people_ab: index on public.people [a, b], unique btree
ALTER TABLE people ADD CONSTRAINT ab UNIQUE USING INDEX people_ab;
--> - public.people_ab: index on public.people [a, b], unique btree
--> + public.ab: index on public.people [a, b], unique btree, of ab
--> + public.people.ab: UNIQUE [a, b], named
--> + public.people_ab: no relation
CREATE UNIQUE INDEX by_mail ON people (mail);
--> + public.by_mail: index on public.people [mail], unique btree
ALTER TABLE people ADD UNIQUE USING INDEX by_mail;
--> - public.by_mail: index on public.people [mail], unique btree
--> + public.by_mail: index on public.people [mail], unique btree, of by_mail
--> + public.people.by_mail: UNIQUE [mail]
ALTER TABLE people ADD UNIQUE USING INDEX unseen;
--> + public.people.unseen: UNIQUE []
--> + public.unseen: index on public.people [], unique btree, of unseen
ALTER TABLE people RENAME CONSTRAINT ab TO ab_key;
--> meets constraint ab present
--> - public.ab: index on public.people [a, b], unique btree, of ab
--> - public.people.ab: UNIQUE [a, b], named
--> + public.ab: no relation
--> + public.ab_key: index on public.people [a, b], unique btree, of ab_key
--> + public.people.ab_key: UNIQUE [a, b], named
ALTER INDEX ab_key RENAME TO ab_index;
--> meets index ab_key present
--> - public.ab_key: index on public.people [a, b], unique btree, of ab_key
--> - public.people.ab_key: UNIQUE [a, b], named
--> + public.ab_index: index on public.people [a, b], unique btree, of ab_index
--> + public.ab_key: no relation
--> + public.people.ab_index: UNIQUE [a, b], named
ALTER TABLE people RENAME CONSTRAINT people_key TO people_id;
--> meets constraint people_key present
--> - public.people.people_key: PRIMARY_KEY [id], named
--> - public.people_key: index on public.people [id], unique btree, of people_key
--> + public.people.people_id: PRIMARY_KEY [id], named
--> + public.people_id: index on public.people [id], unique btree, of people_id
--> + public.people_key: no relation
CREATE TABLE orders (person int REFERENCES people, mail text REFERENCES people (mail), other int REFERENCES people (id));
--> again 42P07 table orders at orders
--> + public.orders.mail: column text
--> + public.orders.orders_mail_fkey: FOREIGN_KEY [mail], to public.people [mail]
--> + public.orders.orders_other_fkey: FOREIGN_KEY [other], to public.people [id]
--> + public.orders.orders_person_fkey: FOREIGN_KEY [person], to public.people []
--> + public.orders.other: column int4
--> + public.orders.people_a_not_null: constraint unknown
--> + public.orders.person: column int4
--> + public.orders: table [person, mail, other]
CREATE TABLE bookings (room int, during tsrange, PRIMARY KEY (room, during WITHOUT OVERLAPS), CONSTRAINT room_there NOT NULL room);
--> again 42P07 table bookings at bookings
--> + public.bookings.bookings_pkey: PRIMARY_KEY [room, during]
--> + public.bookings.during: column tsrange, not null
--> + public.bookings.people_a_not_null: constraint unknown
--> + public.bookings.room: column int4, not null
--> + public.bookings.room_there: NOT_NULL [room], named
--> + public.bookings: table [room, during]
--> + public.bookings_pkey: index on public.bookings [room, during], unique gist, of bookings_pkey
ALTER TABLE people ADD PRIMARY KEY (a);
--> again 42P16 constraint people_id` on `people at PRIMARY KEY (a)
--> + public.people.people_pkey: PRIMARY_KEY [a]
--> + public.people_pkey: index on public.people [a], unique btree, of people_pkey
ALTER TABLE people DROP CONSTRAINT people_id CASCADE;
--> - public.orders.orders_other_fkey: FOREIGN_KEY [other], to public.people [id]
--> - public.orders.orders_person_fkey: FOREIGN_KEY [person], to public.people []
--> - public.people.people_id: PRIMARY_KEY [id], named
--> - public.people_id: index on public.people [id], unique btree, of people_id
--> + public.people_id: no relation
ALTER TABLE people ADD PRIMARY KEY (a);
--> again 42P16 constraint people_pkey` on `people at PRIMARY KEY (a)
--> + public.people.people_pkey1: PRIMARY_KEY [a]
--> + public.people_pkey1: index on public.people [a], unique btree, of people_pkey1
ALTER TABLE people DROP CONSTRAINT people_mail_key CASCADE;
--> - public.orders.mail: column text
--> - public.orders.orders_mail_fkey: FOREIGN_KEY [mail], to public.people [mail]
--> - public.orders.other: column int4
--> - public.orders.people_a_not_null: constraint unknown
--> - public.orders.person: column int4
--> - public.orders: table [person, mail, other]
--> - public.people.people_mail_key: UNIQUE [mail]
--> - public.people_mail_key: index on public.people [mail], unique btree, of people_mail_key
--> + public.orders.mail: column text, in doubt
--> + public.orders.other: column int4, in doubt
--> + public.orders.people_a_not_null: constraint unknown, in doubt
--> + public.orders.person: column int4, in doubt
--> + public.orders: table [person, mail, other], in doubt
--> + public.people_mail_key: no relation
ALTER TABLE people DROP COLUMN mail;
--> - public.by_mail: index on public.people [mail], unique btree, of by_mail
--> - public.people.by_mail: UNIQUE [mail]
--> - public.people.mail: column text
--> - public.people.people_a_lower_b_excl: EXCLUDE [a, lower]
--> - public.people.people_mail_check1: CHECK [mail]
--> - public.people.people_mail_check: CHECK [mail]
--> - public.people: table [id, mail, age, boss, a, b]
--> - public.people_a_lower_b_excl: index on public.people [a, (lower(mail))], with [b] gist, partial, of people_a_lower_b_excl
--> + public.by_mail: no relation
--> + public.people: table [id, age, boss, a, b]
--> + public.people_a_lower_b_excl: no relation
ALTER TABLE people DROP COLUMN a;
--> - public.ab_index: index on public.people [a, b], unique btree, of ab_index
--> - public.people.a: column int4, not null
--> - public.people.ab_index: UNIQUE [a, b], named
--> - public.people.far: FOREIGN_KEY [a], to other.places [code], not valid, not enforced, named
--> - public.people.people_a_b_age_key: UNIQUE [a, b]
--> - public.people.people_a_not_null: NOT_NULL [a]
--> - public.people.people_check: CHECK [a, b]
--> - public.people.people_pkey1: PRIMARY_KEY [a]
--> - public.people.people_pkey: PRIMARY_KEY [a]
--> - public.people.sum_above: CHECK [a, b], named
--> - public.people.unenforced: CHECK [a], named
--> - public.people: table [id, age, boss, a, b]
--> - public.people_a_b_age_key: index on public.people [a, b], with [age], unique btree, of people_a_b_age_key
--> - public.people_pkey1: index on public.people [a], unique btree, of people_pkey1
--> - public.people_pkey: index on public.people [a], unique btree, of people_pkey
--> + public.ab_index: no relation
--> + public.people: table [id, age, boss, b]
--> + public.people_a_b_age_key: no relation
--> + public.people_pkey1: no relation
--> + public.people_pkey: no relation
ALTER TABLE people RENAME COLUMN b TO c;
--> meets column b present
--> - public.people.b: column int4
--> - public.people.people_b_excl: EXCLUDE [b]
--> - public.people: table [id, age, boss, b]
--> - public.people_b_excl: index on public.people [b] btree, of people_b_excl
--> + public.people.c: column int4
--> + public.people.people_b_excl: EXCLUDE [c]
--> + public.people: table [id, age, boss, c]
--> + public.people_b_excl: index on public.people [c] btree, of people_b_excl
ALTER TABLE orders RENAME COLUMN person TO human;
--> meets column person present
--> - public.orders.person: column int4, in doubt
--> - public.orders: table [person, mail, other], in doubt
--> + public.orders.human: column int4, in doubt
--> + public.orders: table [human, mail, other], in doubt
DROP TABLE people CASCADE;
--> meets table people present
--> - public.people.age: column int4
--> - public.people.boss: column int4, not null
--> - public.people.boss_there: NOT_NULL [boss], named
--> - public.people.c: column int4
--> - public.people.ever: constraint unknown
--> - public.people.id: column int4, not null
--> - public.people.people_age_check1: CHECK [age]
--> - public.people.people_age_check2: CHECK [age]
--> - public.people.people_age_check: CHECK [age], no inherit
--> - public.people.people_b_excl: EXCLUDE [c]
--> - public.people.people_boss_fkey1: FOREIGN_KEY [boss], to public.people []
--> - public.people.people_boss_fkey: FOREIGN_KEY [boss], to public.people [id]
--> - public.people.unseen: UNIQUE []
--> - public.people: table [id, age, boss, c]
--> - public.people_b_excl: index on public.people [c] btree, of people_b_excl
--> - public.unseen: index on public.people [], unique btree, of unseen
--> + public.people: no relation
--> + public.people_b_excl: no relation
--> + public.unseen: no relation
CREATE TABLE a_table_whose_name_is_rather_long_for_a_table (and_a_column_whose_name_is_as_long_as_that int UNIQUE);
--> again 42P07 table a_table_whose_name_is_rather_long_for_a_table at a_table_whose_name_is_rather_long_for_a_table
--> + public.a_table_whose_name_is_rather__and_a_column_whose_name_is_as_key: index on public.a_table_whose_name_is_rather_long_for_a_table [and_a_column_whose_name_is_as_long_as_that], unique btree, of a_table_whose_name_is_rather__and_a_column_whose_name_is_as_key
--> + public.a_table_whose_name_is_rather_long_for_a_table.a_table_whose_name_is_rather__and_a_column_whose_name_is_as_key: UNIQUE [and_a_column_whose_name_is_as_long_as_that]
--> + public.a_table_whose_name_is_rather_long_for_a_table.and_a_column_whose_name_is_as_long_as_that: column int4
--> + public.a_table_whose_name_is_rather_long_for_a_table.people_a_not_null: constraint unknown
--> + public.a_table_whose_name_is_rather_long_for_a_table: table [and_a_column_whose_name_is_as_long_as_that]
CREATE TABLE ärger_über_äußerst_lange_namen_die_größer_sind (übermäßig_große_spalte_für_namen int UNIQUE, s text CHECK (s > ''));
--> again 42P07 table ärger_über_äußerst_lange_namen_die_größer_sind at ärger_über_äußerst_lange_namen_die_größer_sind
--> + public.ärger_über_äußerst_lange__übermäßig_große_spalte_f_key: index on public.ärger_über_äußerst_lange_namen_die_größer_sind [übermäßig_große_spalte_für_namen], unique btree, of ärger_über_äußerst_lange__übermäßig_große_spalte_f_key
--> + public.ärger_über_äußerst_lange_namen_die_größer_sind.people_a_not_null: constraint unknown
--> + public.ärger_über_äußerst_lange_namen_die_größer_sind.s: column text
--> + public.ärger_über_äußerst_lange_namen_die_größer_sind.ärger_über_äußerst_lange__übermäßig_große_spalte_f_key: UNIQUE [übermäßig_große_spalte_für_namen]
--> + public.ärger_über_äußerst_lange_namen_die_größer_sind.ärger_über_äußerst_lange_namen_die_größer_sind_s_check: CHECK [s]
--> + public.ärger_über_äußerst_lange_namen_die_größer_sind.übermäßig_große_spalte_für_namen: column int4
--> + public.ärger_über_äußerst_lange_namen_die_größer_sind: table [übermäßig_große_spalte_für_namen, s]
ALTER TABLE unknown ADD CONSTRAINT k CHECK (v > 0), ADD UNIQUE (v), ADD PRIMARY KEY (w);
--> again 42P16 constraint unknown_pkey` on `unknown at PRIMARY KEY (w)
--> + public.unknown.k: CHECK [v], named
--> + public.unknown.unknown_pkey: PRIMARY_KEY [w]
--> + public.unknown.unknown_v_key: UNIQUE [v]
--> + public.unknown: something [], and more
--> + public.unknown_pkey: index on public.unknown [w], unique btree, of unknown_pkey
--> + public.unknown_v_key: index on public.unknown [v], unique btree, of unknown_v_key
ALTER TABLE unknown DROP CONSTRAINT k, DROP CONSTRAINT l;
--> - public.unknown.k: CHECK [v], named
--> + public.unknown.k: constraint absent
--> + public.unknown.l: constraint absent
ALTER TABLE unknown DROP CONSTRAINT unknown_v_key;
--> - public.unknown.unknown_v_key: UNIQUE [v]
--> - public.unknown_v_key: index on public.unknown [v], unique btree, of unknown_v_key
--> + public.unknown.unknown_v_key: constraint absent
--> + public.unknown_v_key: no relation
ALTER TABLE unknown ADD CONSTRAINT m CHECK (length(v) > 0 AND w > 0);
--> again 42710 constraint m` on `unknown at m
--> + public.unknown.m: CHECK [v, w], named
ALTER TABLE unknown ADD CONSTRAINT l NOT NULL w;
--> - public.unknown.l: constraint absent
--> + public.unknown.l: NOT_NULL [w], named
--> meets in a second run:
--> - public.unknown: something [], and more
--> + public.unknown.unknown_pkey1: PRIMARY_KEY [w]
--> + public.unknown.w: column of some type
--> + public.unknown: something [w], and more
--> + public.unknown_pkey1: index on public.unknown [w], unique btree, of unknown_pkey1
