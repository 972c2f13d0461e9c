-- What comes out of a konsultasi: immutable, numbered, sealed. Only tables of their own are made, so that nobody who writes waits.
CREATE TABLE "dokumen" (
  "id" UUID NOT NULL,
  "konsultasi_id" UUID NOT NULL,
  "pesan_id" UUID NOT NULL,
  "jenis" TEXT NOT NULL,
  "nomor" TEXT NOT NULL,
  "versi" INTEGER NOT NULL,
  "menggantikan" UUID,
  "client_id" UUID,
  "diminta" JSONB NOT NULL,
  "lembar" JSON NOT NULL,
  "kode" TEXT NOT NULL,
  "pin" BYTEA,
  "boleh_ditebus" INTEGER NOT NULL DEFAULT 0,
  "terbit_pada" TIMESTAMPTZ(3) NOT NULL,
  "status" TEXT NOT NULL DEFAULT 'berlaku',
  "dibatalkan_pada" TIMESTAMPTZ(3),
  "alasan_batal" TEXT,
  CONSTRAINT "dokumen_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "dokumen_jenis" CHECK ("jenis" IN ('ringkasan', 'resep', 'rujukan', 'surat_sakit', 'kontrol', 'lab')),
  CONSTRAINT "dokumen_status" CHECK ("status" IN ('berlaku', 'diganti', 'dibatalkan')),
  CONSTRAINT "dokumen_batal" CHECK (("status" = 'dibatalkan') = ("dibatalkan_pada" IS NOT NULL) AND ("status" = 'dibatalkan') = ("alasan_batal" IS NOT NULL)),
  CONSTRAINT "dokumen_versi" CHECK (("versi" = 1) = ("menggantikan" IS NULL) AND "versi" >= 1),
  CONSTRAINT "dokumen_pin" CHECK (("jenis" = 'resep') = ("pin" IS NOT NULL) AND ("jenis" = 'resep') = ("boleh_ditebus" > 0))
);
CREATE UNIQUE INDEX "dokumen_kode_key" ON "dokumen" ("kode");
CREATE UNIQUE INDEX "dokumen_pesan_id_key" ON "dokumen" ("pesan_id");
CREATE UNIQUE INDEX "dokumen_menggantikan_key" ON "dokumen" ("menggantikan");
CREATE UNIQUE INDEX "dokumen_nomor_versi_key" ON "dokumen" ("nomor", "versi");
CREATE UNIQUE INDEX "dokumen_konsultasi_id_client_id_key" ON "dokumen" ("konsultasi_id", "client_id");
CREATE INDEX "dokumen_konsultasi_id_terbit_pada_idx" ON "dokumen" ("konsultasi_id", "terbit_pada");
ALTER TABLE "dokumen"
  ADD CONSTRAINT "dokumen_konsultasi_id_fkey" FOREIGN KEY ("konsultasi_id") REFERENCES "konsultasi" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  -- The pesan comes after it in the same transaction: it shows what is there.
  ADD CONSTRAINT "dokumen_pesan_id_fkey" FOREIGN KEY ("pesan_id") REFERENCES "chat_messages" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  ADD CONSTRAINT "dokumen_menggantikan_fkey" FOREIGN KEY ("menggantikan") REFERENCES "dokumen" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "dokumen_pdf" (
  "dokumen_id" UUID NOT NULL,
  "pdf" BYTEA NOT NULL,
  CONSTRAINT "dokumen_pdf_pkey" PRIMARY KEY ("dokumen_id"),
  CONSTRAINT "dokumen_pdf_dokumen_id_fkey" FOREIGN KEY ("dokumen_id") REFERENCES "dokumen" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);
-- It is compressed already.
ALTER TABLE "dokumen_pdf" ALTER COLUMN "pdf" SET STORAGE EXTERNAL;

-- The last number of each jenis and year, taken under the row's lock in the transaction that uses it: there is no gap.
CREATE TABLE "nomor_dokumen" (
  "jenis" TEXT NOT NULL,
  "tahun" INTEGER NOT NULL,
  "terakhir" INTEGER NOT NULL,
  CONSTRAINT "nomor_dokumen_pkey" PRIMARY KEY ("jenis", "tahun")
);

CREATE TABLE "penebusan" (
  "dokumen_id" UUID NOT NULL,
  "ke" INTEGER NOT NULL,
  "pada" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "apotek" TEXT NOT NULL,
  "apoteker" TEXT NOT NULL,
  CONSTRAINT "penebusan_pkey" PRIMARY KEY ("dokumen_id", "ke"),
  CONSTRAINT "penebusan_dokumen_id_fkey" FOREIGN KEY ("dokumen_id") REFERENCES "dokumen" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE TABLE "percobaan_pin" (
  "dokumen_id" UUID NOT NULL,
  "gagal" INTEGER NOT NULL DEFAULT 0,
  "terkunci_sampai" TIMESTAMPTZ(3),
  CONSTRAINT "percobaan_pin_pkey" PRIMARY KEY ("dokumen_id"),
  CONSTRAINT "percobaan_pin_dokumen_id_fkey" FOREIGN KEY ("dokumen_id") REFERENCES "dokumen" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE TABLE "permintaan" (
  "id" UUID NOT NULL,
  "dokumen_id" UUID NOT NULL,
  "isi" TEXT NOT NULL,
  "status" TEXT NOT NULL DEFAULT 'menunggu',
  "alasan" TEXT,
  "dibuat_pada" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "dijawab_pada" TIMESTAMPTZ(3),
  CONSTRAINT "permintaan_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "permintaan_status" CHECK ("status" IN ('menunggu', 'ditolak', 'dijawab')),
  CONSTRAINT "permintaan_jawaban" CHECK (("status" = 'menunggu') = ("dijawab_pada" IS NULL) AND ("status" = 'ditolak') = ("alasan" IS NOT NULL)),
  CONSTRAINT "permintaan_dokumen_id_fkey" FOREIGN KEY ("dokumen_id") REFERENCES "dokumen" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE INDEX "permintaan_dokumen_id_idx" ON "permintaan" ("dokumen_id");

CREATE TABLE "izin_koreksi" (
  "dokumen_id" UUID NOT NULL,
  "sampai" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "izin_koreksi_pkey" PRIMARY KEY ("dokumen_id"),
  CONSTRAINT "izin_koreksi_dokumen_id_fkey" FOREIGN KEY ("dokumen_id") REFERENCES "dokumen" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- What seals are made with. The secret half is encrypted with a key that is not in the database.
CREATE TABLE "kunci_segel" (
  "kid" TEXT NOT NULL,
  "x" TEXT NOT NULL,
  "rahasia" BYTEA NOT NULL,
  "dibuat_pada" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "kunci_segel_pkey" PRIMARY KEY ("kid")
);

CREATE FUNCTION tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is kept as it is', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- A dokumen is issued, and then only ever replaced or cancelled, once.
CREATE TRIGGER dokumen_tetap BEFORE UPDATE ON "dokumen" FOR EACH ROW
  WHEN (OLD.status <> 'berlaku' OR (to_jsonb(NEW) - 'status' - 'dibatalkan_pada' - 'alasan_batal') IS DISTINCT FROM (to_jsonb(OLD) - 'status' - 'dibatalkan_pada' - 'alasan_batal'))
  EXECUTE FUNCTION tetap();
CREATE TRIGGER dokumen_tidak_dihapus BEFORE DELETE OR TRUNCATE ON "dokumen" FOR EACH STATEMENT EXECUTE FUNCTION tetap();
CREATE TRIGGER dokumen_pdf_tetap BEFORE UPDATE OR DELETE OR TRUNCATE ON "dokumen_pdf" FOR EACH STATEMENT EXECUTE FUNCTION tetap();
CREATE TRIGGER penebusan_tetap BEFORE UPDATE OR DELETE OR TRUNCATE ON "penebusan" FOR EACH STATEMENT EXECUTE FUNCTION tetap();
