-- without a transaction: nobody who books waits for it. The open ones of a dokter, among all that have ended.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "konsultasi_meja" ON "konsultasi" ("dokter_id") WHERE "status" IN ('pending', 'active');
