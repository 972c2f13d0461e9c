-- AlterTable
ALTER TABLE "chat_messages" ADD COLUMN     "lampiran_id" UUID;

-- CreateTable
CREATE TABLE "lampiran" (
    "id" UUID NOT NULL,
    "konsultasi_id" UUID NOT NULL,
    "pengunggah_id" UUID NOT NULL,
    "tipe" "tipe_pesan" NOT NULL,
    "nama" TEXT NOT NULL,
    "ukuran" INTEGER NOT NULL,
    "mime" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "kunci" TEXT NOT NULL,
    "kunci_thumb" TEXT,
    "ukuran_thumb" INTEGER,
    "lebar" INTEGER,
    "tinggi" INTEGER,
    "durasi" DOUBLE PRECISION,
    "halaman" INTEGER,
    "dibuat_pada" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disimpan_pada" TIMESTAMPTZ(3),
    "dikirim_pada" TIMESTAMPTZ(3),
    "dibuang_pada" TIMESTAMPTZ(3),

    CONSTRAINT "lampiran_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "lampiran_kunci_key" ON "lampiran"("kunci");

-- CreateIndex
CREATE UNIQUE INDEX "lampiran_kunci_thumb_key" ON "lampiran"("kunci_thumb");

-- CreateIndex
CREATE UNIQUE INDEX "lampiran_id_konsultasi_id_pengunggah_id_key" ON "lampiran"("id", "konsultasi_id", "pengunggah_id");

-- CreateIndex
CREATE UNIQUE INDEX "chat_messages_lampiran_id_key" ON "chat_messages"("lampiran_id");

-- AddForeignKey
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_lampiran_id_konsultasi_id_pengirim_id_fkey" FOREIGN KEY ("lampiran_id", "konsultasi_id", "pengirim_id") REFERENCES "lampiran"("id", "konsultasi_id", "pengunggah_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "lampiran" ADD CONSTRAINT "lampiran_konsultasi_id_fkey" FOREIGN KEY ("konsultasi_id") REFERENCES "konsultasi"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "lampiran" ADD CONSTRAINT "lampiran_pengunggah_id_fkey" FOREIGN KEY ("pengunggah_id") REFERENCES "pengguna"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What Prisma's schema cannot say.

-- A text has no lampiran, everything else has one.
ALTER TABLE "chat_messages"
  ADD CONSTRAINT "chat_messages_lampiran" CHECK (("tipe_pesan" = 'text') = ("lampiran_id" IS NULL));

-- A kind has exactly the measures that belong to it; what was sent is stored and is not thrown away.
ALTER TABLE "lampiran"
  ADD CONSTRAINT "lampiran_tipe" CHECK ("tipe" <> 'text'),
  ADD CONSTRAINT "lampiran_nama" CHECK (char_length("nama") BETWEEN 1 AND 255),
  ADD CONSTRAINT "lampiran_ukuran" CHECK (least("ukuran", "ukuran_thumb", "lebar", "tinggi") > 0),
  ADD CONSTRAINT "lampiran_gambar" CHECK (num_nonnulls("lebar", "tinggi", "kunci_thumb", "ukuran_thumb") = CASE "tipe" WHEN 'image' THEN 4 ELSE 0 END),
  ADD CONSTRAINT "lampiran_suara" CHECK (("tipe" = 'audio') = ("durasi" IS NOT NULL)),
  ADD CONSTRAINT "lampiran_halaman" CHECK ("halaman" IS NULL OR ("tipe" = 'file' AND "halaman" > 0)),
  ADD CONSTRAINT "lampiran_terkirim" CHECK ("dikirim_pada" IS NULL OR ("disimpan_pada" IS NOT NULL AND "dibuang_pada" IS NULL));

-- What was not sent: how many somebody has, and what is swept.
CREATE INDEX "lampiran_belum_dikirim" ON "lampiran" ("pengunggah_id", "dibuat_pada") WHERE "dikirim_pada" IS NULL;
CREATE INDEX "lampiran_disapu" ON "lampiran" ("dibuat_pada") WHERE "dikirim_pada" IS NULL;

-- What was sent belongs to a medical record: it is never removed, and what it is never changes. Only what nobody sent can go.
CREATE FUNCTION "lampiran_tetap"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' OR OLD.dikirim_pada IS NOT NULL THEN
    RAISE EXCEPTION 'a lampiran that was sent is never changed or removed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF (NEW.id, NEW.konsultasi_id, NEW.pengunggah_id, NEW.tipe, NEW.mime, NEW.ukuran, NEW.sha256, NEW.kunci, NEW.kunci_thumb)
     IS DISTINCT FROM (OLD.id, OLD.konsultasi_id, OLD.pengunggah_id, OLD.tipe, OLD.mime, OLD.ukuran, OLD.sha256, OLD.kunci, OLD.kunci_thumb) THEN
    RAISE EXCEPTION 'a lampiran is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "lampiran_tetap" BEFORE UPDATE OR DELETE ON "lampiran" FOR EACH ROW EXECUTE FUNCTION "lampiran_tetap"();
CREATE TRIGGER "lampiran_utuh" BEFORE TRUNCATE ON "lampiran" FOR EACH STATEMENT EXECUTE FUNCTION "lampiran_tetap"();

-- A pesan keeps its lampiran as it keeps its words.
CREATE OR REPLACE FUNCTION "chat_messages_tetap"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'a pesan is never removed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.id, NEW.konsultasi_id, NEW.pengirim_id, NEW.urutan, NEW.client_id, NEW.tipe_pesan, NEW.pesan, NEW.balas_ke, NEW.lampiran_id, NEW.dibuat_pada)
     IS DISTINCT FROM (OLD.id, OLD.konsultasi_id, OLD.pengirim_id, OLD.urutan, OLD.client_id, OLD.tipe_pesan, OLD.pesan, OLD.balas_ke, OLD.lampiran_id, OLD.dibuat_pada)
     OR (OLD.dibaca_pada IS NOT NULL AND (NEW.dibaca_pada, NEW.dibaca_oleh) IS DISTINCT FROM (OLD.dibaca_pada, OLD.dibaca_oleh))
     OR (OLD.dihapus_pada IS NOT NULL AND (NEW.dihapus_pada, NEW.dihapus_oleh) IS DISTINCT FROM (OLD.dihapus_pada, OLD.dihapus_oleh))
     OR NEW.rev < OLD.rev THEN
    RAISE EXCEPTION 'a pesan is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
