"""The ledger says what the lines say, whatever happened to either; on SQLite and on PostgreSQL."""
