-- CreateTable
CREATE TABLE "langganan_push" (
    "id" UUID NOT NULL,
    "pengguna_id" UUID NOT NULL,
    "sesi_id" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "dibuat_pada" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "langganan_push_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dikabari" (
    "konsultasi_id" UUID NOT NULL,
    "pengguna_id" UUID NOT NULL,
    "urutan" INTEGER NOT NULL,

    CONSTRAINT "dikabari_pkey" PRIMARY KEY ("konsultasi_id","pengguna_id")
);

-- CreateTable
CREATE TABLE "melihat" (
    "sesi_id" UUID NOT NULL,
    "konsultasi_id" UUID NOT NULL,
    "pengguna_id" UUID NOT NULL,
    "sampai" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "melihat_pkey" PRIMARY KEY ("sesi_id","konsultasi_id")
);

-- CreateTable
CREATE TABLE "kehadiran" (
    "pengguna_id" UUID NOT NULL,
    "pada" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kehadiran_pkey" PRIMARY KEY ("pengguna_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "langganan_push_endpoint_key" ON "langganan_push"("endpoint");

-- CreateIndex
CREATE INDEX "langganan_push_pengguna_id_idx" ON "langganan_push"("pengguna_id");

-- CreateIndex
CREATE INDEX "langganan_push_sesi_id_idx" ON "langganan_push"("sesi_id");

-- CreateIndex
CREATE INDEX "melihat_konsultasi_id_pengguna_id_idx" ON "melihat"("konsultasi_id", "pengguna_id");

-- AddForeignKey
ALTER TABLE "langganan_push" ADD CONSTRAINT "langganan_push_pengguna_id_fkey" FOREIGN KEY ("pengguna_id") REFERENCES "pengguna"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "langganan_push" ADD CONSTRAINT "langganan_push_sesi_id_fkey" FOREIGN KEY ("sesi_id") REFERENCES "sesi"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "dikabari" ADD CONSTRAINT "dikabari_konsultasi_id_fkey" FOREIGN KEY ("konsultasi_id") REFERENCES "konsultasi"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "dikabari" ADD CONSTRAINT "dikabari_pengguna_id_fkey" FOREIGN KEY ("pengguna_id") REFERENCES "pengguna"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "melihat" ADD CONSTRAINT "melihat_sesi_id_fkey" FOREIGN KEY ("sesi_id") REFERENCES "sesi"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "melihat" ADD CONSTRAINT "melihat_konsultasi_id_fkey" FOREIGN KEY ("konsultasi_id") REFERENCES "konsultasi"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "melihat" ADD CONSTRAINT "melihat_pengguna_id_fkey" FOREIGN KEY ("pengguna_id") REFERENCES "pengguna"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "kehadiran" ADD CONSTRAINT "kehadiran_pengguna_id_fkey" FOREIGN KEY ("pengguna_id") REFERENCES "pengguna"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What Prisma's schema cannot say.

-- Who looks at what, and who was here last, is renewed every minute; it needs no write-ahead log.
ALTER TABLE "melihat" SET UNLOGGED;
ALTER TABLE "kehadiran" SET UNLOGGED;

-- A subscription ends with the session that made it, in whatever way that ends. None of the relations cascades, so it is said here.
CREATE FUNCTION "sesi_berakhir"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM langganan_push WHERE sesi_id = OLD.id;
  DELETE FROM melihat WHERE sesi_id = OLD.id;
  RETURN OLD;
END $$;
CREATE TRIGGER "sesi_berakhir" BEFORE DELETE ON "sesi" FOR EACH ROW EXECUTE FUNCTION "sesi_berakhir"();
