-- Signs of danger that a rule saw, and what was asked before a konsultasi. `mendesak` says that one that is merah was not acknowledged yet: an instance of
-- the version before raises none.
ALTER TABLE "konsultasi" ADD COLUMN "triase" JSONB, ADD COLUMN "mendesak" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "bahaya" (
  "konsultasi_id" UUID NOT NULL,
  "kode" TEXT NOT NULL,
  "tingkat" TEXT NOT NULL,
  "asal" TEXT NOT NULL,
  "pesan_id" UUID,
  "versi" TEXT NOT NULL,
  "pada" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  "diakui_pada" TIMESTAMPTZ(3),
  "disangkal_pada" TIMESTAMPTZ(3),
  CONSTRAINT "bahaya_pkey" PRIMARY KEY ("konsultasi_id", "kode"),
  CONSTRAINT "bahaya_tingkat" CHECK ("tingkat" IN ('merah', 'kuning')),
  CONSTRAINT "bahaya_asal" CHECK ("asal" IN ('jawaban', 'keluhan', 'pesan')),
  CONSTRAINT "bahaya_pesan" CHECK (("asal" = 'pesan') = ("pesan_id" IS NOT NULL))
);
ALTER TABLE "bahaya" ADD CONSTRAINT "bahaya_konsultasi_id_fkey" FOREIGN KEY ("konsultasi_id") REFERENCES "konsultasi" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "bahaya" ADD CONSTRAINT "bahaya_konsultasi_id_pesan_id_fkey" FOREIGN KEY ("konsultasi_id", "pesan_id") REFERENCES "chat_messages" ("konsultasi_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
