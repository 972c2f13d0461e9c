-- without a transaction: nobody waits for it. What was before, of one profil, and who read of it.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "konsultasi_profil_id_selesai_pada_id_idx" ON "konsultasi" ("profil_id", "selesai_pada" DESC, "id" DESC);
