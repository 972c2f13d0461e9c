-- CreateEnum
CREATE TYPE "peran" AS ENUM ('pasien', 'dokter', 'admin');

-- CreateEnum
CREATE TYPE "status_konsultasi" AS ENUM ('pending', 'active', 'completed', 'cancelled', 'rejected', 'expired');

-- CreateEnum
CREATE TYPE "tipe_pesan" AS ENUM ('text', 'image', 'file', 'audio');

-- CreateEnum
CREATE TYPE "status_verifikasi" AS ENUM ('menunggu', 'terverifikasi', 'ditolak');

-- CreateTable
CREATE TABLE "pengguna" (
    "id" UUID NOT NULL,
    "nama" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "kata_sandi" TEXT NOT NULL,
    "peran" "peran" NOT NULL,
    "aktif" BOOLEAN NOT NULL DEFAULT true,
    "dibuat_pada" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pengguna_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dokter" (
    "pengguna_id" UUID NOT NULL,
    "spesialisasi" TEXT NOT NULL,
    "nomor_str" TEXT NOT NULL,
    "nomor_sip" TEXT NOT NULL,
    "status_verifikasi" "status_verifikasi" NOT NULL DEFAULT 'menunggu',
    "alasan" TEXT,
    "diverifikasi_oleh" UUID,
    "diverifikasi_pada" TIMESTAMPTZ(3),
    "tersedia" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "dokter_pkey" PRIMARY KEY ("pengguna_id")
);

-- CreateTable
CREATE TABLE "sesi" (
    "id" UUID NOT NULL,
    "pengguna_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "dibuat_pada" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "terakhir_dipakai" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "berlaku_sampai" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sesi_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "konsultasi" (
    "id" UUID NOT NULL,
    "pasien_id" UUID NOT NULL,
    "dokter_id" UUID NOT NULL,
    "status" "status_konsultasi" NOT NULL DEFAULT 'pending',
    "keluhan" TEXT NOT NULL,
    "alasan" TEXT,
    "catatan_penutup" TEXT,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "urutan" INTEGER NOT NULL DEFAULT 0,
    "dibuat_pada" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "diterima_pada" TIMESTAMPTZ(3),
    "selesai_pada" TIMESTAMPTZ(3),
    "aktivitas_pada" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "konsultasi_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chat_messages" (
    "id" UUID NOT NULL,
    "konsultasi_id" UUID NOT NULL,
    "pengirim_id" UUID NOT NULL,
    "urutan" INTEGER NOT NULL,
    "rev" INTEGER NOT NULL,
    "client_id" UUID,
    "tipe_pesan" "tipe_pesan" NOT NULL DEFAULT 'text',
    "pesan" TEXT NOT NULL,
    "balas_ke" UUID,
    "dibuat_pada" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dibaca_pada" TIMESTAMPTZ(3),
    "dibaca_oleh" UUID,
    "dihapus_pada" TIMESTAMPTZ(3),
    "dihapus_oleh" UUID,
    "alasan_hapus" TEXT,

    CONSTRAINT "chat_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reaksi" (
    "pesan_id" UUID NOT NULL,
    "pengguna_id" UUID NOT NULL,
    "emoji" TEXT NOT NULL,

    CONSTRAINT "reaksi_pkey" PRIMARY KEY ("pesan_id","pengguna_id")
);

-- CreateTable
CREATE TABLE "mengetik" (
    "konsultasi_id" UUID NOT NULL,
    "pengguna_id" UUID NOT NULL,
    "sampai" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mengetik_pkey" PRIMARY KEY ("konsultasi_id","pengguna_id")
);

-- CreateTable
CREATE TABLE "audit" (
    "nomor" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "pada" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "aktor_id" UUID,
    "aksi" TEXT NOT NULL,
    "konsultasi_id" UUID,
    "pesan_id" UUID,
    "pengguna_id" UUID,
    "alasan" TEXT,
    "alamat" TEXT,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("nomor")
);

-- CreateTable
CREATE TABLE "batas_laju" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "batas_laju_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "pengguna_email_key" ON "pengguna"("email");

-- CreateIndex
CREATE INDEX "pengguna_dibuat_pada_id_idx" ON "pengguna"("dibuat_pada" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "dokter_status_verifikasi_idx" ON "dokter"("status_verifikasi");

-- CreateIndex
CREATE UNIQUE INDEX "sesi_token_hash_key" ON "sesi"("token_hash");

-- CreateIndex
CREATE INDEX "sesi_pengguna_id_idx" ON "sesi"("pengguna_id");

-- CreateIndex
CREATE INDEX "sesi_berlaku_sampai_idx" ON "sesi"("berlaku_sampai");

-- CreateIndex
CREATE INDEX "konsultasi_pasien_id_aktivitas_pada_id_idx" ON "konsultasi"("pasien_id", "aktivitas_pada" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "konsultasi_dokter_id_aktivitas_pada_id_idx" ON "konsultasi"("dokter_id", "aktivitas_pada" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "konsultasi_aktivitas_pada_id_idx" ON "konsultasi"("aktivitas_pada" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "chat_messages_konsultasi_id_urutan_key" ON "chat_messages"("konsultasi_id", "urutan");

-- CreateIndex
CREATE UNIQUE INDEX "chat_messages_konsultasi_id_rev_key" ON "chat_messages"("konsultasi_id", "rev");

-- CreateIndex
CREATE UNIQUE INDEX "chat_messages_konsultasi_id_pengirim_id_client_id_key" ON "chat_messages"("konsultasi_id", "pengirim_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "chat_messages_konsultasi_id_id_key" ON "chat_messages"("konsultasi_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_id_key" ON "audit"("id");

-- CreateIndex
CREATE INDEX "audit_aktor_id_nomor_idx" ON "audit"("aktor_id", "nomor" DESC);

-- CreateIndex
CREATE INDEX "audit_konsultasi_id_nomor_idx" ON "audit"("konsultasi_id", "nomor" DESC);

-- AddForeignKey
ALTER TABLE "dokter" ADD CONSTRAINT "dokter_pengguna_id_fkey" FOREIGN KEY ("pengguna_id") REFERENCES "pengguna"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "dokter" ADD CONSTRAINT "dokter_diverifikasi_oleh_fkey" FOREIGN KEY ("diverifikasi_oleh") REFERENCES "pengguna"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sesi" ADD CONSTRAINT "sesi_pengguna_id_fkey" FOREIGN KEY ("pengguna_id") REFERENCES "pengguna"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "konsultasi" ADD CONSTRAINT "konsultasi_pasien_id_fkey" FOREIGN KEY ("pasien_id") REFERENCES "pengguna"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "konsultasi" ADD CONSTRAINT "konsultasi_dokter_id_fkey" FOREIGN KEY ("dokter_id") REFERENCES "dokter"("pengguna_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_konsultasi_id_fkey" FOREIGN KEY ("konsultasi_id") REFERENCES "konsultasi"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_pengirim_id_fkey" FOREIGN KEY ("pengirim_id") REFERENCES "pengguna"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_dibaca_oleh_fkey" FOREIGN KEY ("dibaca_oleh") REFERENCES "pengguna"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_dihapus_oleh_fkey" FOREIGN KEY ("dihapus_oleh") REFERENCES "pengguna"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_konsultasi_id_balas_ke_fkey" FOREIGN KEY ("konsultasi_id", "balas_ke") REFERENCES "chat_messages"("konsultasi_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reaksi" ADD CONSTRAINT "reaksi_pesan_id_fkey" FOREIGN KEY ("pesan_id") REFERENCES "chat_messages"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reaksi" ADD CONSTRAINT "reaksi_pengguna_id_fkey" FOREIGN KEY ("pengguna_id") REFERENCES "pengguna"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mengetik" ADD CONSTRAINT "mengetik_konsultasi_id_fkey" FOREIGN KEY ("konsultasi_id") REFERENCES "konsultasi"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mengetik" ADD CONSTRAINT "mengetik_pengguna_id_fkey" FOREIGN KEY ("pengguna_id") REFERENCES "pengguna"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "audit" ADD CONSTRAINT "audit_aktor_id_fkey" FOREIGN KEY ("aktor_id") REFERENCES "pengguna"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "audit" ADD CONSTRAINT "audit_konsultasi_id_fkey" FOREIGN KEY ("konsultasi_id") REFERENCES "konsultasi"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "audit" ADD CONSTRAINT "audit_pesan_id_fkey" FOREIGN KEY ("pesan_id") REFERENCES "chat_messages"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "audit" ADD CONSTRAINT "audit_pengguna_id_fkey" FOREIGN KEY ("pengguna_id") REFERENCES "pengguna"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What Prisma's schema cannot say. Each of these states something that must never be, whatever code comes by.

-- Typing marks are forgotten after seconds; they need no write-ahead log.
ALTER TABLE "mengetik" SET UNLOGGED;

ALTER TABLE "pengguna"
  ADD CONSTRAINT "pengguna_email_huruf_kecil" CHECK ("email" = lower("email")),
  ADD CONSTRAINT "pengguna_nama_terisi" CHECK ("nama" <> '');

ALTER TABLE "dokter"
  ADD CONSTRAINT "dokter_keputusan_bertanggal" CHECK (("status_verifikasi" = 'menunggu') OR ("diverifikasi_pada" IS NOT NULL));

-- A status has exactly the times and words that belong to it.
ALTER TABLE "konsultasi"
  ADD CONSTRAINT "konsultasi_dua_orang" CHECK ("pasien_id" <> "dokter_id"),
  ADD CONSTRAINT "konsultasi_keluhan_panjang" CHECK (char_length("keluhan") BETWEEN 10 AND 2000),
  ADD CONSTRAINT "konsultasi_diterima" CHECK (("status" IN ('active', 'completed')) = ("diterima_pada" IS NOT NULL)),
  ADD CONSTRAINT "konsultasi_selesai" CHECK (("status" = 'completed') = ("selesai_pada" IS NOT NULL)),
  ADD CONSTRAINT "konsultasi_catatan_penutup" CHECK (("status" = 'completed') = ("catatan_penutup" IS NOT NULL)),
  ADD CONSTRAINT "konsultasi_alasan" CHECK (("alasan" IS NULL OR "status" IN ('rejected', 'cancelled')) AND ("status" <> 'rejected' OR "alasan" IS NOT NULL)),
  ADD CONSTRAINT "konsultasi_hitungan" CHECK ("rev" >= 1 AND "urutan" >= 0 AND "urutan" < "rev");

-- One open konsultasi for each pasien and dokter, however the bookings race.
CREATE UNIQUE INDEX "konsultasi_terbuka" ON "konsultasi" ("pasien_id", "dokter_id") WHERE "status" IN ('pending', 'active');

-- What nobody accepted in time.
CREATE INDEX "konsultasi_menunggu" ON "konsultasi" ("dibuat_pada") WHERE "status" = 'pending';

ALTER TABLE "chat_messages"
  ADD CONSTRAINT "chat_messages_urutan" CHECK ("urutan" >= 1 AND "rev" > "urutan"),
  ADD CONSTRAINT "chat_messages_panjang" CHECK (char_length("pesan") <= 5000),
  ADD CONSTRAINT "chat_messages_text_terisi" CHECK ("tipe_pesan" <> 'text' OR "pesan" <> ''),
  ADD CONSTRAINT "chat_messages_tanda_baca" CHECK (("dibaca_pada" IS NULL) = ("dibaca_oleh" IS NULL)),
  ADD CONSTRAINT "chat_messages_bukan_pengirim" CHECK ("dibaca_oleh" <> "pengirim_id"),
  ADD CONSTRAINT "chat_messages_penghapus" CHECK (("dihapus_pada" IS NULL) = ("dihapus_oleh" IS NULL)),
  ADD CONSTRAINT "chat_messages_bukan_balasan_sendiri" CHECK ("balas_ke" <> "id");

-- What is unread, counted without touching what was read.
CREATE INDEX "chat_messages_belum_dibaca" ON "chat_messages" ("konsultasi_id", "pengirim_id", "urutan")
  WHERE "dibaca_pada" IS NULL AND "dihapus_pada" IS NULL;

-- A pesan is a line in a medical record: never removed, never reworded, a read mark or a tombstone never taken back.
CREATE FUNCTION "chat_messages_tetap"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'a pesan is never removed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.id, NEW.konsultasi_id, NEW.pengirim_id, NEW.urutan, NEW.client_id, NEW.tipe_pesan, NEW.pesan, NEW.balas_ke, NEW.dibuat_pada)
     IS DISTINCT FROM (OLD.id, OLD.konsultasi_id, OLD.pengirim_id, OLD.urutan, OLD.client_id, OLD.tipe_pesan, OLD.pesan, OLD.balas_ke, OLD.dibuat_pada)
     OR (OLD.dibaca_pada IS NOT NULL AND (NEW.dibaca_pada, NEW.dibaca_oleh) IS DISTINCT FROM (OLD.dibaca_pada, OLD.dibaca_oleh))
     OR (OLD.dihapus_pada IS NOT NULL AND (NEW.dihapus_pada, NEW.dihapus_oleh) IS DISTINCT FROM (OLD.dihapus_pada, OLD.dihapus_oleh))
     OR NEW.rev < OLD.rev THEN
    RAISE EXCEPTION 'a pesan is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "chat_messages_tetap" BEFORE UPDATE OR DELETE ON "chat_messages" FOR EACH ROW EXECUTE FUNCTION "chat_messages_tetap"();
CREATE TRIGGER "chat_messages_utuh" BEFORE TRUNCATE ON "chat_messages" FOR EACH STATEMENT EXECUTE FUNCTION "chat_messages_tetap"();

-- When an admin read a konsultasi, newest first: shown to its participants.
CREATE INDEX "audit_akses" ON "audit" ("konsultasi_id", "nomor" DESC) WHERE "aksi" = 'konsultasi.dibaca';

-- The audit log only grows. Each row's hash covers the row and the hash before it, so that a removed or changed row shows.
-- The advisory lock makes the chain one line: the next row waits for the commit of this one.
CREATE FUNCTION "audit_hash"("baris" "audit", "sebelumnya" bytea) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(coalesce(sebelumnya, ''::bytea) || convert_to(jsonb_build_array(
    baris.nomor, baris.id, to_char(baris.pada AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), baris.aktor_id, baris.aksi,
    baris.konsultasi_id, baris.pesan_id, baris.pengguna_id, baris.alasan, baris.alamat)::text, 'UTF8'))
$$;

CREATE FUNCTION "audit_rantai"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  terakhir "audit";
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('audit'));
  SELECT * INTO terakhir FROM audit ORDER BY nomor DESC LIMIT 1;
  NEW.nomor := coalesce(terakhir.nomor, 0) + 1;
  NEW.hash := audit_hash(NEW, terakhir.hash);
  RETURN NEW;
END $$;
CREATE TRIGGER "audit_rantai" BEFORE INSERT ON "audit" FOR EACH ROW EXECUTE FUNCTION "audit_rantai"();

CREATE FUNCTION "audit_tetap"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log only grows' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "audit_tetap" BEFORE UPDATE OR DELETE ON "audit" FOR EACH ROW EXECUTE FUNCTION "audit_tetap"();
CREATE TRIGGER "audit_utuh" BEFORE TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION "audit_tetap"();
