-- Tables that inherit.
CREATE TABLE cities (name text NOT NULL, people int DEFAULT 0 CHECK (people >= 0), CONSTRAINT own CHECK (people < 9) NO INHERIT, CONSTRAINT off CHECK (people < 7) NOT ENFORCED);
--> + public.cities.cities_people_check: CHECK [people]
--> + public.cities.name: column text, not null
--> + public.cities.off: CHECK [people], not valid, not enforced, named
--> + public.cities.own: CHECK [people], named, no inherit
--> + public.cities.people: column int4, default 0
--> + public.cities: table [name, people]
CREATE TABLE capitals (state text, people int) INHERITS (cities);
--> + public.capitals.cities_people_check: CHECK [people]
--> + public.capitals.name: column text, not null
--> + public.capitals.off: CHECK [people], not valid, not enforced, named
--> + public.capitals.people: column int4, default 0
--> + public.capitals.state: column text
--> + public.capitals: table [name, people, state], inherits [public.cities]
CREATE TABLE suburbs (state text, CONSTRAINT off CHECK (people < 7)) INHERITS (cities);
--> + public.suburbs.cities_people_check: CHECK [people]
--> + public.suburbs.name: column text, not null
--> + public.suburbs.off: CHECK [people], named
--> + public.suburbs.people: column int4, default 0
--> + public.suburbs.state: column text
--> + public.suburbs: table [name, people, state], inherits [public.cities]
ALTER TABLE cities ADD COLUMN mayor text NOT NULL, ADD COLUMN number serial;
--> - public.capitals: table [name, people, state], inherits [public.cities]
--> - public.cities: table [name, people]
--> - public.suburbs: table [name, people, state], inherits [public.cities]
--> + public.capitals.mayor: column text, not null
--> + public.capitals.number: column int4, not null, identity, serial
--> + public.capitals: table [name, people, state, mayor, number], inherits [public.cities]
--> + public.cities.mayor: column text, not null
--> + public.cities.number: column int4, not null, identity, serial
--> + public.cities: table [name, people, mayor, number]
--> + public.cities_number_seq: sequence, of public.cities.number
--> + public.suburbs.mayor: column text, not null
--> + public.suburbs.number: column int4, not null, identity, serial
--> + public.suburbs: table [name, people, state, mayor, number], inherits [public.cities]
ALTER TABLE cities ADD COLUMN state text;
--> - public.cities: table [name, people, mayor, number]
--> + public.cities.state: column text
--> + public.cities: table [name, people, mayor, number, state]
ALTER TABLE cities ALTER COLUMN mayor DROP NOT NULL;
--> - public.capitals.cities_people_check: CHECK [people]
--> - public.capitals.mayor: column text, not null
--> - public.capitals.name: column text, not null
--> - public.capitals.number: column int4, not null, identity, serial
--> - public.capitals.off: CHECK [people], not valid, not enforced, named
--> - public.capitals.people: column int4, default 0
--> - public.capitals.state: column text
--> - public.capitals: table [name, people, state, mayor, number], inherits [public.cities]
--> - public.cities.mayor: column text, not null
--> - public.suburbs.cities_people_check: CHECK [people]
--> - public.suburbs.mayor: column text, not null
--> - public.suburbs.name: column text, not null
--> - public.suburbs.number: column int4, not null, identity, serial
--> - public.suburbs.off: CHECK [people], named
--> - public.suburbs.people: column int4, default 0
--> - public.suburbs.state: column text
--> - public.suburbs: table [name, people, state, mayor, number], inherits [public.cities]
--> + public.capitals.cities_people_check: CHECK [people], in doubt
--> + public.capitals.mayor: column text, in doubt
--> + public.capitals.name: column text, not null, in doubt
--> + public.capitals.number: column int4, not null, identity, serial, in doubt
--> + public.capitals.off: CHECK [people], not valid, not enforced, named, in doubt
--> + public.capitals.people: column int4, default 0, in doubt
--> + public.capitals.state: column text, in doubt
--> + public.capitals: table [name, people, state, mayor, number], inherits [public.cities], in doubt
--> + public.cities.mayor: column text
--> + public.suburbs.cities_people_check: CHECK [people], in doubt
--> + public.suburbs.mayor: column text, in doubt
--> + public.suburbs.name: column text, not null, in doubt
--> + public.suburbs.number: column int4, not null, identity, serial, in doubt
--> + public.suburbs.off: CHECK [people], named, in doubt
--> + public.suburbs.people: column int4, default 0, in doubt
--> + public.suburbs.state: column text, in doubt
--> + public.suburbs: table [name, people, state, mayor, number], inherits [public.cities], in doubt
ALTER TABLE cities ALTER COLUMN mayor SET NOT NULL, ALTER mayor SET DEFAULT 'x';
--> - public.capitals.mayor: column text, in doubt
--> - public.cities.mayor: column text
--> - public.suburbs.mayor: column text, in doubt
--> + public.capitals.mayor: column text, not null, default 'x', in doubt
--> + public.cities.mayor: column text, not null, default 'x'
--> + public.suburbs.mayor: column text, not null, default 'x', in doubt
ALTER TABLE cities ADD CONSTRAINT named CHECK (name <> '');
--> + public.capitals.named: CHECK [name], named, in doubt
--> + public.cities.named: CHECK [name], named
--> + public.suburbs.named: CHECK [name], named, in doubt
ALTER TABLE capitals ADD CONSTRAINT named CHECK (name <> '');
ALTER TABLE ONLY cities ADD CONSTRAINT alone CHECK (name <> 'x') NO INHERIT;
--> + public.cities.alone: CHECK [name], named, no inherit
ALTER TABLE cities RENAME CONSTRAINT named TO called;
--> meets constraint named present
--> - public.capitals.named: CHECK [name], named, in doubt
--> - public.cities.named: CHECK [name], named
--> - public.suburbs.named: CHECK [name], named, in doubt
--> + public.capitals.called: CHECK [name], named, in doubt
--> + public.cities.called: CHECK [name], named
--> + public.suburbs.called: CHECK [name], named, in doubt
ALTER TABLE cities ALTER CONSTRAINT off ENFORCED;
--> - public.capitals.off: CHECK [people], not valid, not enforced, named, in doubt
--> - public.cities.off: CHECK [people], not valid, not enforced, named
--> + public.capitals.off: CHECK [people], named, in doubt
--> + public.cities.off: CHECK [people], named
ALTER TABLE suburbs ADD CONSTRAINT off CHECK (people < 7);
ALTER TABLE cities ADD PRIMARY KEY (name);
--> + public.cities.cities_pkey: PRIMARY_KEY [name]
--> + public.cities_pkey: index on public.cities [name], unique btree, of cities_pkey
ALTER TABLE cities DROP COLUMN mayor;
--> - public.capitals.mayor: column text, not null, default 'x', in doubt
--> - public.capitals: table [name, people, state, mayor, number], inherits [public.cities], in doubt
--> - public.cities.mayor: column text, not null, default 'x'
--> - public.cities: table [name, people, mayor, number, state]
--> - public.suburbs.mayor: column text, not null, default 'x', in doubt
--> - public.suburbs: table [name, people, state, mayor, number], inherits [public.cities], in doubt
--> + public.capitals: table [name, people, state, number], inherits [public.cities], in doubt
--> + public.cities: table [name, people, number, state]
--> + public.suburbs: table [name, people, state, number], inherits [public.cities], in doubt
CREATE TABLE villages (name text NOT NULL, people int);
--> again 42P07 table villages at villages
--> + public.villages.name: column text, not null
--> + public.villages.people: column int4
--> + public.villages: table [name, people]
ALTER TABLE villages INHERIT cities;
--> - public.villages: table [name, people]
--> + public.villages: table [name, people], inherits [public.cities]
ALTER TABLE cities DROP CONSTRAINT called;
--> - public.cities.called: CHECK [name], named
--> - public.suburbs.called: CHECK [name], named, in doubt
ALTER TABLE villages NO INHERIT cities;
--> - public.villages: table [name, people], inherits [public.cities]
--> + public.villages: table [name, people]
ALTER TABLE cities RENAME TO towns;
--> meets table cities present
--> - public.capitals: table [name, people, state, number], inherits [public.cities], in doubt
--> - public.cities.alone: CHECK [name], named, no inherit
--> - public.cities.cities_people_check: CHECK [people]
--> - public.cities.cities_pkey: PRIMARY_KEY [name]
--> - public.cities.name: column text, not null
--> - public.cities.number: column int4, not null, identity, serial
--> - public.cities.off: CHECK [people], named
--> - public.cities.own: CHECK [people], named, no inherit
--> - public.cities.people: column int4, default 0
--> - public.cities.state: column text
--> - public.cities: table [name, people, number, state]
--> - public.cities_number_seq: sequence, of public.cities.number
--> - public.cities_pkey: index on public.cities [name], unique btree, of cities_pkey
--> - public.suburbs: table [name, people, state, number], inherits [public.cities], in doubt
--> + public.capitals: table [name, people, state, number], inherits [public.towns], in doubt
--> + public.cities: no relation
--> + public.cities_number_seq: sequence, of public.towns.number
--> + public.cities_pkey: index on public.towns [name], unique btree, of cities_pkey
--> + public.suburbs: table [name, people, state, number], inherits [public.towns], in doubt
--> + public.towns.alone: CHECK [name], named, no inherit
--> + public.towns.cities_people_check: CHECK [people]
--> + public.towns.cities_pkey: PRIMARY_KEY [name]
--> + public.towns.name: column text, not null
--> + public.towns.number: column int4, not null, identity, serial
--> + public.towns.off: CHECK [people], named
--> + public.towns.own: CHECK [people], named, no inherit
--> + public.towns.people: column int4, default 0
--> + public.towns.state: column text
--> + public.towns: table [name, people, number, state]
CREATE TABLE more () INHERITS (capitals, unknown);
--> + public.more.called: CHECK [name], named, in doubt
--> + public.more.cities_people_check: CHECK [people], in doubt
--> + public.more.name: column text, not null, in doubt
--> + public.more.number: column int4, not null, identity, serial, in doubt
--> + public.more.off: CHECK [people], named, in doubt
--> + public.more.people: column int4, default 0, in doubt
--> + public.more.state: column text, in doubt
--> + public.more: table [name, people, state, number], and more, inherits [public.capitals, public.unknown], in doubt
CREATE TABLE strict (CONSTRAINT there NOT NULL name NO INHERIT, name text);
--> again 42P07 table strict at strict
--> + public.strict.name: column text, not null
--> + public.strict.there: NOT_NULL [name], named, no inherit
--> + public.strict: table [name]
CREATE TABLE lax () INHERITS (strict);
--> again 42P07 table lax at lax
--> + public.lax.name: column text
--> + public.lax.there: constraint unknown
--> + public.lax: table [name], inherits [public.strict]
CREATE TYPE person AS (name text, age int);
--> again 42710 type person at person
--> + public.person.cities_people_check: constraint unknown
--> + public.person: COMPOSITE [name, age]
CREATE TABLE persons OF person (PRIMARY KEY (name));
--> again 42P07 table persons at persons
--> + public.persons.age: column int4
--> + public.persons.name: column text, not null
--> + public.persons.persons_pkey: PRIMARY_KEY [name]
--> + public.persons: table [name, age]
--> + public.persons_pkey: index on public.persons [name], unique btree, of persons_pkey
ALTER TABLE villages OF person;
DROP TABLE towns CASCADE;
--> meets table towns present
--> - public.capitals.called: CHECK [name], named, in doubt
--> - public.capitals.cities_people_check: CHECK [people], in doubt
--> - public.capitals.name: column text, not null, in doubt
--> - public.capitals.number: column int4, not null, identity, serial, in doubt
--> - public.capitals.off: CHECK [people], named, in doubt
--> - public.capitals.people: column int4, default 0, in doubt
--> - public.capitals.state: column text, in doubt
--> - public.capitals: table [name, people, state, number], inherits [public.towns], in doubt
--> - public.cities_number_seq: sequence, of public.towns.number
--> - public.cities_pkey: index on public.towns [name], unique btree, of cities_pkey
--> - public.more.called: CHECK [name], named, in doubt
--> - public.more.cities_people_check: CHECK [people], in doubt
--> - public.more.name: column text, not null, in doubt
--> - public.more.number: column int4, not null, identity, serial, in doubt
--> - public.more.off: CHECK [people], named, in doubt
--> - public.more.people: column int4, default 0, in doubt
--> - public.more.state: column text, in doubt
--> - public.more: table [name, people, state, number], and more, inherits [public.capitals, public.unknown], in doubt
--> - public.suburbs.cities_people_check: CHECK [people], in doubt
--> - public.suburbs.name: column text, not null, in doubt
--> - public.suburbs.number: column int4, not null, identity, serial, in doubt
--> - public.suburbs.off: CHECK [people], named, in doubt
--> - public.suburbs.people: column int4, default 0, in doubt
--> - public.suburbs.state: column text, in doubt
--> - public.suburbs: table [name, people, state, number], inherits [public.towns], in doubt
--> - public.towns.alone: CHECK [name], named, no inherit
--> - public.towns.cities_people_check: CHECK [people]
--> - public.towns.cities_pkey: PRIMARY_KEY [name]
--> - public.towns.name: column text, not null
--> - public.towns.number: column int4, not null, identity, serial
--> - public.towns.off: CHECK [people], named
--> - public.towns.own: CHECK [people], named, no inherit
--> - public.towns.people: column int4, default 0
--> - public.towns.state: column text
--> - public.towns: table [name, people, number, state]
--> + public.capitals: no relation, in doubt
--> + public.cities_number_seq: no relation
--> + public.cities_pkey: no relation
--> + public.more: no relation, in doubt
--> + public.suburbs: no relation, in doubt
--> + public.towns: no relation
