${header}
-- Description: Let ${role} read and write ${table}

-- TODO leave out what ${role} does not do.
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE ${table} TO ${role};
