${rollback_header}

-- migrate:irreversible reason="which rows had no ${column} before is not recorded"
