${rollback_header}

-- migrate:irreversible reason="nothing to undo: the values go with ${to}, in the rollback of the file before"
