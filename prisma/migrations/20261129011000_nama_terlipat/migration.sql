-- Part of a name or an address, as admins look for people: folded, so that Ma’ruf is found by Ma'ruf, and one accent is as good as another.
-- (People are thousands and not millions: the index is built in seconds. One who registers meanwhile waits for it.)
CREATE INDEX "pengguna_terlipat" ON "pengguna" USING gin (lipat("nama" || ' ' || "email") gin_trgm_ops) WITH (fastupdate = off);
DROP INDEX "pengguna_cari";
