-- AlterTable
ALTER TABLE "pengguna" ADD COLUMN     "ditutup_pada" TIMESTAMPTZ(3),
ADD COLUMN     "email_dikonfirmasi_pada" TIMESTAMPTZ(3);

-- A closed account stays closed.
ALTER TABLE "pengguna" ADD CONSTRAINT "pengguna_tertutup" CHECK ("ditutup_pada" IS NULL OR NOT "aktif");

-- AlterTable
ALTER TABLE "sesi" ADD COLUMN     "alamat" TEXT,
ADD COLUMN     "perangkat" TEXT;

-- CreateTable
CREATE TABLE "faktor_kedua" (
    "pengguna_id" UUID NOT NULL,
    "rahasia" BYTEA NOT NULL,
    "langkah" INTEGER NOT NULL DEFAULT 0,
    "aktif_pada" TIMESTAMPTZ(3),
    "dibuat_pada" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "faktor_kedua_pkey" PRIMARY KEY ("pengguna_id")
);

-- CreateTable
CREATE TABLE "kode_pemulihan" (
    "pengguna_id" UUID NOT NULL,
    "kode_hash" BYTEA NOT NULL,
    "dipakai_pada" TIMESTAMPTZ(3),

    CONSTRAINT "kode_pemulihan_pkey" PRIMARY KEY ("pengguna_id","kode_hash")
);

-- CreateTable
CREATE TABLE "konfirmasi_email" (
    "pengguna_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "berlaku_sampai" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "konfirmasi_email_pkey" PRIMARY KEY ("pengguna_id","email")
);

-- CreateTable
CREATE TABLE "persetujuan" (
    "id" UUID NOT NULL,
    "pengguna_id" UUID NOT NULL,
    "versi" TEXT NOT NULL,
    "diberikan_pada" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ditarik_pada" TIMESTAMPTZ(3),

    CONSTRAINT "persetujuan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "konfirmasi_email_token_hash_key" ON "konfirmasi_email"("token_hash");

-- CreateIndex
CREATE INDEX "persetujuan_pengguna_id_idx" ON "persetujuan"("pengguna_id");

-- One consent at a time holds; what was withdrawn stays as a row.
CREATE UNIQUE INDEX "persetujuan_berlaku" ON "persetujuan"("pengguna_id") WHERE "ditarik_pada" IS NULL;

-- AddForeignKey
ALTER TABLE "faktor_kedua" ADD CONSTRAINT "faktor_kedua_pengguna_id_fkey" FOREIGN KEY ("pengguna_id") REFERENCES "pengguna"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "kode_pemulihan" ADD CONSTRAINT "kode_pemulihan_pengguna_id_fkey" FOREIGN KEY ("pengguna_id") REFERENCES "pengguna"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "konfirmasi_email" ADD CONSTRAINT "konfirmasi_email_pengguna_id_fkey" FOREIGN KEY ("pengguna_id") REFERENCES "pengguna"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "persetujuan" ADD CONSTRAINT "persetujuan_pengguna_id_fkey" FOREIGN KEY ("pengguna_id") REFERENCES "pengguna"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
