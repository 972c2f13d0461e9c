-- CreateIndex
CREATE INDEX "konsultasi_status_aktivitas_pada_id_idx" ON "konsultasi"("status", "aktivitas_pada" DESC, "id" DESC);

-- Parts of a name, in any case: by whom or with whom a konsultasi is.
CREATE INDEX "pengguna_nama" ON "pengguna" USING gin ("nama" gin_trgm_ops) WITH (fastupdate = off);
