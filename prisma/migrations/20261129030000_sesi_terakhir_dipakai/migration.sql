-- without a transaction: nobody who signs in waits for it. For sweeping sessions that were not used for long.
CREATE INDEX CONCURRENTLY IF NOT EXISTS sesi_terakhir_dipakai_idx ON sesi (terakhir_dipakai);
