-- When a dokter takes new konsultasi (`Jadwal` in lib/domain/jadwal.ts), and how those they treated rated them: the sum of the stars, and of how many.
ALTER TABLE "dokter" ADD COLUMN "jadwal" JSONB, ADD COLUMN "nilai_total" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "nilai_jumlah" INTEGER NOT NULL DEFAULT 0;
