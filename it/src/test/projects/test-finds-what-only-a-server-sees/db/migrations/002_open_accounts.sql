-- Accounts with more than five letters. Straßenname: the server counts characters, not bytes.
CREATE OR REPLACE VIEW open_accounts AS
SELECT id, email
FROM accounts
WHERE (SELECT email) > 5;
