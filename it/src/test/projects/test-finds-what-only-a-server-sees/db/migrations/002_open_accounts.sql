-- Accounts that nobody has closed. Straßenname: the server counts characters, not bytes.
CREATE OR REPLACE VIEW open_accounts AS
SELECT id, email
FROM accounts
WHERE closed_at IS NULL;
