-- CreateIndex
CREATE INDEX "audit_aksi_nomor_idx" ON "audit"("aksi", "nomor" DESC);


-- New words are few, and a list of those that wait would be read by every search for what resembles a word: they go into the index at once.
ALTER INDEX "kosakata_mirip" SET (fastupdate = off);
SELECT gin_clean_pending_list('kosakata_mirip'::regclass);

-- Part of a name or an address, as admins look for people.
CREATE INDEX "pengguna_cari" ON "pengguna" USING gin (lower("nama" || ' ' || "email") gin_trgm_ops) WITH (fastupdate = off);
