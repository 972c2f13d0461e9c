-- What a dokter marks for themselves in a konsultasi of theirs. Nobody else ever sees it.
CREATE TABLE "penanda" (
  "konsultasi_id" UUID NOT NULL,
  "dokter_id" UUID NOT NULL,
  "disematkan" BOOLEAN NOT NULL DEFAULT false,
  "belum_dibaca" BOOLEAN NOT NULL DEFAULT false,
  "ingatkan_pada" TIMESTAMPTZ(3),
  "catatan_pribadi" TEXT,
  CONSTRAINT "penanda_pkey" PRIMARY KEY ("konsultasi_id", "dokter_id"),
  CONSTRAINT "penanda_catatan" CHECK (char_length("catatan_pribadi") BETWEEN 1 AND 2000)
);
ALTER TABLE "penanda" ADD CONSTRAINT "penanda_konsultasi_id_fkey" FOREIGN KEY ("konsultasi_id") REFERENCES "konsultasi" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "penanda" ADD CONSTRAINT "penanda_dokter_id_fkey" FOREIGN KEY ("dokter_id") REFERENCES "dokter" ("pengguna_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "penanda_dokter_id_idx" ON "penanda" ("dokter_id");
CREATE INDEX "penanda_pengingat" ON "penanda" ("ingatkan_pada") WHERE "ingatkan_pada" IS NOT NULL;
