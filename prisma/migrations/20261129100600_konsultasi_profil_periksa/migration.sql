-- Looked through beside whoever reads and writes; then the columns are known never to be null without another look.
ALTER TABLE "konsultasi"
  ADD CONSTRAINT "konsultasi_profil_ada" CHECK ("profil_id" IS NOT NULL AND "profil_awal" IS NOT NULL) NOT VALID,
  ADD CONSTRAINT "konsultasi_potret" CHECK (("status" IN ('pending', 'active')) = ("profil_akhir" IS NULL)) NOT VALID;
