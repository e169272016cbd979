ALTER TYPE state ADD VALUE IF NOT EXISTS 'done';
CREATE TABLE states (at date PRIMARY KEY, state state);
