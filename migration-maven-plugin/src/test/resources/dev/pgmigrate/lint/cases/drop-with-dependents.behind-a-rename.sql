-- postgres: 14+
-- refused: 2BP01
-- file: 20250101000000_one.sql
CREATE TABLE teams (id bigint PRIMARY KEY);
CREATE TABLE people (id bigint PRIMARY KEY, team bigint REFERENCES teams);
CREATE TABLE secrets (id bigint PRIMARY KEY);
CREATE POLICY of_team ON people USING (EXISTS (SELECT FROM secrets));
ALTER TABLE people RENAME TO members;

-- file: 20250102000000_two.sql
-- finding: foreign key `people_team_fkey` on `public.members`
DROP TABLE teams;
-- finding: policy `of_team` on `public.members`
DROP TABLE secrets;
