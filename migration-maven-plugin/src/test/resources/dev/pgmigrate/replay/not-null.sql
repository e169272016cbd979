-- NOT NULL, which from PostgreSQL 18 on is a constraint with a name.
CREATE TABLE people (id int NOT NULL, boss int CONSTRAINT boss_there NOT NULL, name text NOT NULL NO INHERIT);
--> again 42P07 table people at people
--> + public.people.b_not_null: constraint unknown
--> + public.people.boss: column int4, not null
--> + public.people.boss_there: constraint unknown
--> + public.people.id: column int4, not null
--> + public.people.name: column text, not null
--> + public.people.people_id_not_null: constraint unknown
--> + public.people.people_name_not_null: NOT_NULL [name], no inherit
--> + public.people.pets_name_not_null: constraint unknown
--> + public.people.strange_not_null: constraint unknown
--> + public.people: table [id, boss, name]
ALTER TABLE people DROP CONSTRAINT people_id_not_null;
--> - public.people.id: column int4, not null
--> - public.people.people_id_not_null: constraint unknown
--> + public.people.id: column int4
ALTER TABLE people ADD NOT NULL name;
ALTER TABLE people ADD CONSTRAINT id_there NOT NULL id NOT VALID;
--> + public.people.id_there: NOT_NULL [id], not valid, named
ALTER TABLE people VALIDATE CONSTRAINT id_there;
--> - public.people.id: column int4
--> - public.people.id_there: NOT_NULL [id], not valid, named
--> + public.people.id: column int4, not null
--> + public.people.id_there: NOT_NULL [id], named
ALTER TABLE people ALTER COLUMN id DROP NOT NULL;
--> - public.people.id: column int4, not null
--> - public.people.id_there: NOT_NULL [id], named
--> + public.people.id: column int4
ALTER TABLE people ADD CONSTRAINT id_there NOT NULL id;
--> - public.people.id: column int4
--> + public.people.id: column int4, not null
--> + public.people.id_there: NOT_NULL [id], named
ALTER TABLE people ADD CONSTRAINT id_there NOT NULL boss;
--> again 42710 constraint id_there` on `people at id_there
ALTER TABLE people DROP CONSTRAINT id_there;
--> - public.people.id: column int4, not null
--> - public.people.id_there: NOT_NULL [id], named
--> + public.people.id: column int4
CREATE TABLE animals (id int, CONSTRAINT id_there NOT NULL id NO INHERIT, NOT NULL id);
--> again 42P07 table animals at animals
--> + public.animals.b_not_null: constraint unknown
--> + public.animals.id: column int4, not null
--> + public.animals.id_there: NOT_NULL [id], named, no inherit
--> + public.animals.people_id_not_null: constraint unknown
--> + public.animals.people_name_not_null: constraint unknown
--> + public.animals.pets_name_not_null: constraint unknown
--> + public.animals.strange_not_null: constraint unknown
--> + public.animals: table [id]
ALTER TABLE animals ALTER id SET NOT NULL;
ALTER TABLE people DROP CONSTRAINT boss_there;
--> - public.people.b_not_null: constraint unknown
--> - public.people.boss: column int4, not null
--> - public.people.boss_there: constraint unknown
--> - public.people.id: column int4
--> - public.people.name: column text, not null
--> - public.people.people_name_not_null: NOT_NULL [name], no inherit
--> - public.people.pets_name_not_null: constraint unknown
--> - public.people.strange_not_null: constraint unknown
--> - public.people: table [id, boss, name]
--> + public.people.b_not_null: constraint unknown, in doubt
--> + public.people.boss: column int4, not null, in doubt
--> + public.people.id: column int4, in doubt
--> + public.people.name: column text, not null, in doubt
--> + public.people.people_name_not_null: NOT_NULL [name], no inherit, in doubt
--> + public.people.pets_name_not_null: constraint unknown, in doubt
--> + public.people.strange_not_null: constraint unknown, in doubt
--> + public.people: table [id, boss, name], in doubt
ALTER TABLE unknown ADD CONSTRAINT a_there NOT NULL a;
--> + public.unknown.a_there: NOT_NULL [a], named
--> + public.unknown: something [], and more
ALTER TABLE unknown DROP CONSTRAINT a_there, DROP CONSTRAINT b_not_null;
--> - public.unknown.a_there: NOT_NULL [a], named
--> - public.unknown: something [], and more
--> + public.unknown.a: column of some type
--> + public.unknown.a_there: constraint absent
--> + public.unknown.b_not_null: constraint absent
--> + public.unknown: something [a], and more
CREATE TABLE places (id int NOT NULL);
--> again 42P07 table places at places
--> + public.places.b_not_null: constraint unknown
--> + public.places.id: column int4, not null
--> + public.places.people_id_not_null: constraint unknown
--> + public.places.people_name_not_null: constraint unknown
--> + public.places.pets_name_not_null: constraint unknown
--> + public.places.strange_not_null: constraint unknown
--> + public.places: table [id]
ALTER TABLE places DROP CONSTRAINT strange_not_null;
--> - public.places.b_not_null: constraint unknown
--> - public.places.id: column int4, not null
--> - public.places.people_id_not_null: constraint unknown
--> - public.places.people_name_not_null: constraint unknown
--> - public.places.pets_name_not_null: constraint unknown
--> - public.places.strange_not_null: constraint unknown
--> - public.places: table [id]
--> + public.places.b_not_null: constraint unknown, in doubt
--> + public.places.id: column int4, not null, in doubt
--> + public.places.people_id_not_null: constraint unknown, in doubt
--> + public.places.people_name_not_null: constraint unknown, in doubt
--> + public.places.pets_name_not_null: constraint unknown, in doubt
--> + public.places: table [id], in doubt
CREATE TABLE parents (id int);
--> again 42P07 table parents at parents
--> + public.parents.b_not_null: constraint unknown
--> + public.parents.id: column int4
--> + public.parents.people_id_not_null: constraint unknown
--> + public.parents.people_name_not_null: constraint unknown
--> + public.parents.pets_name_not_null: constraint unknown
--> + public.parents.strange_not_null: constraint unknown
--> + public.parents: table [id]
CREATE TABLE children () INHERITS (parents);
--> again 42P07 table children at children
--> + public.children.b_not_null: constraint unknown
--> + public.children.id: column int4
--> + public.children.people_id_not_null: constraint unknown
--> + public.children.people_name_not_null: constraint unknown
--> + public.children.pets_name_not_null: constraint unknown
--> + public.children.strange_not_null: constraint unknown
--> + public.children: table [id], inherits [public.parents]
ALTER TABLE parents ADD NOT NULL id NO INHERIT;
--> - public.parents.id: column int4
--> + public.animals.parents_id_not_null: constraint unknown
--> + public.children.parents_id_not_null: constraint unknown
--> + public.parents.id: column int4, not null
--> + public.parents.parents_id_not_null: NOT_NULL [id], no inherit
--> + public.people.parents_id_not_null: constraint unknown, in doubt
--> + public.places.parents_id_not_null: constraint unknown, in doubt
CREATE TABLE pets (name text);
--> again 42P07 table pets at pets
--> + public.pets.b_not_null: constraint unknown
--> + public.pets.name: column text
--> + public.pets.parents_id_not_null: constraint unknown
--> + public.pets.people_id_not_null: constraint unknown
--> + public.pets.people_name_not_null: constraint unknown
--> + public.pets.pets_name_not_null: constraint unknown
--> + public.pets.strange_not_null: constraint unknown
--> + public.pets: table [name]
ALTER TABLE pets ALTER name SET NOT NULL;
--> - public.pets.name: column text
--> + public.pets.name: column text, not null
ALTER TABLE pets DROP CONSTRAINT pets_name_not_null;
--> - public.pets.name: column text, not null
--> - public.pets.pets_name_not_null: constraint unknown
--> + public.pets.name: column text
ALTER TABLE pets ALTER name SET NOT NULL;
--> - public.pets.name: column text
--> + public.pets.name: column text, not null
--> + public.pets.pets_name_not_null: constraint unknown
ALTER TABLE pets RENAME CONSTRAINT pets_name_not_null TO name_there;
--> meets constraint pets_name_not_null unknown
--> + public.pets.name_there: constraint unknown
--> meets in a second run:
--> + public.pets.name_there: constraint unknown
