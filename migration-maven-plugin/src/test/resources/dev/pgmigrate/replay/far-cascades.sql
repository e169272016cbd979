-- What a cascade takes along is not all known.
CREATE TABLE notes (id int);
--> again 42P07 table notes at notes
--> + public.notes.id: column int4
--> + public.notes: table [id]
DROP EXTENSION unseen CASCADE;
--> meets extension unseen unknown
--> + unseen: no extension
DROP SERVER unseen CASCADE;
--> meets server unseen unknown
--> + unseen: no server
DROP TYPE unseen CASCADE;
--> meets type unseen unknown
--> + public.unseen: no type
DROP TABLE gone CASCADE;
--> meets table gone unknown
--> + public.gone: no relation
CREATE EXTENSION seen;
--> + seen: EXTENSION [public]
DROP EXTENSION seen CASCADE;
--> meets extension seen present
--> - public.gone: no relation
--> - public.notes.id: column int4
--> - public.notes: table [id]
--> - public.unseen: no type
--> - seen: EXTENSION [public]
--> - unseen: no extension
--> - unseen: no server
--> + public.gone: no relation, in doubt
--> + public.notes.id: column int4, in doubt
--> + public.notes: table [id], in doubt
--> + public.unseen: no type, in doubt
--> + seen: no extension
--> + unseen: no extension, in doubt
--> + unseen: no server, in doubt
CREATE TABLE tags (id int);
--> again 42P07 table tags at tags
--> + public.tags.id: column int4
--> + public.tags: table [id]
DROP OWNED BY somebody;
--> - public.tags.id: column int4
--> - public.tags: table [id]
--> - seen: no extension
--> + public.tags.id: column int4, in doubt
--> + public.tags: table [id], in doubt
--> + seen: no extension, in doubt
CREATE TABLE lines (id int);
--> again 42P07 table lines at lines
--> + public.lines.id: column int4
--> + public.lines: table [id]
CREATE TYPE kind AS ENUM ('a');
--> + public.kind: ENUM [a]
DROP TYPE kind CASCADE;
--> meets type kind present
--> - public.kind: ENUM [a]
--> + public.kind: no type
CREATE TABLE pages (id int);
--> again 42P07 table pages at pages
--> + public.pages.id: column int4
--> + public.pages: table [id]
CREATE SCHEMA app;
--> + app: SCHEMA
DROP SCHEMA app CASCADE;
--> meets schema app present
--> - app: SCHEMA
--> + app: no schema
CREATE TABLE books (id int);
--> again 42P07 table books at books
--> + public.books.id: column int4
--> + public.books: table [id]
CREATE TYPE app.kind AS ENUM ('a');
--> + app.kind: ENUM [a]
DROP SCHEMA app CASCADE;
--> meets schema app absent
--> - app.kind: ENUM [a]
--> - public.books.id: column int4
--> - public.books: table [id]
--> - public.kind: no type
--> - public.lines.id: column int4
--> - public.lines: table [id]
--> - public.pages.id: column int4
--> - public.pages: table [id]
--> + app.kind: no type
--> + public.books.id: column int4, in doubt
--> + public.books: table [id], in doubt
--> + public.kind: no type, in doubt
--> + public.lines.id: column int4, in doubt
--> + public.lines: table [id], in doubt
--> + public.pages.id: column int4, in doubt
--> + public.pages: table [id], in doubt
--> meets in a second run:
--> - public.books.id: column int4
--> - public.books: table [id]
--> - public.lines.id: column int4
--> - public.lines: table [id]
--> - public.pages.id: column int4
--> - public.pages: table [id]
--> - seen: no extension, in doubt
--> + public.books.id: column int4, in doubt
--> + public.books: table [id], in doubt
--> + public.lines.id: column int4, in doubt
--> + public.lines: table [id], in doubt
--> + public.pages.id: column int4, in doubt
--> + public.pages: table [id], in doubt
--> + seen: no extension
