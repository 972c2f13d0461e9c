-- Words that a dokter writes again and again: their own, or (without an owner) those of the clinic.
CREATE TABLE "balasan_cepat" (
  "id" UUID NOT NULL,
  "pemilik_id" UUID,
  "pintasan" TEXT NOT NULL,
  "judul" TEXT NOT NULL,
  "isi" TEXT NOT NULL,
  "dibuat_pada" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "balasan_cepat_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "balasan_cepat_isi" CHECK (char_length("isi") BETWEEN 1 AND 5000)
);
ALTER TABLE "balasan_cepat" ADD CONSTRAINT "balasan_cepat_pemilik_id_fkey" FOREIGN KEY ("pemilik_id") REFERENCES "pengguna" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "balasan_cepat_pemilik_id_idx" ON "balasan_cepat" ("pemilik_id");
CREATE UNIQUE INDEX "balasan_cepat_pintasan" ON "balasan_cepat" ("pemilik_id", lower("pintasan")) WHERE "pemilik_id" IS NOT NULL;
CREATE UNIQUE INDEX "balasan_cepat_pintasan_klinik" ON "balasan_cepat" (lower("pintasan")) WHERE "pemilik_id" IS NULL;
