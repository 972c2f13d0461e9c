-- CreateTable
CREATE TABLE "atur_ulang_sandi" (
    "pengguna_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "berlaku_sampai" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "atur_ulang_sandi_pkey" PRIMARY KEY ("pengguna_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "atur_ulang_sandi_token_hash_key" ON "atur_ulang_sandi"("token_hash");

-- AddForeignKey
ALTER TABLE "atur_ulang_sandi" ADD CONSTRAINT "atur_ulang_sandi_pengguna_id_fkey" FOREIGN KEY ("pengguna_id") REFERENCES "pengguna"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
