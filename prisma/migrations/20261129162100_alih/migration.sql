-- A dokter proposes that another one goes on; its pasien decides. While one waits there is no second one. `lanjutan_id` is what began with the consent.
CREATE TABLE "alih" (
  "id" UUID NOT NULL,
  "konsultasi_id" UUID NOT NULL,
  "dari_dokter_id" UUID NOT NULL,
  "ke_dokter_id" UUID NOT NULL,
  "situasi" TEXT NOT NULL,
  "latar" TEXT NOT NULL,
  "penilaian" TEXT NOT NULL,
  "saran" TEXT NOT NULL,
  "status" TEXT NOT NULL DEFAULT 'menunggu',
  "diajukan_pada" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "dijawab_pada" TIMESTAMPTZ(3),
  "lanjutan_id" UUID,
  CONSTRAINT "alih_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "alih_status" CHECK ("status" IN ('menunggu', 'setuju', 'tolak')),
  CONSTRAINT "alih_dijawab" CHECK (("status" = 'menunggu') = ("dijawab_pada" IS NULL)),
  CONSTRAINT "alih_lanjutan" CHECK (("status" = 'setuju') = ("lanjutan_id" IS NOT NULL)),
  CONSTRAINT "alih_dokter" CHECK ("dari_dokter_id" <> "ke_dokter_id")
);
ALTER TABLE "alih" ADD CONSTRAINT "alih_konsultasi_id_fkey" FOREIGN KEY ("konsultasi_id") REFERENCES "konsultasi" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "alih" ADD CONSTRAINT "alih_lanjutan_id_fkey" FOREIGN KEY ("lanjutan_id") REFERENCES "konsultasi" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "alih" ADD CONSTRAINT "alih_dari_dokter_id_fkey" FOREIGN KEY ("dari_dokter_id") REFERENCES "dokter" ("pengguna_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "alih" ADD CONSTRAINT "alih_ke_dokter_id_fkey" FOREIGN KEY ("ke_dokter_id") REFERENCES "dokter" ("pengguna_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE UNIQUE INDEX "alih_menunggu" ON "alih" ("konsultasi_id") WHERE "status" = 'menunggu';
CREATE INDEX "alih_konsultasi_id_idx" ON "alih" ("konsultasi_id");

-- How its pasien rated a konsultasi. The comment is for admins.
CREATE TABLE "penilaian" (
  "konsultasi_id" UUID NOT NULL,
  "dokter_id" UUID NOT NULL,
  "bintang" INTEGER NOT NULL,
  "komentar" TEXT,
  "pada" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "penilaian_pkey" PRIMARY KEY ("konsultasi_id"),
  CONSTRAINT "penilaian_bintang" CHECK ("bintang" BETWEEN 1 AND 5)
);
ALTER TABLE "penilaian" ADD CONSTRAINT "penilaian_konsultasi_id_fkey" FOREIGN KEY ("konsultasi_id") REFERENCES "konsultasi" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "penilaian" ADD CONSTRAINT "penilaian_dokter_id_fkey" FOREIGN KEY ("dokter_id") REFERENCES "dokter" ("pengguna_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "penilaian_pada_konsultasi_id_idx" ON "penilaian" ("pada" DESC, "konsultasi_id" DESC);
