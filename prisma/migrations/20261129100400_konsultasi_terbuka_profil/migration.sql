-- without a transaction: people book meanwhile. One pending or active konsultasi for each profil and dokter.
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "konsultasi_terbuka_profil" ON "konsultasi" ("profil_id", "dokter_id") WHERE "status" IN ('pending', 'active');
