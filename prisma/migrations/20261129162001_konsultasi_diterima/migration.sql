-- without a transaction: nobody who books waits for it. How soon a dokter accepted of late, read from the index alone.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "konsultasi_diterima" ON "konsultasi" ("dokter_id", "diterima_pada" DESC) INCLUDE ("dibuat_pada") WHERE "diterima_pada" IS NOT NULL;
