"""PostgreSQL: functions from a session and core types to core types. Rows stay here; nothing here commits."""
