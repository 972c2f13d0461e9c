-- without a transaction: people register meanwhile. Part of a name or an address, as admins look for people: folded, so that Ma’ruf is found by
-- Ma'ruf, and one accent is as good as another.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "pengguna_terlipat" ON "pengguna" USING gin (lipat("nama" || ' ' || "email") gin_trgm_ops) WITH (fastupdate = off);
