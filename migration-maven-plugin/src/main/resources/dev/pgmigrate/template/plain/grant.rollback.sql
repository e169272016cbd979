${rollback_header}

REVOKE SELECT, INSERT, UPDATE, DELETE ON TABLE ${table} FROM ${role};
