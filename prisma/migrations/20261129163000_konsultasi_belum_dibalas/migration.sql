-- without a transaction: nobody who writes waits for it. Whose pasien waits, the longest first, among all konsultasi of the clinic.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "konsultasi_belum_dibalas" ON "konsultasi" ("belum_dibalas_sejak") WHERE "belum_dibalas_sejak" IS NOT NULL;
