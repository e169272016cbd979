${rollback_header}

-- TODO undo it here, the newest statement first, each with IF EXISTS.
