ALTER TABLE "konsultasi" VALIDATE CONSTRAINT "konsultasi_profil_ada";
ALTER TABLE "konsultasi" VALIDATE CONSTRAINT "konsultasi_potret";
ALTER TABLE "konsultasi" VALIDATE CONSTRAINT "konsultasi_profil_id_pasien_id_fkey";
ALTER TABLE "konsultasi" VALIDATE CONSTRAINT "konsultasi_lanjutan_dari_fkey";
