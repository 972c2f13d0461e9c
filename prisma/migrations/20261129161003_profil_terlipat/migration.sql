-- without a transaction: people register meanwhile. Part of the name of whom is treated, folded, as a dokter looks for it.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "profil_terlipat" ON "profil" USING gin (lipat("nama") gin_trgm_ops) WITH (fastupdate = off);
