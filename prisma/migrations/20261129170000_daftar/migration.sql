-- A list of words that the clinic loaded in the place of the one that comes with the system. Only a table of its own is made: nobody waits.
CREATE TABLE "daftar" (
  "jenis" TEXT NOT NULL,
  "berkas" TEXT NOT NULL,
  "sidik" TEXT NOT NULL,
  "jumlah" INTEGER NOT NULL,
  "isi" JSON NOT NULL,
  "dimuat_pada" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "daftar_pkey" PRIMARY KEY ("jenis"),
  CONSTRAINT "daftar_jenis" CHECK ("jenis" IN ('obat', 'diagnosa'))
);
